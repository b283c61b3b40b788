package org.signpost.decision;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class SupersessionTests {

	private static final Supersession supersession = Engines.supersession();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			The winter allowance is £385 a year.        | The winter allowance is £310 a year.
			From 1 April 2026 the tool allowance is £345 a year. | The tool allowance is £260 a year.
			Lock keepers work 39 hours a week.          | Lock keepers work 40 hours a week.
			Post: Lock keeper; Pay: £24,750             | Post: Lock keeper; Pay: £21,400
			""")
	void theNewerOvertakes(String newer, String older) {
		assertThat(supersession.overtakes(statement(newer, 2025), statement(older, 2022))).isTrue();
		assertThat(supersession.overtakes(statement(newer, 2025), statement(older, null))).isTrue();
		assertThat(supersession.overtakes(statement(older, 2022), statement(newer, 2025))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			The winter allowance is £385 a year.        | The winter allowance is £385 a year.
			The winter allowance is £385 a year.        | A lock cottage costs £82 a week.
			The lock diploma takes three years to finish. | Step 4: finish the lock diploma, which takes three years.
			The winter allowance is £385 a year.        | The winter allowance is paid in March.
			Lock keepers work 39 hours a week.          | An apprenticeship takes two years.
			""")
	void theNewerLeavesAlone(String newer, String older) {
		assertThat(supersession.overtakes(statement(newer, 2025), statement(older, 2022))).isFalse();
	}

	@Test
	void whatIsGivenIsWhatAnAnswerGives() {
		var day = LocalDate.of(2026, 1, 1);
		var newer = statement("The winter allowance is £385 a year.", 2025);
		var older = statement("The winter allowance is £310 a year.", 2022);
		var undated = statement("The winter allowance is £310 a year.", null);
		var coming = statement("The winter allowance is £400 a year.", 2027);
		assertThat(supersession.precedence(older, newer, List.of(), day))
			.isEqualTo(new Precedence(newer, Precedence.Reason.NEWER));
		assertThat(supersession.precedence(newer, undated, List.of(), day))
			.isEqualTo(new Precedence(newer, Precedence.Reason.DATED));
		assertThat(supersession.precedence(coming, newer, List.of(), day))
			.isEqualTo(new Precedence(newer, Precedence.Reason.NOT_YET_IN_FORCE));
		assertThat(
				supersession.precedence(newer, statement("The winter allowance is £390 a year.", 2025), List.of(), day))
			.isEqualTo(new Precedence(null, Precedence.Reason.NO_ORDER));
		assertThat(supersession.precedence(statement("Applications close on 1 March.", 2025),
				statement("Applications close on 5 March.", 2022), List.of(), day))
			.isEqualTo(new Precedence(null, Precedence.Reason.NOT_SURE));
	}

	@Test
	void whatHasBeenReplacedIsNotGiven() {
		var replacing = statement("The Lock Diploma replaces the Lock Certificate and costs £385.", 2024);
		var replaced = statement("The Lock Certificate costs £310.", 2022);
		var replacements = KnowledgeBase
			.of(List.of(new Source("a", "A", null, null, null, null, EnumSet.allOf(Nation.class), false,
					List.of(replacing), List.of())), List.of())
			.replacements();
		var other = statement("A diploma costs £385.", 2024);
		assertThat(supersession.precedence(replaced, other, replacements, LocalDate.of(2026, 1, 1)))
			.isEqualTo(new Precedence(other, Precedence.Reason.REPLACED));
	}

	@Test
	void anUndatedStatementOvertakesNothing() {
		assertThat(supersession.overtakes(statement("The allowance paid is £385.", null),
				statement("The allowance paid is £310.", 2022)))
			.isFalse();
	}

	@Test
	void nationsThatShareNothingAreLeftAlone() {
		var newer = new Statement("a#1", "a", Statement.Kind.SENTENCE, "The winter allowance is £385.", null, List.of(),
				EnumSet.of(Nation.WALES), true, new PartialDate(2025, 0, 0), 1);
		var older = new Statement("b#1", "b", Statement.Kind.SENTENCE, "The winter allowance is £310.", null, List.of(),
				EnumSet.of(Nation.SCOTLAND), true, new PartialDate(2022, 0, 0), 1);
		assertThat(supersession.overtakes(newer, older)).isFalse();
		assertThat(supersession.sameFact(newer, older)).isFalse();
	}

	@Test
	void theNewerLikelyAnswerInOtherWordsOvertakes() {
		var newer = "Bench time for a tuner has been cut to four years.";
		var older = "A tuner serves six years of bench time before the test.";
		assertThat(supersession.overtakes(likely(newer, 2026, 0.9), likely(older, 2021, 0.8))).isTrue();
		assertThat(supersession.overtakes(likely(newer, 2026, 0.9), likely(older, null, 0.8))).isTrue();
		assertThat(supersession.overtakes(likely(older, 2021, 0.9), likely(newer, 2026, 0.8))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Bench time for a tuner is still six years, 6 all told.  | A tuner serves 6 years of bench time.
			Bench time for a tuner is no longer counted.            | A tuner serves six years of bench time.
			Bench time for a tuner is paid at £9 an hour.           | A tuner serves six years of bench time.
			""")
	void theNewerWithTheSameOrNoSuchFigureLeavesAlone(String newer, String older) {
		assertThat(supersession.overtakes(likely(newer, 2026, 0.9), likely(older, 2021, 0.9))).isFalse();
	}

	@Test
	void whatIsNotLikelyAnAnswerOvertakesNothing() {
		var older = likely("A tuner serves six years of bench time.", 2021, 0.9);
		assertThat(supersession.overtakes(likely("A tuner serves four years of bench time.", 2026, 0.1), older))
			.isFalse();
	}

	@Test
	void aMonthIsNotLaterThanItsYear() {
		var older = likely("A tuner serves six years of bench time.", 2025, 0.9);
		var newer = new Judgement.Likely(
				dated("Bench time for a tuner has been cut to four years.", new PartialDate(2025, 11, 0)), 0.9);
		assertThat(supersession.overtakes(newer, older)).isFalse();
	}

	@Test
	void neitherAYearNorAMonthOfItIsTheLater() {
		var year = dated("The winter allowance is £385 a year.", new PartialDate(2026, 0, 0));
		var month = dated("The winter allowance is £310 a year.", new PartialDate(2026, 8, 0));
		assertThat(supersession.sameFact(year, month)).isTrue();
		assertThat(supersession.overtakes(year, month)).isFalse();
		assertThat(supersession.overtakes(month, year)).isFalse();
		var day = LocalDate.of(2026, 11, 21);
		assertThat(supersession.precedence(year, month, List.of(), day))
			.isEqualTo(new Precedence(null, Precedence.Reason.NO_ORDER));
		assertThat(supersession.precedence(month, year, List.of(), day))
			.isEqualTo(new Precedence(null, Precedence.Reason.NO_ORDER));
	}

	@Test
	void whatAPastEventCostDoesNotOvertakeWhatHoldsNow() {
		var current = dated("A visit to the lock museum costs £6.", new PartialDate(2024, 0, 0));
		var past = dated("At the open day on 3 May 2025 a visit to the lock museum cost £2.",
				new PartialDate(2025, 5, 3));
		assertThat(past.announcesEvent()).isTrue();
		assertThat(supersession.overtakes(past, current)).isFalse();
		assertThat(supersession.overtakes(new Judgement.Likely(past, 0.9), new Judgement.Likely(current, 0.9)))
			.isFalse();
	}

	@Test
	void aHeadingOverBothDoesNotMakeThemOneSubject() {
		var heading = List.of("Foundry wages and loft money");
		var older = new Judgement.Likely(
				new Statement("a#1", "a", Statement.Kind.SENTENCE, "Apprentice tuners get £210.", null, heading,
						EnumSet.allOf(Nation.class), false, new PartialDate(2021, 0, 0), 1),
				0.9);
		var newer = new Judgement.Likely(
				new Statement("a#2", "a", Statement.Kind.SENTENCE, "Moulders out on a bell frame take £400.", null,
						heading, EnumSet.allOf(Nation.class), false, new PartialDate(2026, 0, 0), 2),
				0.9);
		assertThat(supersession.overtakes(newer, older)).isFalse();
	}

	private static Statement dated(String text, PartialDate date) {
		return new Statement("a#1", "a", Statement.Kind.SENTENCE, text, null, List.of(), EnumSet.allOf(Nation.class),
				false, date, 1);
	}

	private static Judgement.Likely likely(String text, @Nullable Integer year, double probability) {
		return new Judgement.Likely(statement(text, year), probability);
	}

	private static Statement statement(String text, @Nullable Integer year) {
		return new Statement("a#1", "a", Statement.Kind.SENTENCE, text, null, List.of(), EnumSet.allOf(Nation.class),
				false, (year != null) ? new PartialDate(year, 0, 0) : null, 1);
	}

}
