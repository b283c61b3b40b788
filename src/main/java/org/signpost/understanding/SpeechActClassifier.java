package org.signpost.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Encoding;
import org.signpost.language.ModelFiles;

/**
 * Tells questions from small talk, pleas for help and what is none of our business. It is
 * the engine's own, the same for every knowledge base: the model has learnt it from the
 * examples in {@code speech-acts/}. Where the model is switched off the words of those
 * examples have to do. Costs nothing beside the message's encoding. Safe for many
 * threads.
 */
final class SpeechActClassifier {

	/** Of pleas, which seldom come alone: how likely another has to be to be met too. */
	private static final double SECOND = 0.15;

	private static final Set<SpeechAct> DISTRESS = EnumSet.of(SpeechAct.DESPAIR, SpeechAct.STRESS);

	private final List<SpeechAct> acts;

	private final @Nullable TextClassifier words;

	private SpeechActClassifier(List<SpeechAct> acts, @Nullable TextClassifier words) {
		this.acts = acts;
		this.words = words;
	}

	static SpeechActClassifier load(EmbeddingStore embedding) {
		var acts = ModelFiles.packed().acts().stream().map(SpeechActClassifier::act).toList();
		return new SpeechActClassifier(acts, embedding.enabled() ? null : byWords(embedding));
	}

	private static SpeechAct act(String label) {
		return SpeechAct.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static TextClassifier byWords(EmbeddingStore embedding) {
		var examples = new ArrayList<TextClassifier.Labelled>();
		for (var act : SpeechAct.values()) {
			if (act != SpeechAct.EMPTY) {
				var label = act.name().toLowerCase(Locale.ROOT).replace('_', '-');
				Resource.lines("speech-acts/" + label + ".txt")
					.forEach((line) -> examples.add(new TextClassifier.Labelled(label, line)));
			}
		}
		return TextClassifier.train(examples, embedding);
	}

	SpeechActReading read(String text, Encoding encoding) {
		var probabilities = new EnumMap<SpeechAct, Double>(SpeechAct.class);
		if (this.words != null) {
			this.words.predict(text, encoding.vector())
				.forEach((each) -> probabilities.put(act(each.label()), each.probability()));
		}
		else {
			for (int i = 0; i < this.acts.size(); i++) {
				probabilities.put(this.acts.get(i), (double) encoding.acts()[i]);
			}
		}
		var handoff = sum(probabilities, SpeechAct.Group.HANDOFF);
		// trouble of several kinds is trouble though no single kind is the likeliest
		var best = likeliest(probabilities, (handoff > 0.4) ? SpeechAct.Group.HANDOFF : null);
		return new SpeechActReading(best, probabilities.getOrDefault(best, 0.0), handoff,
				sum(probabilities, SpeechAct.Group.SMALL_TALK), sum(probabilities, SpeechAct.Group.OUT_OF_SCOPE),
				second(best, probabilities));
	}

	private static SpeechAct likeliest(Map<SpeechAct, Double> probabilities, SpeechAct.@Nullable Group group) {
		return probabilities.entrySet()
			.stream()
			.filter((each) -> group == null || each.getKey().group() == group)
			.max(Comparator.comparingDouble((Map.Entry<SpeechAct, Double> each) -> each.getValue())
				.thenComparing((each) -> each.getKey()))
			.orElseThrow()
			.getKey();
	}

	/**
	 * Trouble seldom comes alone: an allegation at work is about a child and about
	 * rights. Despair and stress are one, met once.
	 */
	private static @Nullable SpeechAct second(SpeechAct best, Map<SpeechAct, Double> probabilities) {
		if (best.group() != SpeechAct.Group.HANDOFF) {
			return null;
		}
		return probabilities.entrySet()
			.stream()
			.filter((each) -> each.getKey() != best && each.getKey().group() == SpeechAct.Group.HANDOFF
					&& each.getValue() > SECOND && !(DISTRESS.contains(best) && DISTRESS.contains(each.getKey())))
			.max(Comparator.comparingDouble((Map.Entry<SpeechAct, Double> each) -> each.getValue()))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	private static double sum(Map<SpeechAct, Double> probabilities, SpeechAct.Group group) {
		return probabilities.entrySet()
			.stream()
			.filter((each) -> each.getKey().group() == group)
			.mapToDouble(Map.Entry::getValue)
			.sum();
	}

}
