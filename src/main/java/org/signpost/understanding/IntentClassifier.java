package org.signpost.understanding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Vocabulary;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Words;

/**
 * Tells which curated answer a question asks for, learnt from the answers' examples. A
 * knowledge base without curated answers has no intents. Safe for many threads.
 */
final class IntentClassifier {

	private static final int KEPT = 5;

	/** How much nearness to a single example counts beside the label's probability. */
	private static final double NEARNESS = 4;

	/**
	 * With fewer intents than this, the examples of the others cannot tell what is none
	 * of them; then only nearness to an example can.
	 */
	private static final int FEW = 12;

	private static final double FAR = 0.45;

	private static final double NEAR = 0.65;

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
		var examples = knowledgeBase.answers()
			.stream()
			.flatMap((answer) -> answer.examples()
				.stream()
				.map((text) -> new TextClassifier.Labelled(answer.intent(), canonical.of(text))))
			.toList();
		var names = knowledgeBase.answers()
			.stream()
			.map((answer) -> new TextClassifier.Labelled(answer.intent(), canonical.of(answer.title())))
			.toList();
		return train(examples, names, canonical, embedding);
	}

	/**
	 * Learns from examples alone, whose labels are their names.
	 * @param examples what people say who mean the intents
	 * @param embedding vectors
	 */
	static IntentClassifier train(List<TextClassifier.Labelled> examples, EmbeddingStore embedding) {
		var names = examples.stream()
			.map(TextClassifier.Labelled::label)
			.distinct()
			.map((label) -> new TextClassifier.Labelled(label, spoken(label)))
			.toList();
		return train(examples, names, new CanonicalText(new Vocabulary(List.of())), embedding);
	}

	private static IntentClassifier train(List<TextClassifier.Labelled> examples, List<TextClassifier.Labelled> names,
			CanonicalText canonical, EmbeddingStore embedding) {
		var classifier = (names.size() < 2) ? null : TextClassifier.train(examples, names, embedding);
		return new IntentClassifier(classifier, embedding, canonical);
	}

	/** "card_arrival" and "cardArrival" as one would say them. */
	private static String spoken(String label) {
		return String.join(" ", Words.of(label.replaceAll("(?<=[a-z])(?=[A-Z])|[_.]", " ")));
	}

	/**
	 * The likeliest intents, best first; none when there are no intents. Costs one and a
	 * half embeddings.
	 */
	List<IntentPrediction> predict(String text) {
		if (this.classifier == null) {
			return List.of();
		}
		var plain = this.canonical.of(text);
		var encoding = this.embedding.encodeGenerally(plain);
		var vector = encoding.vector();
		var classifier = this.classifier;
		var predictions = classifier.predict(plain, encoding);
		var near = predictions.stream().mapToDouble((each) -> classifier.nearest(each.label(), vector)).toArray();
		var nearest = Arrays.stream(near).max().orElse(0);
		var weights = IntStream.range(0, near.length)
			.mapToDouble((i) -> predictions.get(i).probability() * Math.exp(NEARNESS * (near[i] - nearest)))
			.toArray();
		var sum = Arrays.stream(weights).sum();
		return IntStream.range(0, weights.length)
			.mapToObj((i) -> new IntentPrediction(predictions.get(i).label(),
					weights[i] / sum * known(predictions.size(), near[i]), near[i]))
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
