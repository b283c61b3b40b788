package org.signpost.knowledge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementDateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			From 1 September 2025 the pay is £24,750.              | 2025-09-01
			From September 2025 the pay is £24,750.                | 2025-09
			The pay was £21,400 (September 2020 figures).          | 2020-09
			The pay was £21,400 in 2023/24.                        | 2023
			In 2024 the pay was £22,000.                           | 2024
			Pay from 2025-09-01                                    | 2025-09-01
			Raised in 2021 and 2023.                               | 2023
			From 1 April 2026 it is £345; in 2027 it is reviewed.  | 2026-04-01
			Coalbridge: 18 April 2026, 10:00                       | 2026-04-18
			The rule in force since 2 March 2020 applies.          | 2020-03-02
			Rates as at Apr 2022                                   | 2022-04
			""")
	void isOf(String text, String date) {
		assertThat(String.valueOf(StatementDate.of(text))).isEqualTo(date);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A lock keeper works the gates.", "It goes on until 31 March 2027.",
			"Apply before 31 October 2026.", "The pay is £2,025 a year.", "It costs £2025.", "Call 0161 496 2025.",
			"The Waterways Act 2004 applies.", "The Additional Learning Needs Regulations 2020 apply.",
			"Pay is higher than in 2019." })
	void isOfNoDate(String text) {
		assertThat(StatementDate.of(text)).isNull();
	}

}
