package org.signpost.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Statement;
import org.signpost.language.Words;
import org.signpost.retrieval.ScoredStatement;

import static org.assertj.core.api.Assertions.assertThat;

class SupersessionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			The winter allowance is £385 a year.        | The winter allowance is £310 a year.
			From 1 April 2026 the tool allowance is £345 a year. | The tool allowance is £260 a year.
			Lock keepers work 39 hours a week.          | Lock keepers work 40 hours a week.
			Post: Lock keeper; Pay: £24,750             | Post: Lock keeper; Pay: £21,400
			""")
	void theNewerOvertakes(String newer, String older) {
		assertThat(Supersession.overtakes(statement(newer, 2025), statement(older, 2022))).isTrue();
		assertThat(Supersession.overtakes(statement(newer, 2025), statement(older, null))).isTrue();
		assertThat(Supersession.overtakes(statement(older, 2022), statement(newer, 2025))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			The winter allowance is £385 a year.        | The winter allowance is £385 a year.
			The winter allowance is £385 a year.        | A lock cottage costs £82 a week.
			The winter allowance is £385 a year.        | The winter allowance is paid in March.
			Lock keepers work 39 hours a week.          | An apprenticeship takes two years.
			""")
	void theNewerLeavesAlone(String newer, String older) {
		assertThat(Supersession.overtakes(statement(newer, 2025), statement(older, 2022))).isFalse();
	}

	@Test
	void anUndatedStatementOvertakesNothing() {
		assertThat(Supersession.overtakes(statement("The allowance paid is £385.", null),
				statement("The allowance paid is £310.", 2022)))
			.isFalse();
	}

	@Test
	void nationsThatShareNothingAreLeftAlone() {
		var newer = new Statement("a#1", "a", Statement.Kind.SENTENCE, "The winter allowance is £385.", null, List.of(),
				EnumSet.of(Nation.WALES), true, new PartialDate(2025, 0, 0), 1);
		var older = new Statement("b#1", "b", Statement.Kind.SENTENCE, "The winter allowance is £310.", null, List.of(),
				EnumSet.of(Nation.SCOTLAND), true, new PartialDate(2022, 0, 0), 1);
		assertThat(Supersession.overtakes(newer, older)).isFalse();
		assertThat(Supersession.sameFact(newer, older)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					bench time tuner   | Bench time for a tuner has been cut to four years.   | A tuner serves six years of bench time before the test.
					loft money moulder | Moulders have drawn loft money of £150 since spring. | Each moulder is given £120 as loft money for high work.
					bell weight limit  | One man may lift a bell up to a limit in weight of 25 kilos. | The weight limit for a bell is 40 kilos, for any man on the floor.
					""")
	void theNewerAnswerInOtherWordsOvertakes(String asked, String newer, String older) {
		var words = Set.copyOf(Words.stems(asked));
		assertThat(Supersession.overtakes(scored(newer, 2026), scored(older, 2021), words)).isTrue();
		assertThat(Supersession.overtakes(scored(newer, 2026), scored(older, null), words)).isTrue();
		assertThat(Supersession.overtakes(scored(older, 2021), scored(newer, 2026), words)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					bench time tuner   | Bench time for a tuner is still six years, 6 all told.  | A tuner serves 6 years of bench time.
					bench time tuner   | A moulder serves four years.                            | A tuner serves six years of bench time.
					bench time tuner   | Bench time for a tuner is no longer counted.            | A tuner serves six years of bench time.
					bench time tuner   | Bench time for a tuner is paid at £9 an hour.           | A tuner serves six years of bench time.
					tuner              | A tuner trims four bells.                               | A tuner serves six years of bench time.
					""")
	void theNewerAnswerToSomethingElseLeavesAlone(String asked, String newer, String older) {
		assertThat(Supersession.overtakes(scored(newer, 2026), scored(older, 2021), Set.copyOf(Words.stems(asked))))
			.isFalse();
	}

	@Test
	void aNewerStatementFurtherFromTheQuestionOvertakesNothing() {
		var older = scored("A tuner serves six years of bench time.", 2021);
		var newer = "Bench time for a tuner has been cut to four years.";
		var words = Set.copyOf(Words.stems("bench time tuner"));
		assertThat(Supersession.overtakes(scored(newer, 2026, 0.66, true), older, words)).isTrue();
		assertThat(Supersession.overtakes(scored(newer, 2026, 0.62, true), older, words)).isFalse();
		assertThat(Supersession.overtakes(scored(newer, 2026, 0.7, false), older, words)).isFalse();
	}

	private static ScoredStatement scored(String text, @Nullable Integer year) {
		return scored(text, year, 0.7, true);
	}

	private static ScoredStatement scored(String text, @Nullable Integer year, double alignment, boolean fits) {
		return new ScoredStatement(statement(text, year), 1, 1, 0.7, alignment, 0.9, 0.9, fits, "kept");
	}

	private static Statement statement(String text, @Nullable Integer year) {
		return new Statement("a#1", "a", Statement.Kind.SENTENCE, text, null, List.of(), EnumSet.allOf(Nation.class),
				false, (year != null) ? new PartialDate(year, 0, 0) : null, 1);
	}

}
