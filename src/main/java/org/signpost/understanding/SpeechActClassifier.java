package org.signpost.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.signpost.language.EmbeddingStore;

/**
 * Tells questions from small talk, pleas for help and what is none of our business. It is
 * the engine's own, the same for every knowledge base: learnt from the examples in
 * {@code speech-acts/}. Safe for many threads.
 */
final class SpeechActClassifier {

	private static final double SECOND = 0.15;

	private final TextClassifier classifier;

	private SpeechActClassifier(TextClassifier classifier) {
		this.classifier = classifier;
	}

	static SpeechActClassifier load(EmbeddingStore embedding) {
		var examples = new ArrayList<TextClassifier.Labelled>();
		for (var act : SpeechAct.values()) {
			if (act == SpeechAct.EMPTY || act == SpeechAct.OTHER_LANGUAGE) {
				continue;
			}
			var label = act.name().toLowerCase(Locale.ROOT).replace('_', '-');
			Resource.lines("speech-acts/" + label + ".txt")
				.forEach((line) -> examples.add(new TextClassifier.Labelled(act.name(), line)));
		}
		return new SpeechActClassifier(TextClassifier.train(examples, embedding));
	}

	SpeechActReading read(String text, float[] vector) {
		var predictions = this.classifier.predict(text, vector);
		// trouble of several kinds is trouble though no single kind is the likeliest
		var best = predictions.stream()
			.filter((each) -> SpeechAct.valueOf(each.label()).group() == SpeechAct.Group.HANDOFF)
			.filter((each) -> sum(predictions, SpeechAct.Group.HANDOFF) > 0.5)
			.findFirst()
			.orElse(predictions.getFirst());
		return new SpeechActReading(SpeechAct.valueOf(best.label()), best.probability(),
				sum(predictions, SpeechAct.Group.HANDOFF), of(predictions, SpeechAct.BEYOND_GUIDANCE),
				sum(predictions, SpeechAct.Group.OUT_OF_SCOPE), second(best, predictions),
				this.classifier.nearest(best.label(), vector));
	}

	private static double of(List<TextClassifier.Prediction> predictions, SpeechAct act) {
		return predictions.stream()
			.filter((prediction) -> prediction.label().equals(act.name()))
			.mapToDouble(TextClassifier.Prediction::probability)
			.sum();
	}

	/**
	 * Trouble seldom comes alone: an allegation at work is about a child and about
	 * rights.
	 */
	private static @Nullable SpeechAct second(TextClassifier.Prediction best,
			List<TextClassifier.Prediction> predictions) {
		if (SpeechAct.valueOf(best.label()).group() != SpeechAct.Group.HANDOFF) {
			return null;
		}
		return predictions.stream()
			.filter((each) -> !each.equals(best) && each.probability() > SECOND)
			.map((each) -> SpeechAct.valueOf(each.label()))
			.filter((act) -> act.group() == SpeechAct.Group.HANDOFF)
			.findFirst()
			.orElse(null);
	}

	private static double sum(List<TextClassifier.Prediction> predictions, SpeechAct.Group group) {
		return predictions.stream()
			.filter((prediction) -> SpeechAct.valueOf(prediction.label()).group() == group)
			.mapToDouble(TextClassifier.Prediction::probability)
			.sum();
	}

}
