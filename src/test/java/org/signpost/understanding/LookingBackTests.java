package org.signpost.understanding;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LookingBackTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			what was the toll in 2018?                 | 2018-12-31
			what did the berth cost in march 2024      | 2024-03-31
			what did renewal cost 2023                 | 2023-12-31
			the toll as of 2019                        | 2019-12-31
			and what was it two years ago?             | 2024-12-31
			what did it cost 3 years back              | 2023-12-31
			what was it last year                      | 2025-12-31
			""")
	void aQuestionLooksBack(String question, LocalDate day) {
		assertThat(LookingBack.read(question, TODAY)).isEqualTo(day);
	}

	@ParameterizedTest
	@ValueSource(strings = { "what is the toll?", "I qualified in 2014, what is the toll?",
			"I was a lock keeper in 2019. what do they earn", "what was announced for 2028?",
			"I left two years ago, what is the toll" })
	void aQuestionOfTodayDoesNot(String question) {
		assertThat(LookingBack.read(question, TODAY)).isEqualTo(TODAY);
	}

}
