package org.signpost.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Vocabulary;
import org.signpost.language.Words;

/**
 * Finds the nations a question is about: by name, by place and by terms that belong to
 * one nation. A nation that somebody only comes from, or that a rule is compared with,
 * gives way to the one they ask for. Safe for many threads.
 */
final class NationRecognizer {

	private static final Map<String, Nation> NAMES = Map.ofEntries(Map.entry("england", Nation.ENGLAND),
			Map.entry("english", Nation.ENGLAND), Map.entry("wales", Nation.WALES), Map.entry("welsh", Nation.WALES),
			Map.entry("cymru", Nation.WALES), Map.entry("scotland", Nation.SCOTLAND),
			Map.entry("scottish", Nation.SCOTLAND), Map.entry("scots", Nation.SCOTLAND),
			Map.entry("northern ireland", Nation.NORTHERN_IRELAND),
			Map.entry("northern irish", Nation.NORTHERN_IRELAND), Map.entry("n ireland", Nation.NORTHERN_IRELAND),
			Map.entry("north ireland", Nation.NORTHERN_IRELAND), Map.entry("norn iron", Nation.NORTHERN_IRELAND),
			Map.entry("nireland", Nation.NORTHERN_IRELAND), Map.entry("ni", Nation.NORTHERN_IRELAND),
			Map.entry("ulster", Nation.NORTHERN_IRELAND));

	/** Subjects that a nation's adjective names without meaning the nation. */
	private static final Pattern SUBJECT = Pattern.compile(
			"\\b(?:english|welsh) (?:teacher|degree|gcse|a level|lessons?|language|literature|and maths|grade|department)\\b|\\b(?:maths and|gcse|teach|speak|teaching|in|use|learn|through) (?:english|welsh)\\b(?! (?:schools?|nation|rules?|pay))");

	/** Before a nation that somebody comes from or compares with. */
	private static final Pattern ORIGIN = Pattern.compile(
			"(?:\\bfrom|\\btrained(?: as a teacher)? in|\\bqualified(?: as a teacher)? in|\\bgained in|\\bstudied in|\\bdid (?:it|my \\w+|one|mine) in|\\bdegree from|\\b(?:my|his|her|their)(?: \\w+)? degree in|\\b(?:i|ive|i ve|he|she|who|they) (?:have |has |hold |holds |got |did |gained |with )+(?:an? )?(?:\\w+ )?degree in|\\bthan in|\\bunlike(?: in)?|\\bas in|\\bnot in|\\bnot|\\boutside|\\bleft|\\bleaving|\\bborn in|\\bgrew up in|\\bqts in|\\b(?:friend|cousin|sister|brother|mate|mum|dad|colleague)s?(?: \\w+)? (?:is |who is |who teaches |teaching |who lives |lives )?in)\\s*$");

	/** What an adjective of a nation makes its own without placing the question there. */
	private static final Pattern GAINED = Pattern.compile(
			"^(?:(?:\\w+ ){0,2}(?:qualification|degree|licence|certificate|award|diploma|qts|pgce|pgde|training|trained|teacher|registration|experience|ticket|qualified)s?\\b)");

