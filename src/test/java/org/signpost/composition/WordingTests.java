package org.signpost.composition;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signpost.language.Figures;
import org.signpost.understanding.SpeechAct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WordingTests {

	private final Wording wording = Wording.load();

	@Test
	void fillsInTheNames() {
		assertThat(this.wording.text("out-of-scope", Map.of("subject", "locks"))).endsWith("about locks.");
	}

	@Test
	void tellsATextThatIsMissing() {
		assertThatIllegalStateException().isThrownBy(() -> this.wording.text("nothing", Map.of()))
			.withMessage("wording.yaml lacks nothing");
	}

	@ParameterizedTest
	@EnumSource(SpeechAct.class)
	void thereAreWordsForEveryAct(SpeechAct act) {
		var key = act.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		switch (act.group()) {
			case SMALL_TALK -> assertThat(this.wording.text(key, Map.of())).isNotBlank();
			case HANDOFF -> {
				assertThat(this.wording.sentences(key, Map.of())).isNotEmpty()
					.allSatisfy((text) -> assertThat(Figures.in(text)).isEmpty());
				assertThat(this.wording.contacts(key)).isNotEmpty();
			}
			case OUT_OF_SCOPE -> assertThat(this.wording.text(key, Map.of())).isNotBlank();
			case QUESTION, BACKGROUND -> assertThat(this.wording.text("not-covered", Map.of())).isNotBlank();
		}
	}

}
