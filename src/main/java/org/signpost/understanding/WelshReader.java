package org.signpost.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.signpost.language.Words;
import tools.jackson.databind.JsonNode;

/**
 * Recognises a message in Welsh by the words that no neighbouring language has, and puts
 * the words it knows into English, in their order: enough to look for what is asked, not
 * a translation to be shown. Safe for many threads; microseconds a message.
 */
final class WelshReader {

	/** Marks of Welsh needed before a message with other words in it is Welsh. */
	private static final double ENOUGH = 2;

	/** What a little word of English takes away from the marks. */
	private static final double FOREIGN = 0.5;

	/** Share of the words that must be Welsh, so that a name or a quotation is not. */
	private static final double SHARE = 0.5;

	/**
	 * What a word may begin with in a sentence, and what it then begins with in a
	 * dictionary: soft, nasal and aspirate mutation.
	 */
	private static final List<Map.Entry<String, List<String>>> MUTATIONS = List.of(Map.entry("ngh", List.of("c")),
			Map.entry("mh", List.of("p")), Map.entry("nh", List.of("t")), Map.entry("ng", List.of("g")),
			Map.entry("ch", List.of("c")), Map.entry("ph", List.of("p")), Map.entry("th", List.of("t")),
			Map.entry("dd", List.of("d")), Map.entry("g", List.of("c")), Map.entry("b", List.of("p")),
			Map.entry("d", List.of("t")), Map.entry("f", List.of("b", "m")), Map.entry("l", List.of("ll", "gl")),
			Map.entry("r", List.of("rh", "gr")), Map.entry("m", List.of("b")), Map.entry("n", List.of("d")),
			Map.entry("h", List.of("")), Map.entry("", List.of("g")));

	private static final int SHORTEST_MUTATED = 3;

	private final Map<String, String> english = new HashMap<>();

	private final Map<String, Double> marks = new HashMap<>();

	/** The words of all keys. */
	private final Set<String> vocabulary = new HashSet<>();

	private final int longest;

	private WelshReader(JsonNode data) {
		for (var part : List.of("words", "phrases")) {
			data.path(part)
				.properties()
				.forEach((entry) -> this.english.put(key(entry.getKey()), entry.getValue().asString()));
		}
		data.path("marks").values().forEach((word) -> this.marks.put(key(word.asString()), 1.0));
		data.path("weak").values().forEach((word) -> this.marks.put(key(word.asString()), 0.5));
		this.english.keySet().forEach((each) -> this.vocabulary.addAll(List.of(each.split(" "))));
		this.longest = this.english.keySet().stream().mapToInt((each) -> each.split(" ").length).max().orElse(1);
	}

	static WelshReader load() {
		return new WelshReader(Resource.yaml("language/welsh.yaml"));
	}

	/**
	 * The English words that stand for a Welsh message; empty when it is not in Welsh.
	 * What is not known stays as typed, since it may be a name.
	 */
	Optional<String> english(String typed) {
		var words = Words.of(typed);
		return welsh(words) ? Optional.of(gloss(words) + (typed.stripTrailing().endsWith("?") ? "?" : ""))
				: Optional.empty();
	}

	private boolean welsh(List<String> words) {
		double weight = 0;
		var seen = new HashSet<String>();
		int known = 0;
		for (var word : words) {
			weight += seen.add(word) ? mark(word) : 0;
			var welsh = known(word);
			weight -= (!welsh && Stopwords.contains(word)) ? FOREIGN : 0;
			known += welsh ? 1 : 0;
		}
		var whole = known == words.size() && weight >= 1;
		return !words.isEmpty() && (whole || (weight >= ENOUGH && known >= SHARE * words.size()) || courtesy(words));
	}

	/** "Bore da" has no word in it that English lacks, but is a phrase of the list. */
	private boolean courtesy(List<String> words) {
		return words.size() > 1 && words.size() <= 3 && this.english.containsKey(String.join(" ", words))
				&& words.stream().noneMatch(Stopwords::contains);
	}

	private double mark(String word) {
		return Math.max(this.marks.getOrDefault(word, 0.0),
				plainForms(word).stream().mapToDouble((form) -> this.marks.getOrDefault(form, 0.0)).max().orElse(0));
	}

	private boolean known(String word) {
		return this.marks.containsKey(word) || this.vocabulary.contains(word)
				|| plainForms(word).stream().anyMatch(this.vocabulary::contains);
	}

	private String gloss(List<String> words) {
		var result = new ArrayList<String>();
		int i = 0;
		while (i < words.size()) {
			int taken = 1;
			var english = words.get(i);
			for (int length = Math.min(this.longest, words.size() - i); length > 0; length--) {
				var found = find(words.subList(i, i + length));
				if (found.isPresent()) {
					english = found.get();
					taken = length;
					break;
				}
			}
			if (!english.isEmpty()) {
				result.add(english);
			}
			i += taken;
		}
		return String.join(" ", result);
	}

	/** A run of words as it stands, or with the mutation of its first word undone. */
	private Optional<String> find(List<String> run) {
		var rest = (run.size() == 1) ? "" : " " + String.join(" ", run.subList(1, run.size()));
		var direct = this.english.get(run.getFirst() + rest);
		if (direct != null) {
			return Optional.of(direct);
		}
		return plainForms(run.getFirst()).stream()
			.filter((form) -> this.english.containsKey(form + rest))
			.findFirst()
			.map((form) -> this.english.get(form + rest));
	}

	private static List<String> plainForms(String word) {
		if (word.length() < SHORTEST_MUTATED) {
			return List.of();
		}
		var forms = new ArrayList<String>();
		for (var mutation : MUTATIONS) {
			if (word.startsWith(mutation.getKey())) {
				var rest = word.substring(mutation.getKey().length());
				mutation.getValue().forEach((initial) -> forms.add(initial + rest));
			}
		}
		return forms;
	}

	private static String key(String welsh) {
		return String.join(" ", Words.of(welsh));
	}

}
