package org.signpost.language;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The English words a model's vocabulary holds whole, which tells a misspelling from a
 * word. Immutable.
 */
public final class Lexicon {

	private final Map<String, Integer> ranks;

	Lexicon(Map<String, Integer> ranks) {
		this.ranks = Map.copyOf(ranks);
	}

	/** Whether a lower-case word is known. */
	public boolean knows(String word) {
		return this.ranks.containsKey(word);
	}

	/**
	 * How rare it is: the frequent words have the small ranks; null when it is unknown.
	 */
	public @Nullable Integer rank(String word) {
		return this.ranks.get(word);
	}

	/** The words. */
	public Iterable<String> words() {
		return this.ranks.keySet();
	}

	/** Knows nothing, so that no word is ever taken for right. */
	public static Lexicon empty() {
		return new Lexicon(Map.of());
	}

}
