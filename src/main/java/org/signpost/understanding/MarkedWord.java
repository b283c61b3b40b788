package org.signpost.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word between spaces.
 *
 * @param letters its letters and digits in lower case
 * @param mark the mark that stands behind it, or nothing
 * @param start where in the text it begins
 * @param kind its closed class: q asks, v is an auxiliary, p a pronoun, d a determiner, c
 * joins
 */
record MarkedWord(String letters, String mark, int start, char kind) {

	private static final Map<Character, Set<String>> CLASSES = Map.of('q',
			Set.of("how", "what", "whats", "which", "who", "whos", "whose", "when", "where", "wheres", "why", "wot",
					"hows"),
			'v',
			Set.of("do", "does", "did", "is", "are", "am", "was", "were", "can", "could", "must", "should", "will",
					"would", "have", "has", "had", "may", "might", "dont", "cant", "isnt"),
			'p', Set.of("i", "you", "u", "we", "they", "he", "she", "it", "there", "anyone", "someone", "people"), 'd',
			Set.of("a", "an", "the", "my", "your", "their", "his", "her", "our", "any", "some", "this", "that", "these",
					"those"),
			'c', Set.of("and", "but", "or", "so", "plus", "also", "then", "n", "&", "because", "if", "as", "oh"));

	private static final Pattern SPACED = Pattern.compile("\\S+");

	private static final Pattern NUMBER = Pattern.compile("\\d");

	static MarkedWord[] of(String text) {
		return SPACED.matcher(text)
			.results()
			.map((found) -> of(found.group(), found.start()))
			.toArray(MarkedWord[]::new);
	}

	private static MarkedWord of(String spaced, int start) {
		int end = spaced.length();
		while (end > 0 && !Character.isLetterOrDigit(spaced.charAt(end - 1))) {
			end--;
		}
		var mark = "";
		for (var each : spaced.substring(end).chars().toArray()) {
			mark = (".?!,;:–-".indexOf(each) >= 0) ? Character.toString(each) : mark;
		}
		var letters = spaced.substring(0, end).toLowerCase(Locale.ROOT).replace("'", "").replace("\"", "");
		var word = NUMBER.matcher(letters).replaceAll("0");
		return new MarkedWord(word, mark, start,
				CLASSES.entrySet()
					.stream()
					.filter((each) -> each.getValue().contains(word))
					.map(Map.Entry::getKey)
					.findFirst()
					.orElse('-'));
	}

}
