package org.signpost.retrieval;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerFitTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			AMOUNT   | The winter allowance is £385 a year.
			AMOUNT   | Lock visits are free.
			DURATION | An apprenticeship takes two years.
			DURATION | Lock keepers work 39 hours a week.
			DURATION | The course is part-time.
			DATE     | It begins on 1 April 2026.
			DATE     | It opens at 8am.
			DATE     | It changed in 2025.
			NUMBER   | There are three tests.
			LIST     | Whatever it says.
			ANY      | Whatever it says.
			""")
	void holds(AnswerShape shape, String text) {
		assertThat(AnswerFit.holds(statement(text), shape)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			AMOUNT   | An apprenticeship takes two years.
			AMOUNT   | Pay is agreed with the employer.
			DURATION | The winter allowance is £385.
			DURATION | It is a long course.
			DATE     | The winter allowance is £385.
			DATE     | There are three tests.
			NUMBER   | A lock keeper works the gates.
			""")
	void doesNotHold(AnswerShape shape, String text) {
		assertThat(AnswerFit.holds(statement(text), shape)).isFalse();
	}

	private static Statement statement(String text) {
		return new Statement("a#1", "a", Statement.Kind.SENTENCE, text, null, List.of(), EnumSet.allOf(Nation.class),
				false, null, 1);
	}

}
