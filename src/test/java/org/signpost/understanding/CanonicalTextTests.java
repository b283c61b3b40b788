package org.signpost.understanding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			What do lockkeepers do?             | what do lock keeper do
			Is there cold weather pay?          | is there winter allowance
			The LOD costs what                  | the Lock Operations Diploma costs what
			What is the pay?                    | What is the pay?
			""")
	void writesThePreferredLabel(String text, String canonical) {
		assertThat(new CanonicalText(Engines.small().vocabulary()).of(text)).isEqualTo(canonical);
	}

}
