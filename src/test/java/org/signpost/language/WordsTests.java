package org.signpost.language;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Lock keepers work.               | lock keepers work
			a co-ordinator                   | a coordinator
			the coordinator's office         | the coordinator office
			the keepers' office              | the keepers office
			part-time work                   | part time work
			don’t                            | dont
			Café Zürich                      | cafe zurich
			£2,679 a year                    | 2679 a year
			8:30 in 2023/24                  | 8:30 in 2023/24
			re-sit, pre-school, e-learning   | resit preschool elearning
			""")
	void cutsIntoWords(String text, String words) {
		assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
	}

	@Test
	void findsNoWordsInPunctuation() {
		assertThat(Words.of("?!… —")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "teaching, teach", "qualified, qualify", "allowances, allowance", "schools, school" })
	void formsOfAWordMeet(String a, String b) {
		assertThat(Words.stem(a)).isEqualTo(Words.stem(b)).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "university, united", "2023, 2024", "pay, play" })
	void differentWordsStayApart(String a, String b) {
		assertThat(Words.stem(a)).isNotEqualTo(Words.stem(b));
	}

	@Test
	void keepsWhatHoldsADigit() {
		assertThat(Words.stems("2,679 H2O 2025s")).isEqualTo(List.of("2679", "h2o", "2025s"));
	}

}
