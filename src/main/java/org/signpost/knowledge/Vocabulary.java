package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.signpost.language.Words;

/**
 * The concepts of the guidance and how to recognise them in a text. Immutable; looking
 * through a question costs microseconds.
 */
public final class Vocabulary {

	/** Abbreviations that are everyday words as well and so count only in capitals. */
	private static final Set<String> EVERYDAY = Set.of("send", "ta", "it", "is", "us", "sense", "part", "see", "ant",
			"aid", "able", "all", "art", "bed", "hi", "vi", "ha", "pa", "ma", "ba", "mat", "hod", "fe", "hr", "si");

	/** Behind one of these even a small-letter "ta" is a thing: "as a ta". */
	private static final Set<String> DETERMINERS = Set.of("a", "an", "my", "your", "as", "of", "with", "every");

	private final Map<String, Concept> concepts = new LinkedHashMap<>();

	private final Map<String, String> labels = new HashMap<>();

	private final Map<String, String> capitals = new HashMap<>();

	private final int longest;

	public Vocabulary(List<Concept> concepts) {
		int words = 1;
		for (var concept : concepts) {
			this.concepts.put(concept.id(), concept);
			var all = new ArrayList<String>();
			all.add(concept.preferred());
			all.addAll(concept.alternative());
			all.addAll(concept.hidden());
			for (var label : all) {
				var key = key(Words.of(label));
				if (EVERYDAY.contains(key) && label.equals(label.toUpperCase(Locale.ROOT))) {
					this.capitals.putIfAbsent(label, concept.id());
				}
				else {
					this.labels.putIfAbsent(key, concept.id());
				}
				words = Math.max(words, Words.of(label).size());
			}
		}
		this.longest = words;
	}

	/** The concepts in the order of their file. */
	public List<Concept> concepts() {
		return List.copyOf(this.concepts.values());
	}

	public Optional<Concept> find(String id) {
		return Optional.ofNullable(this.concepts.get(id));
	}

	/**
	 * The places where a text names concepts, left to right, the longest label first.
	 * @param text the text as written, since some abbreviations count only in capitals
	 */
	public List<Mention> mentions(String text) {
		var words = Words.of(text);
		var capitals = this.capitals.isEmpty() ? Set.<String>of() : capitalised(text);
		var mentions = new ArrayList<Mention>();
		int i = 0;
		while (i < words.size()) {
			int taken = 0;
			for (int length = Math.min(this.longest, words.size() - i); length > 0; length--) {
				var id = this.labels.get(key(words.subList(i, i + length)));
				if (id == null && length == 1
						&& (capitals.contains(words.get(i)) || (i > 0 && DETERMINERS.contains(words.get(i - 1))))) {
					id = this.capitals.get(words.get(i).toUpperCase(Locale.ROOT));
				}
				var concept = (id != null) ? this.concepts.get(id) : null;
				if (concept != null) {
					mentions.add(new Mention(concept, i, i + length));
					taken = length;
					break;
				}
			}
			i += Math.max(taken, 1);
		}
		return mentions;
	}

	private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{2,}\\b");

	/** The words written in capitals, in lower case. */
	private static Set<String> capitalised(String text) {
		var found = new HashSet<String>();
		var matcher = CAPITALS.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group().toLowerCase(Locale.ROOT));
		}
		return found;
	}

	/** Plurals are recognised with their singulars. */
	private static String key(List<String> words) {
		var last = words.isEmpty() ? "" : words.getLast();
		var singular = (last.length() > 3 && last.endsWith("s") && !last.endsWith("ss") && !last.endsWith("us"))
				? last.substring(0, last.length() - 1) : last;
		return (words.size() <= 1) ? singular : String.join(" ", words.subList(0, words.size() - 1)) + " " + singular;
	}

	/**
	 * A place where a concept is named.
	 *
	 * @param concept the concept
	 * @param start first word of its label, counted as {@link Words#of} does
	 * @param end word after the last
	 */
	public record Mention(Concept concept, int start, int end) {

	}

}
