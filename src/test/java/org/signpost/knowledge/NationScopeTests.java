package org.signpost.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NationScopeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					In Wales, a lock cottage costs £82 a week.                           | WALES
					In Wales a lock cottage costs £82 a week.                            | WALES
					Wales: £24,050                                                       | WALES
					Northern Ireland - £23,900                                           | NORTHERN_IRELAND
					England and Wales: £24,050                                           | ENGLAND, WALES
					Lock keepers in Scotland take another award.                         | SCOTLAND
					New lock keepers in England and Wales take the diploma.              | ENGLAND, WALES
					The law applies to England, Wales and Scotland.                      | ENGLAND, WALES, SCOTLAND
					The rule holds in Wales, Scotland, or Northern Ireland.              | WALES, SCOTLAND, NORTHERN_IRELAND
					For Scotland, apply to the office.                                   | SCOTLAND
					However, in Northern Ireland the trust hires them.                   | NORTHERN_IRELAND
					Only in Scotland is this so.                                         | SCOTLAND
					Welsh schools need a coordinator.                                    | WALES
					Scottish teachers register with the council.                         | SCOTLAND
					Boats may pass throughout England.                                   | ENGLAND
					In Scotland it is the green card, and in Northern Ireland the blue.  | SCOTLAND, NORTHERN_IRELAND
					In England you pay £40; in Wales nothing.                            | ENGLAND, WALES
					In Wales, unlike in England, boats are taxed.                        | WALES
					The rule is the same across the UK.                                  | ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND
					In Great Britain the lock fee is £12.                                | ENGLAND, WALES, SCOTLAND
					In Northern Ireland and Great Britain boats are taxed.               | ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND
					Students in NI apply to the trust.                                   | NORTHERN_IRELAND
					There are 14 vacancies, four of them for placements in Scotland.     | SCOTLAND
					""")
	void narrowsTo(String statement, String nations) {
		assertThat(NationScope.ofStatement(statement)).isEqualTo(nations(nations));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A qualification gained in Wales is recognised in England.",
			"A licence gained in Scotland is recognised in Wales.",
			"Apprentices from Wales travel to a college in England.",
			"Apprentices from Wales travel to a college in England for four weeks a year.",
			"Pay is higher than in England.", "Unlike in Scotland, no register is kept.",
			"People who trained in Scotland may apply.", "A lock keeper works the gates.",
			"The New South Wales certificate is accepted.", "The England-based firm hires in winter.",
			"A teacher who qualified in Northern Ireland needs no further test." })
	void leavesAlone(String statement) {
		assertThat(NationScope.ofStatement(statement)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Wales                               | WALES
			In Wales                            | WALES
			Pay in Northern Ireland             | NORTHERN_IRELAND
			Registration (Scotland)             | SCOTLAND
			Scotland: how to register           | SCOTLAND
			England and Wales                   | ENGLAND, WALES
			Fees in Great Britain               | ENGLAND, WALES, SCOTLAND
			How to register - Scotland          | SCOTLAND
			All four nations                    | ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND
			""")
	void aHeadingNarrowsTo(String heading, String nations) {
		assertThat(NationScope.ofHeading(heading)).isEqualTo(nations(nations));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Duties", "Moving from Wales", "The Bank of England Trust", "Teachers who trained in Wales" })
	void aHeadingLeavesAlone(String heading) {
		assertThat(NationScope.ofHeading(heading)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			England                  | ENGLAND
			Wales (£)                | WALES
			England & Wales          | ENGLAND, WALES
			UK                       | ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND
			Scotland only            | SCOTLAND
			""")
	void aColumnIsHeadedBy(String head, String nations) {
		assertThat(NationScope.ofLabel(head)).isEqualTo(nations(nations));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Post", "Pay in Wales this year", "London", "" })
	void aColumnIsNotHeadedBy(String head) {
		assertThat(NationScope.ofLabel(head)).isNull();
	}

	@Test
	void theInnermostHeadingThatNamesANationDecides() {
		assertThat(NationScope.ofHeadings(List.of("Pay in England", "Wales", "Allowances")))
			.containsExactly(Nation.WALES);
	}

	private static Set<Nation> nations(String names) {
		var nations = EnumSet.noneOf(Nation.class);
		for (var name : names.split(", ", -1)) {
			nations.add(Nation.valueOf(name));
		}
		return nations;
	}

}
