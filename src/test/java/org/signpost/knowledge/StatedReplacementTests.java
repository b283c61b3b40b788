package org.signpost.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatedReplacementTests {

	private static final Set<Nation> EVERYWHERE = EnumSet.allOf(Nation.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					Trainees take the Founding Diploma, which replaces the Bench Ticket.             | Bench Ticket
					The Founding Diploma replaced the old Certificate in Bell Casting in 2025.       | Certificate in Bell Casting
					The new licence supersedes its former Loft Pass.                                 | Loft Pass
					In 2025 the Founding Diploma took the place of the Bench Ticket.                 | Bench Ticket
					The Board takes over from the Guild of Founders in May.                          | Guild of Founders
					Tuners now sit the Ringing Test instead of the Ear Test.                         | Ear Test
					The RTC is taken in place of the BTC.                                            | BTC
					The Bench Ticket was replaced by the Founding Diploma.                           | Bench Ticket
					The Bench Ticket, first taken in 1961, has been superseded by the diploma.       | Bench Ticket
					From May the Loft Pass will be replaced by a licence.                            | Loft Pass
					The Ear Test gave way to the Ringing Test.                                       | Ear Test
					""")
	void reads(String saying, String replaced) {
		assertThat(StatedReplacement.in(statement(saying, 2025))).extracting(StatedReplacement::replaced)
			.containsExactly(replaced);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A moulder replaces the worn parts of a pattern.", "Gloves are replaced by the foundry.",
			"The Founding Diploma takes fifteen months.", "Tea is served instead of coffee.",
			"In place of a fee there is a deposit.", "The Bench Ticket was praised by the Guild of Founders." })
	void leavesAlone(String saying) {
		assertThat(StatedReplacement.in(statement(saying, 2025))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "The Bench Ticket takes two years.", "A bench ticket costs £310.",
			"Ask for your BENCH TICKET at the gate." })
	void overtakesWhatWasSaidOfItBefore(String before) {
		assertThat(replacement().overtakes(statement(before, 2020))).isTrue();
		assertThat(replacement().overtakes(statement(before, null))).isTrue();
	}

	@Test
	void overtakesWhatStandsUnderItsHeading() {
		assertThat(replacement().overtakes(new Statement("b#1", "b", Statement.Kind.SENTENCE, "It takes two years.",
				null, List.of("The Bench Ticket"), EVERYWHERE, false, new PartialDate(2020, 0, 0), 1)))
			.isTrue();
		assertThat(replacement().overtakes(new Statement("b#1", "b", Statement.Kind.ITEM, "two years",
				"The Bench Ticket takes:", List.of(), EVERYWHERE, false, new PartialDate(2020, 0, 0), 1)))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The Bench Ticket is still honoured.           | 2026
			The Bench Ticket is still honoured.           | 2025
			The Founding Diploma takes fifteen months.    | 2020
			Workbench ticketing is done by hand.          | 2020
			""")
	void leavesAloneWhatIsAsNewOrOfSomethingElse(String other, int year) {
		assertThat(replacement().overtakes(statement(other, year))).isFalse();
	}

	@Test
	void overtakesOnlyWhereItApplies() {
		var inWales = StatedReplacement
			.in(statement("The Founding Diploma replaces the Bench Ticket.", 2025, EnumSet.of(Nation.WALES)))
			.getFirst();
		assertThat(inWales.overtakes(statement("The Bench Ticket costs £310.", 2020, EnumSet.of(Nation.SCOTLAND))))
			.isFalse();
		assertThat(inWales.overtakes(statement("The Bench Ticket costs £310.", 2020, EVERYWHERE))).isTrue();
	}

	@Test
	void anUndatedOneOvertakesNothing() {
		var undated = StatedReplacement.in(statement("The Founding Diploma replaces the Bench Ticket.", null))
			.getFirst();
		assertThat(undated.overtakes(statement("The Bench Ticket costs £310.", 2020))).isFalse();
	}

	@Test
	void aKnowledgeBaseGathersThem() {
		var statement = statement("The Founding Diploma replaces the Bench Ticket.", 2025);
		var source = new Source("a", "A", null, null, null, null, EVERYWHERE, false,
				List.of(statement("A tuner tunes.", 2025, EVERYWHERE, "a#0"), statement), List.of());
		assertThat(KnowledgeBase.of(List.of(source), List.of()).replacements())
			.containsExactly(new StatedReplacement("Bench Ticket", statement));
	}

	private static StatedReplacement replacement() {
		return StatedReplacement.in(statement("The Founding Diploma replaces the Bench Ticket.", 2025)).getFirst();
	}

	private static Statement statement(String text, @Nullable Integer year) {
		return statement(text, year, EVERYWHERE);
	}

	private static Statement statement(String text, @Nullable Integer year, Set<Nation> nations) {
		return statement(text, year, nations, "a#1");
	}

	private static Statement statement(String text, @Nullable Integer year, Set<Nation> nations, String id) {
		return new Statement(id, "a", Statement.Kind.SENTENCE, text, null, List.of(), nations, true,
				(year != null) ? new PartialDate(year, 0, 0) : null, 1);
	}

}
