package org.signpost.conflicts;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The badge costs £85.                      | The badge is £95.
			Training takes 9 weeks.                   | Training takes three months.
			You must be at least 17.                  | You must be at least 18.
			The pass mark is 60%.                     | You need 65 per cent.
			Porters earn £20,000 to £24,000.          | Porters earn £18,000 to £22,000.
			Porters earn £20,000 to £24,000.          | Porters earn up to £27,000.
			Applications close on 31 January.         | Applications close on 15 February.
			The evening begins at 18:00.              | The evening begins at 7pm.
			Probation is one year.                    | Probation is 18 months.
			""")
	void valuesThatCannotBothBeTrueOfOneThingContradict(String a, String b) {
		assertThat(ClaimValues.of(a).contradict(ClaimValues.of(b))).isTrue();
		assertThat(ClaimValues.of(b).contradict(ClaimValues.of(a))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The course takes two years.               | The course takes 24 months.
			You hear within 21 days.                  | You hear within three weeks.
			Porters earn £20,000 to £24,000.          | Porters earn around £22,000.
			Porters start on £20,000.                 | Porters reach £24,000.
			Members pay £50 and £20 if retired.       | Members pay £50.
			From 25 on you get £92.                   | From 18 to 24 you get £71.
			The badge costs £85.                      | The course takes 3 weeks.
			In March 2024 it cost £85.                | In May 2026 it cost £85.
			""")
	void valuesThatCanDoNot(String a, String b) {
		assertThat(ClaimValues.of(a).contradict(ClaimValues.of(b))).isFalse();
		assertThat(ClaimValues.of(b).contradict(ClaimValues.of(a))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Band 6 porters earn £31,000.              | Band 7 porters earn £35,000.     | true
			In the first year you get £16,900.        | In year 2 you get £19,400.       | true
			Point M1 is £31,650.                      | Point M3 is £33,831.             | true
			Band 6 porters earn £31,000.              | Band 6 porters earn £32,000.     | false
			Porters earn £31,000.                     | Band 6 porters earn £32,000.     | false
			""")
	void whatIsNumberedIsAName(String a, String b, boolean others) {
		assertThat(ClaimValues.of(a).namesOthers(ClaimValues.of(b))).isEqualTo(others);
	}

	@Test
	void aRowClaimsEachOfItsCells() {
		var row = statement(Statement.Kind.ROW, "Role: Porter; Pay: £24,000; Holiday: 26 days; Place: Leith");
		assertThat(Claim.of(row)).extracting((claim) -> claim.narrowed().text())
			.containsExactly("Role: Porter; Pay: £24,000", "Role: Porter; Holiday: 26 days");
		assertThat(Claim.of(row)).allMatch((claim) -> claim.statement().equals(row));
	}

	@Test
	void whatGivesNoValueClaimsNothing() {
		assertThat(Claim.of(statement(Statement.Kind.SENTENCE, "Porters carry luggage."))).isEmpty();
		assertThat(Claim.of(statement(Statement.Kind.COLUMN, "Pay, by role: Porter (£24,000)"))).isEmpty();
	}

	private static Statement statement(Statement.Kind kind, String text) {
		return new Statement("porters#1", "porters", kind, text, null, List.of("Porter"), EnumSet.allOf(Nation.class),
				false, null, 1);
	}

}
