package org.signpost.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Question;
import org.signpost.knowledge.Statement;
import org.signpost.language.WordVectors;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class WordAlignmentTests {

	private static final List<Statement> statements = Engines.small().statements();

	private static final WordAlignment alignment = new WordAlignment(statements.stream()
		.map((statement) -> Engines.tools().embedding().encode(statement.text()).words())
		.toList());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			What does a lock cottage cost?              | What does a lock museum cost?
			How long does an apprenticeship take?       | How long does a sabbatical take?
			Are the lock visits free?                   | Are the lock windlasses heated?
			What hours do lock keepers work?            | What uniforms do lock keepers wear?
			""")
	void anAnswerableQuestionMeetsTheGuidanceBetterThanANearMiss(String answerable, String nearMiss) {
		assertThat(best(asked(answerable))).isGreaterThan(0.04 + best(asked(nearMiss)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			What does it cost to live in a lock cottage in Wales? | In Wales, a lock cottage costs £82 a week.
			Which exam does a lock keeper sit?                    | a practical test at a lock
			Is weekend work usual?                                | Weekend work is usual in summer.
			""")
	void theRightStatementMeetsItBetterThanJustAny(String question, String right) {
		var asked = asked(question);
		var number = numberOf(right);
		assertThat(asked.with(number)).isGreaterThan(0.1 + asked.usual()).isLessThanOrEqualTo(1.01);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What does a lock cottage cost in Cardiff?", "In Wales, what does a lock cottage cost?",
			"What does a lock cottage cost, please?" })
	void placesAndEverydayWordsTellNothing(String question) {
		assertThat(asked(question).words()).isEqualTo(asked("What does a lock cottage cost?").words());
	}

	@Test
	void aRareWordCountsMoreThanACommonOne() {
		var asked = asked("lock interview");
		var common = numberOf("In Wales, a lock cottage costs £82 a week.");
		assertThat(asked.words()).isEqualTo(2);
		assertThat(asked.with(numberOf("an interview"))).isGreaterThan(asked.with(common));
	}

	@Test
	void whereThereAreNoVectorsNothingMeetsAnything() {
		var without = new WordAlignment(List.of(WordVectors.none(), WordVectors.none()));
		var asked = without.of(Engines.interpreter()
			.interpret(new Question("What does a lock cottage cost?", null, false, LocalDate.of(2026, 11, 21)),
					List.of())
			.queries()
			.getFirst());
		assertThat(asked.with(0)).isZero();
		assertThat(asked.usual()).isZero();
	}

	private static int numberOf(String text) {
		return IntStream.range(0, statements.size())
			.filter((i) -> statements.get(i).text().equals(text))
			.findFirst()
			.orElseThrow();
	}

	private static double best(WordAlignment.Asked asked) {
		return IntStream.range(0, statements.size()).mapToDouble(asked::with).max().orElseThrow();
	}

	private static WordAlignment.Asked asked(String question) {
		return alignment.of(Engines.interpreter()
			.interpret(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of())
			.queries()
			.getFirst());
	}

}
