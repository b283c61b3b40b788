package org.signpost.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTests {

	private final Sentences sentences = new Sentences();

	@Test
	void cutsAtTheEndsOfSentences() {
		assertThat(this.sentences.of("Lock keepers work in summer. Is it hard? It is! £24,750 is the pay."))
			.containsExactly("Lock keepers work in summer.", "Is it hard?", "It is!", "£24,750 is the pay.");
	}

	@Test
	void cutsAfterAFigure() {
		assertThat(this.sentences.of("The pay rose to £24,750. Weekend work is usual."))
			.containsExactly("The pay rose to £24,750.", "Weekend work is usual.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bring tools, e.g. a windlass, to the lock.", "The lock opens at 8 a.m. on weekdays.",
			"Ask Mr. Brown at the office.", "It costs £12.50 an hour.", "See No. 4 for details." })
	void doesNotCutWithin(String sentence) {
		assertThat(this.sentences.of(sentence)).containsExactly(sentence);
	}

	@Test
	void findsNothingInNothing() {
		assertThat(this.sentences.of("  \n ")).isEmpty();
	}

	@Test
	void cutsAlikeInManyThreads() {
		var text = "Lock keepers work in summer. Weekend work is usual. The pay is £24,750.";
		var expected = this.sentences.of(text);
		assertThat(java.util.stream.IntStream.range(0, 200).parallel().mapToObj((i) -> this.sentences.of(text)))
			.allMatch(expected::equals);
	}

}
