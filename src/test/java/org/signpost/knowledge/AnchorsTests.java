package org.signpost.knowledge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that are named in a source, and what is left of it. */
class AnchorsTests {

	private final Problems problems = new Problems("guidance/pay.md");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			It is £385{#a} a year.                                | £385                     | amount
			It is £385{#a}, paid in May.                          | £385                     | amount
			It is **£385**{#a} a year.                            | £385                     | amount
			It is £5 million{#a} in all.                          | £5 million               | amount
			It is £300 to £385{#a} a year.                        | £385                     | amount
			It is [£300 to £385]{#a} a year.                      | £300 to £385             | amount
			It rises by 5.5%{#a}.                                 | 5.5%                     | percentage
			It rises by 4 per cent{#a} in May.                    | 4 per cent               | percentage
			From 1 September 2025{#a} it is more.                 | 1 September 2025         | date
			In April 2025{#a} it rose.                            | April 2025               | date
			In 2025/26{#a} it rose.                               | 2025/26                  | date
			It opens at 8:30am{#a}.                               | 8:30am                   | time
			A three{#a}-year course.                              | three                    | number
			Up to 1,000{#a} people.                               | 1,000                    | number
			Take the [Lock Operations Diploma]{#a}.               | Lock Operations Diploma  | words
			- a winter allowance of £385{#a}                      | £385                     | amount
			## Pay from April 2025{#a}                            | April 2025               | date
			~| Keeper | £24,750{#a} | £24,300{#b} |~              | £24,750                  | amount
			~It is paid from 1\\nSeptember 2025{#a} on.~          | 1 September 2025         | date
			""")
	void namesTheFigureBeforeItOrTheWordsInBrackets(String text, String words, String kind) {
		var value = read(text.replace("\\n", "\n")).values().getFirst();
		assertThat(value.name()).isEqualTo("a");
		assertThat(value.words()).isEqualTo(words);
		assertThat(value.kinds().getFirst().word()).isEqualTo(kind);
		assertThat(this.problems.found()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			It is not paid{#a} any more.
			It is £385 a year{#a}, it says.
			It is £5{#a} million in all.
			From 1 September{#a} 2025 it is more.
			It is £2{#a},500 in all.
			""")
	void tellsOneThatStandsAfterNoFigure(String text) {
		assertThat(read(text).values().getFirst().words()).isEmpty();
		assertThat(this.problems.found()).extracting(Problem::toString)
			.containsExactly(
					"guidance/pay.md:4: warning: {#a} names nothing: it stands after no figure; write it directly after one, or [words]{#a}");
	}

	@Test
	void leavesAloneWhatSiteGeneratorsWriteAtTheEndOfALine() {
		assertThat(read("# Pay {#pay}\nIt is paid.\n## Pay again{#pay}\n").text())
			.isEqualTo("# Pay \nIt is paid.\n## Pay again\n");
		assertThat(this.problems.found()).isEmpty();
	}

	@Test
	void tellsANameThatIsGivenTwice() {
		read("It is £385{#a} a year.\n\nIt was £310{#a} before.\n");
		assertThat(this.problems.found()).extracting(Problem::toString)
			.containsExactly("guidance/pay.md:6: {#a} names a value in line 4 already; give this one another name");
	}

	@Test
	void leavesEachStatementAsItWouldReadWithout() {
		var plain = """
				---
				title: Pay
				---
				# Pay from April 2025
				| Post | England | Wales |
				| --- | --- | --- |
				| Lock keeper | £24,750 | £24,300 |

				A lock keeper gets:

				- £385 a year for the winter
				- a day off after 12 days

				It was £310 in 2022, and is **£385** now.
				""";
		var named = plain.replaceAll("(£[\\d,]+|2025|12|\\b2022)(\\*\\*)?", "$1$2{#v-$1}")
			.replaceAll("\\{#v-£?([\\d,]+)}", "{#v$1}")
			.replace(",", "")
			.replaceFirst("\\{#v385}", "{#winter}");
		assertThat(named).contains("April 2025{#v2025}", "**£385**{#v385}");
		assertThat(guidance(named, this.problems)).isEqualTo(guidance(plain.replace(",", ""), this.problems));
		assertThat(this.problems.found()).isEmpty();
	}

	private static List<Statement> guidance(String text, Problems problems) {
		return new GuidanceReader(new Sentences()).read("pay", text, problems).statements();
	}

	private Anchors read(String body) {
		return Anchors.read(body, 3, this.problems);
	}

}
