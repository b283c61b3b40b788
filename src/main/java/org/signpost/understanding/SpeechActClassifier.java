package org.signpost.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Encoding;
import org.signpost.language.ModelFiles;

/**
 * Tells questions from small talk, pleas for help and what is none of our business. It is
 * the engine's own, the same for every knowledge base: the model has learnt it from the
 * examples in {@code speech-acts/}. Where the model is switched off the words of those
 * examples have to do. Costs a millisecond of a core beside the message's encoding. Safe
 * for many threads.
 */
final class SpeechActClassifier {

	private final List<SpeechAct> acts;

	private final EmbeddingStore embedding;

	private final @Nullable TextClassifier words;

	private SpeechActClassifier(List<SpeechAct> acts, EmbeddingStore embedding) {
		this.acts = acts;
		this.embedding = embedding;
		this.words = embedding.enabled() ? null : byWords(embedding);
	}

	static SpeechActClassifier load(EmbeddingStore embedding) {
		var acts = ModelFiles.packed().acts().stream().map(SpeechActClassifier::act).toList();
		return new SpeechActClassifier(acts, embedding);
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
			this.words.predict(text, encoding)
				.forEach((each) -> probabilities.put(act(each.label()), each.probability()));
		}
		else {
			var told = this.embedding.acts(encoding);
			for (int i = 0; i < told.length; i++) {
				probabilities.put(this.acts.get(i), (double) told[i]);
			}
		}
		return new SpeechActReading(probabilities);
	}

}
