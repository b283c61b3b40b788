package org.signpost.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.signpost.language.WordVectors;
import org.signpost.language.Words;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;

/**
 * Tells how well a statement meets a question word by word: each telling word of the
 * question is compared with the word of the statement that comes nearest in meaning, and
 * the rarer it is the more it counts ("late interaction", Khattab and Zaharia 2020, with
 * the model's own word vectors). It tells an answerable question from a near miss better
 * than the cosine of the two sentences. Immutable; some 20 µs a statement.
 */
final class WordAlignment {

	/** So many statements, evenly spread, tell how well just any statement meets it. */
	private static final int SAMPLE = 40;

	private final List<WordVectors> statements;

	private final Map<String, Integer> frequency = new HashMap<>();

	WordAlignment(List<WordVectors> statements) {
		this.statements = List.copyOf(statements);
		for (var statement : statements) {
			var stems = new HashSet<String>();
			statement.words().forEach((word) -> stems.add(Words.stem(word)));
			stems.forEach((stem) -> this.frequency.merge(stem, 1, Integer::sum));
		}
	}

	/** The telling words of a question, to be compared with statements. */
	Asked of(Query query) {
		var words = query.words().words();
		var places = new HashSet<>(Words.of(query.text()));
		places.removeAll(Words.of(query.subject()));
		var telling = new ArrayList<Integer>();
		for (int i = 0; i < words.size(); i++) {
			var word = words.get(i);
			if (Character.isLetterOrDigit(word.codePointAt(0)) && !Stopwords.contains(word) && !places.contains(word)) {
				telling.add(i);
			}
		}
		return new Asked(query.words(), telling.stream().mapToInt(Integer::intValue).toArray(),
				telling.stream().mapToDouble((i) -> weight(words.get(i))).toArray());
	}

	private double weight(String word) {
		return Math.log(1 + (this.statements.size() + 0.5) / (this.frequency.getOrDefault(Words.stem(word), 0) + 0.5));
	}

	/** A question's telling words with their weights. */
	final class Asked {

		private final WordVectors question;

		private final int[] telling;

		private final double[] weights;

		private Asked(WordVectors question, int[] telling, double[] weights) {
			this.question = question;
			this.telling = telling;
			this.weights = weights;
		}

		/** How many words tell anything. */
		int words() {
			return this.telling.length;
		}

		/** How well a statement meets the question, 0 to 1. */
		double with(int number) {
			double sum = 0;
			double all = 0;
			for (int k = 0; k < this.telling.length; k++) {
				sum += this.weights[k] * this.question.nearest(this.telling[k], statement(number));
				all += this.weights[k];
			}
			return (all == 0) ? 0 : sum / all;
		}

		/** How well just any statement meets the question, 0 to 1. */
		double usual() {
			var step = Math.max(1, WordAlignment.this.statements.size() / SAMPLE);
			return IntStream.iterate(0, (i) -> i < WordAlignment.this.statements.size(), (i) -> i + step)
				.mapToDouble(this::with)
				.average()
				.orElse(0);
		}

		private WordVectors statement(int number) {
			return WordAlignment.this.statements.get(number);
		}

	}

}
