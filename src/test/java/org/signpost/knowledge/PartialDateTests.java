package org.signpost.knowledge;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PartialDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "2025", "2025-09", "2025-09-01", "2024-02-29" })
	void readsWhatItWrites(String text) {
		assertThat(String.valueOf(PartialDate.parse(text))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "25", "2025-13", "2025-00-10", "2025-02-30", "2023-02-29", "September 2025",
			"2025-9-1-1", "2025/09", "20250901" })
	void isNoDate(String text) {
		assertThat(PartialDate.parse(text)).isNull();
	}

	@Test
	void knowsTheFirstAndTheLastDayItCanMean() {
		assertThat(new PartialDate(2024, 0, 0).latest()).isEqualTo(LocalDate.of(2024, 12, 31));
		assertThat(new PartialDate(2024, 2, 0).earliest()).isEqualTo(LocalDate.of(2024, 2, 1));
		assertThat(new PartialDate(2024, 2, 0).latest()).isEqualTo(LocalDate.of(2024, 2, 29));
		assertThat(new PartialDate(2024, 2, 3).latest()).isEqualTo(LocalDate.of(2024, 2, 3));
	}

	@Test
	void refusesADayWithoutAMonth() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(2024, 0, 3));
	}

}