	private static final Pattern BOTH = Pattern.compile("(.+?),? (?:and|&|plus|then) (.+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern VERB = Pattern.compile(
			"\\b(?:is|are|was|were|do|does|did|can|could|must|should|will|would|have|has|am|i'm|need|want|get|earn|moved?|trained|qualified|live|work)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> ADJECTIVES = Set.of("scottish", "welsh", "english", "northern irish", "scots");

	private final Map<String, Set<Nation>> places;

	private final Pattern phrases;

	private final Map<String, Nation> capitalised;

	private final Pattern capitals;

	private final Vocabulary vocabulary;

	private final int longest;

	NationRecognizer(Gazetteer gazetteer, Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
		var phrases = gazetteer.phrases()
			.stream()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.map(Pattern::quote)
			.toList();
		this.phrases = Pattern.compile(phrases.isEmpty() ? "(?!)" : "\\b(?:" + String.join("|", phrases) + ")\\b");
		this.capitalised = Map.copyOf(gazetteer.capitalised());
		this.capitals = Pattern.compile("\\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Aa]round|[Oo]f) (?:the )?("
				+ (this.capitalised.isEmpty() ? "(?!)" : String.join("|", this.capitalised.keySet()))
				+ ")\\b(?! [A-Z])");
		this.places = new HashMap<>();
		gazetteer.places().forEach((place, nations) -> this.places.put(String.join(" ", Words.of(place)), nations));
		NAMES.forEach((name, nation) -> this.places.put(name, EnumSet.of(nation)));
		this.longest = this.places.keySet().stream().mapToInt((place) -> place.split(" ").length).max().orElse(1);
	}

	/** What a question says about nations. */
	NationReading read(String question) {
		var text = String.join(" ", Words.of(question));
		text = this.phrases.matcher(text).replaceAll("~");
		text = SUBJECT.matcher(text).replaceAll((match) -> match.group().replaceAll("english|welsh", "~"));
		var words = List.of(text.split(" "));
		var rest = new ArrayList<String>();
		var named = new ArrayList<String>();
		var asked = new ArrayList<Found>();
		var origins = new ArrayList<Found>();
		var written = capitalised(question);
		int i = 0;
		while (i < words.size()) {
			int taken = 0;
			for (int length = Math.min(this.longest, words.size() - i); length > 0; length--) {
				var name = String.join(" ", words.subList(i, i + length));
				var nations = this.places.getOrDefault(name, written.get(name));
				if (nations != null) {
					var before = String.join(" ", words.subList(0, i));
					var found = new Found(name, nations, !NAMES.containsKey(name),
							String.join(" ", words.subList(i + length, words.size())));
					(ORIGIN.matcher(before.toLowerCase(Locale.ROOT)).find() ? origins : asked).add(found);
					named.add((nations.size() == 1) ? nations.iterator().next().displayName() : name);
					taken = length;
					break;
				}
			}
			if (taken == 0) {
				rest.add(words.get(i));
				named.add(words.get(i));
				taken = 1;
			}
			i += taken;
		}
		// "my Scottish licence in Wales" asks of Wales
		if (nations(asked).size() > 1) {
			asked.removeIf((found) -> ADJECTIVES.contains(found.name) && GAINED.matcher(found.after).find()
					&& asked.stream().anyMatch((other) -> !ADJECTIVES.contains(other.name)));
		}
		// "I'm from Cardiff" is all we know, so it counts when nothing else is said
		var said = nations(asked.isEmpty() ? selfOrigin(text, origins) : asked);
		return new NationReading(said, strongTerms(question), weakTerms(question),
				asked.stream().filter(Found::place).map(Found::name).toList(), String.join(" ", rest),
				String.join(" ", named));
	}

	/**
	 * Two things named for a nation each, "head teacher pay in Wales and the allowance in
	 * Scotland", as two; anything else as it is.
	 */
	List<String> apart(String text) {
		var joined = BOTH.matcher(text);
		if (VERB.matcher(text).find() || !joined.matches()) {
			return List.of(text);
		}
		var first = read(joined.group(1)).said();
		var second = read(joined.group(2)).said();
		var named = !Stopwords.contentWords(read(joined.group(2)).without()).isEmpty()
				&& !Stopwords.contentWords(read(joined.group(1)).without()).isEmpty();
		return (named && first.size() == 1 && second.size() == 1 && !first.equals(second))
				? List.of(joined.group(1).strip(), joined.group(2).strip()) : List.of(text);
	}

	/** Places that only their capital tells from a word: "in Bath". */
	private Map<String, Set<Nation>> capitalised(String question) {
		var found = new HashMap<String, Set<Nation>>();
		var matcher = this.capitals.matcher(question);
		while (matcher.find()) {
			var nation = java.util.Objects.requireNonNull(this.capitalised.get(matcher.group(1)));
			found.put(matcher.group(1).toLowerCase(Locale.ROOT), EnumSet.of(nation));
		}
		return found;
	}

	private static List<Found> selfOrigin(String text, List<Found> origins) {
		return text.matches(".*\\b(?:i|im|i m|i am|we|we re|were) (?:am |re |come |live |coming )*(?:from)\\b.*")
				? origins : List.of();
	}

	private static List<Nation> nations(List<Found> found) {
		var nations = new ArrayList<Nation>();
		for (var each : found) {
			if (each.nations.size() == 1) {
				var nation = each.nations.iterator().next();
				if (!nations.contains(nation)) {
					nations.add(nation);
				}
			}
		}
		return nations;
	}

	/** A title or body that only one nation has says which nation is meant. */
	private Set<Nation> strongTerms(String question) {
		return terms(question, Set.of("role", "body"));
	}

	/** A qualification or scheme of one nation may be asked about from another. */
	private Set<Nation> weakTerms(String question) {
		return terms(question, Set.of());
	}

	private Set<Nation> terms(String question, Set<String> kinds) {
		var nations = EnumSet.noneOf(Nation.class);
		for (var mention : this.vocabulary.mentions(question)) {
			var concept = mention.concept();
			if (concept.nations().size() == 1 && (kinds.isEmpty() || kinds.contains(concept.kind()))) {
				nations.addAll(concept.nations());
			}
		}
		return nations;
	}

	/**
	 * What was found.
	 *
	 * @param said the nations named or placed, in the order said
	 * @param strong nations of titles and bodies that no other nation has
	 * @param weak nations of any terms that belong to one nation
	 * @param places the places named, in lower case
	 * @param without the question's words without nations and places
	 * @param named the question's words with nations in the place of their places
	 */
	record NationReading(List<Nation> said, Set<Nation> strong, Set<Nation> weak, List<String> places, String without,
			String named) {

	}

	private record Found(String name, Set<Nation> nations, boolean place, String after) {

	}

}
