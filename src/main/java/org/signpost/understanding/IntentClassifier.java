package org.signpost.understanding;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.EmbeddingStore;

/**
 * Tells which curated answer a question asks for, learnt from the answers' examples. A
 * knowledge base without curated answers has no intents. Safe for many threads.
 */
final class IntentClassifier {

	private static final int KEPT = 5;

	private final @Nullable TextClassifier classifier;

	private IntentClassifier(@Nullable TextClassifier classifier) {
		this.classifier = classifier;
	}

	static IntentClassifier train(KnowledgeBase knowledgeBase, EmbeddingStore embedding) {
		if (knowledgeBase.answers().size() < 2) {
			return new IntentClassifier(null);
		}
		var examples = knowledgeBase.answers()
			.stream()
			.flatMap((answer) -> answer.examples()
				.stream()
				.map((text) -> new TextClassifier.Labelled(answer.intent(), text)))
			.toList();
		return new IntentClassifier(TextClassifier.train(examples, embedding));
	}

	/** The likeliest intents, best first; none when there are no intents. */
	List<IntentPrediction> predict(String text, float[] vector) {
		if (this.classifier == null) {
			return List.of();
		}
		return this.classifier.predict(text, vector)
			.stream()
			.limit(KEPT)
			.map((prediction) -> new IntentPrediction(prediction.label(), prediction.probability(),
					prediction.nearest()))
			.toList();
	}

}
