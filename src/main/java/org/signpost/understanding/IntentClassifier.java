package org.signpost.understanding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.EmbeddingStore;

/**
 * Tells which curated answer a question asks for, learnt from the answers' examples. A
 * knowledge base without curated answers has no intents. Safe for many threads.
 */
final class IntentClassifier {

	private static final int KEPT = 5;

	/** How much nearness to a single example counts beside the label's probability. */
	private static final double NEARNESS = 8;

	/**
	 * With fewer intents than this, the examples of the others cannot tell what is none
	 * of them; then only nearness to an example can.
	 */
	private static final int FEW = 12;

	private static final double FAR = 0.78;

	private static final double NEAR = 0.9;

	private final @Nullable TextClassifier classifier;

	private final EmbeddingStore embedding;

	private final CanonicalText canonical;

	private IntentClassifier(@Nullable TextClassifier classifier, EmbeddingStore embedding, CanonicalText canonical) {
		this.classifier = classifier;
		this.embedding = embedding;
		this.canonical = canonical;
	}

	static IntentClassifier train(KnowledgeBase knowledgeBase, EmbeddingStore embedding) {
		var canonical = new CanonicalText(knowledgeBase.vocabulary());
		if (knowledgeBase.answers().size() < 2) {
			return new IntentClassifier(null, embedding, canonical);
		}
		var examples = knowledgeBase.answers()
			.stream()
			.flatMap((answer) -> answer.examples()
				.stream()
				.map((text) -> new TextClassifier.Labelled(answer.intent(), canonical.of(text))))
			.toList();
		return new IntentClassifier(TextClassifier.train(examples, embedding), embedding, canonical);
	}

	/**
	 * The likeliest intents, best first; none when there are no intents. Costs an
	 * embedding.
	 */
	List<IntentPrediction> predict(String text) {
		if (this.classifier == null) {
			return List.of();
		}
		var plain = this.canonical.of(text);
		var predictions = this.classifier.predict(plain, this.embedding.embed(plain));
		var nearest = predictions.stream().mapToDouble(TextClassifier.Prediction::nearest).max().orElse(0);
		var background = predictions.stream().mapToDouble(TextClassifier.Prediction::nearest).average().orElse(0);
		var weights = predictions.stream()
			.mapToDouble((each) -> each.probability() * Math.exp(NEARNESS * (each.nearest() - nearest)))
			.toArray();
		var sum = Arrays.stream(weights).sum();
		return IntStream.range(0, weights.length)
			.mapToObj((i) -> new IntentPrediction(predictions.get(i).label(),
					weights[i] / sum * known(predictions.size(), predictions.get(i).nearest()),
					predictions.get(i).nearest(), background))
			.sorted(Comparator.comparingDouble(IntentPrediction::probability)
				.reversed()
				.thenComparing(IntentPrediction::name))
			.limit(KEPT)
			.toList();
	}

	private static double known(int intents, double nearest) {
		return (intents >= FEW) ? 1 : Math.clamp((nearest - FAR) / (NEAR - FAR), 0.0, 1.0);
	}

}
