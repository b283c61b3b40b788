package org.signpost.understanding;

import java.util.ArrayList;

import org.signpost.knowledge.Vocabulary;
import org.signpost.language.Words;

/**
 * Writes every name of a concept as its preferred label, so that "special needs
 * co-ordinator" and "SENDCo" look alike to a classifier. Immutable.
 */
final class CanonicalText {

	private final Vocabulary vocabulary;

	CanonicalText(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	/** The words of a text with the preferred labels in place of the others. */
	String of(String text) {
		var mentions = this.vocabulary.mentions(text);
		if (mentions.isEmpty()) {
			return text;
		}
		var words = Words.of(text);
		var result = new ArrayList<String>();
		int from = 0;
		for (var mention : mentions) {
			result.addAll(words.subList(from, mention.start()));
			result.add(mention.concept().preferred());
			from = mention.end();
		}
		result.addAll(words.subList(from, words.size()));
		return String.join(" ", result);
	}

}
