package org.signpost.understanding;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingCorrectorTests {

	private static final SpellingCorrector spelling = new SpellingCorrector(Engines.small(), Engines.tools().lexicon(),
			Set.of("scilly"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			how much is the alowance        | how much is the allowance
			what does a lock keepr do       | what does a lock keeper do
			the slucie certificate          | the sluice certificate
			the operatons diplomma          | the operations diploma
			how long is the aprenticeship   | how long is the apprenticeship
			what are the requirments        | what are the requirements
			HOW MUCH IS THE ALOWANCE        | HOW MUCH IS THE allowance
			is the SLUCE form online        | is the sluice form online
			how is LLANWEN reached          | how is llanwern reached
			""")
	void mends(String typed, String mended) {
		assertThat(mend(typed)).isEqualTo(mended);
	}

	@ParameterizedTest
	@ValueSource(strings = { "how much is the allowance", "what does a lok keeper do", "Is there parking in Xanadu?",
			"the teachers were teaching", "I like to swim", "abc 123x £24,750", "don't", "a lock in Llanwern",
			"is there a lock on scilly", "Do I need a PIPLOMA first?", "I heard about ALOWNCE rules",
			"the ALOWANCE scheme", "ask the COTAGE desk", "is the form offline", "I was at uni" })
	void leavesAlone(String typed) {
		assertThat(mend(typed)).isEqualTo(typed);
	}

	private static String mend(String typed) {
		return spelling.correct(typed, Engines.small().vocabulary());
	}

}
