package org.signpost.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that are looked for in questions, whatever their case and accents. A word is
 * found where a word of the question begins with it, so that "bursar" finds "bursaries".
 *
 * @param words the words, folded
 */
public record SoughtWords(List<String> words) {

	/** Found in every question. */
	public static final SoughtWords NONE = new SoughtWords(List.of());

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	public SoughtWords {
		words = List.copyOf(words);
	}

	/** The words of what somebody typed. */
	public static SoughtWords of(String text) {
		return new SoughtWords(split(text));
	}

	/** Whether nothing is looked for. */
	public boolean areNone() {
		return this.words.isEmpty();
	}

	/** Whether all of them occur in a text. */
	boolean occurIn(String text) {
		var found = split(text);
		return this.words.stream().allMatch((word) -> found.stream().anyMatch((each) -> each.startsWith(word)));
	}

	private static List<String> split(String text) {
		var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT))).filter((word) -> !word.isEmpty()).toList();
	}

}
