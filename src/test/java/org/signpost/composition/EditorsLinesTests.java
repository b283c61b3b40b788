package org.signpost.composition;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditorsLinesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Yes: in Wales, a keeper may live at the lock.        | In Wales, a keeper may live at the lock.
			Yes in Wales: a keeper may live at the lock.         | In Wales, a keeper may live at the lock.
			No, not in Scotland: no sum is paid.                 | In Scotland, no sum is paid.
			Yes, a keeper may live at the lock.                  | A keeper may live at the lock.
			No: the award is another one.                        | The award is another one.
			Not always: in Wales, a keeper may live elsewhere.   | In Wales, a keeper may live elsewhere.
			Not yet, by the guidance here: it is only announced. | It is only announced.
			""")
	void leavesOutTheYesThatMayNotFit(String text, String without) {
		assertThat(EditorsLines.withoutVerdict(text)).isEqualTo(without);
	}

	@ParameterizedTest
	@ValueSource(strings = { "No longer in England: the award is closed.", "Nobody is paid for it.",
			"In Wales, yes and no." })
	void leavesAloneWhatIsNoVerdict(String text) {
		assertThat(EditorsLines.withoutVerdict(text)).isEqualTo(text);
	}

}
