package org.signpost.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.signpost.language.EmbeddingStore;

/**
 * Scores the intent classifier on labelled utterances, apart from any knowledge base.
 */
public final class IntentEvaluation {

	/** The label of utterances that belong to no intent. */
	public static final String OUT_OF_SCOPE = "oos";

	private IntentEvaluation() {
	}

	/**
	 * Trains on some utterances and scores on others.
	 * @param train label and text; rows labelled {@value #OUT_OF_SCOPE} are left out
	 * @param test label and text
	 */
	public static Score score(List<Utterance> train, List<Utterance> test, EmbeddingStore embedding) {
		var classifier = IntentClassifier.train(train.stream()
			.filter((row) -> !row.label().equals(OUT_OF_SCOPE))
			.map((row) -> new TextClassifier.Labelled(row.label(), row.text()))
			.toList(), embedding);
		var results = IntStream.range(0, test.size()).parallel().mapToObj((i) -> {
			var row = test.get(i);
			var best = classifier.predict(row.text()).getFirst();
			return new Result(row, best.name(), best.belonging());
		}).toList();
		var known = results.stream().filter((result) -> !result.row.label().equals(OUT_OF_SCOPE)).toList();
		var unknown = results.stream().filter((result) -> result.row.label().equals(OUT_OF_SCOPE)).toList();
		var right = known.stream().filter((result) -> result.row.label().equals(result.label)).count();
		double recall = Double.NaN;
		if (!unknown.isEmpty() && !known.isEmpty()) {
			var confidences = new ArrayList<>(known.stream().map(Result::confidence).toList());
			confidences.sort(Comparator.naturalOrder());
			var threshold = confidences.get((int) (0.05 * confidences.size()));
			recall = (double) unknown.stream().filter((result) -> result.confidence < threshold).count()
					/ unknown.size();
		}
		return new Score(known.isEmpty() ? Double.NaN : (double) right / known.size(), recall);
	}

	/** A labelled text. */
	public record Utterance(String label, String text) {

	}

	/**
	 * The scores.
	 *
	 * @param accuracy share of the utterances with an intent that got it, nothing refused
	 * @param outOfScopeRecall share of the utterances without one that fall below the
	 * threshold which refuses 5 % of the others; NaN when there are none
	 */
	public record Score(double accuracy, double outOfScopeRecall) {

	}

	private record Result(Utterance row, String label, double confidence) {

	}

}
