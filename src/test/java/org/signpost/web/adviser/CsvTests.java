package org.signpost.web.adviser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(\"x\";\"y\")" })
	void keepsACellFromBeingAFormula(String text) {
		assertThat(Csv.of(List.of(List.of(text)))).startsWith("\"'")
			.isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"\r\n");
	}

	@Test
	void leavesOtherCellsAlone() {
		assertThat(Csv.of(List.of(List.of("2026-11-21", "7", ""), List.of("a,b", "say \"x\"", "a=b"))))
			.isEqualTo("2026-11-21,7,\r\n\"a,b\",\"say \"\"x\"\"\",a=b\r\n");
	}

}
