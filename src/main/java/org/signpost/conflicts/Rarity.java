package org.signpost.conflicts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How rare words are in all guidance, as inverse document frequency: what a statement is
 * about is told by its rare words. Immutable.
 */
public final class Rarity {

	private final Map<String, Double> weights = new HashMap<>();

	private final int documents;

	private Rarity(Map<String, Integer> counts, int documents) {
		this.documents = documents;
		counts.forEach((word, count) -> this.weights.put(word, Math.log(1 + (double) documents / count)));
	}

	/** The rarity of the words of some texts, each as its stems. */
	public static Rarity of(Collection<Set<String>> texts) {
		var counts = new HashMap<String, Integer>();
		texts.forEach((text) -> text.forEach((word) -> counts.merge(word, 1, Integer::sum)));
		return new Rarity(counts, texts.size());
	}

	/** The weight of a word, larger the rarer it is. */
	public double weight(String word) {
		return this.weights.getOrDefault(word, highest());
	}

	/** The weight of a word that only one text has. */
	double highest() {
		return Math.log(1 + (double) this.documents);
	}

	/** How alike two texts are by their words: a cosine, each word weighed by rarity. */
	public double cosine(Set<String> a, Set<String> b) {
		var shared = 0.0;
		for (var word : a) {
			if (b.contains(word)) {
				shared += square(word);
			}
		}
		return (shared == 0) ? 0 : shared / Math.sqrt(squares(a) * squares(b));
	}

	private double squares(Set<String> words) {
		return words.stream().mapToDouble(this::square).sum();
	}

	private double square(String word) {
		return weight(word) * weight(word);
	}

	/** Which share of a text another lacks, each word weighed by rarity. */
	double lacked(Set<String> words, Set<String> by) {
		var all = words.stream().mapToDouble(this::weight).sum();
		return (all == 0) ? 0
				: words.stream().filter((word) -> !by.contains(word)).mapToDouble(this::weight).sum() / all;
	}

	/** The rarest word that another lacks, from 0 to 1. */
	double rarestLacked(Set<String> words, Set<String> by) {
		return words.stream().filter((word) -> !by.contains(word)).mapToDouble(this::weight).max().orElse(0)
				/ Math.max(1, highest());
	}

}
