package org.signpost.language;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class LexiconTests {

	@Test
	void knowsEverydayEnglish() {
		assertThat(new String[] { "teacher", "salary", "course", "school" }).allMatch(Engines.tools().lexicon()::knows);
	}

	@Test
	void doesNotKnowMisspellings() {
		assertThat(new String[] { "techer", "salery", "corse", "shcool" }).noneMatch(Engines.tools().lexicon()::knows);
	}

	@Test
	void ranksFrequentWordsFirst() {
		var lexicon = Engines.tools().lexicon();
		assertThat(lexicon.rank("school")).isLessThan(lexicon.rank("sluice") != null ? lexicon.rank("sluice") : 30_000);
		assertThat(lexicon.rank("shcool")).isNull();
	}

	@Test
	void knowsNothingWhenEmpty() {
		assertThat(Lexicon.empty().knows("school")).isFalse();
		assertThat(new Lexicon(Map.of("lock", 1)).words()).containsExactly("lock");
	}

}
