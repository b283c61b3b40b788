package org.signpost.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistanceTests {

	@ParameterizedTest
	@CsvSource({ "lock, lock, 0", "lock, locks, 1", "locks, lock, 1", "lock, luck, 1", "lock, lcok, 1",
			"allowance, alowence, 2", "'', ab, 2", "ab, '', 2" })
	void countsTheSlips(String a, String b, int slips) {
		assertThat(EditDistance.between(a, b, 2)).isEqualTo(slips);
	}

	@ParameterizedTest
	@CsvSource({ "lock, canal", "sluice, slce12", "a, abcd" })
	void givesUpBeyondTheLimit(String a, String b) {
		assertThat(EditDistance.between(a, b, 2)).isEqualTo(3);
	}

	@Test
	void isTheSameBothWays() {
		assertThat(EditDistance.between("keeper", "kepeer", 2)).isEqualTo(EditDistance.between("kepeer", "keeper", 2));
	}

}
