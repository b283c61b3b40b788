package org.signpost.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.PerSource;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Vocabulary;
import org.signpost.language.EditDistance;
import org.signpost.language.Lexicon;
import org.signpost.language.Words;

/**
 * Mends misspelt words by the words of the guidance first and by everyday English second.
 * A word that is right English, or that the guidance uses, is left alone. Safe for many
 * threads; at most a millisecond a question.
 */
final class SpellingCorrector {

	private static final Pattern WORD = Pattern.compile("[a-zA-Z]{3,}");

	/** Everyday words beyond this rank are too rare to be what somebody meant. */
	private static final int COMMON = 9_000;

	private final Map<String, Integer> guidance = new HashMap<>();

	private final PerSource<Map<String, Integer>> sources;

	private final List<Candidate> fromGuidance;

	private final List<Candidate> fromEnglish;

	private final Lexicon lexicon;

	private final Set<String> names;

	/**
	 * For a knowledge base.
	 * @param names words that are right as they are, such as those of places
	 */
	SpellingCorrector(KnowledgeBase knowledgeBase, Lexicon lexicon, Set<String> names) {
		this(knowledgeBase, lexicon, names, new PerSource<>(SpellingCorrector::words), everyday(lexicon));
	}

	/** For other guidance than another was made for. */
	SpellingCorrector(KnowledgeBase knowledgeBase, SpellingCorrector before) {
		this(knowledgeBase, before.lexicon, before.names, before.sources, before.fromEnglish);
	}

	private SpellingCorrector(KnowledgeBase knowledgeBase, Lexicon lexicon, Set<String> names,
			PerSource<Map<String, Integer>> known, List<Candidate> fromEnglish) {
		this.lexicon = lexicon;
		this.names = Set.copyOf(names);
		this.fromEnglish = fromEnglish;
		this.sources = known.of(knowledgeBase.sources());
		for (var source : knowledgeBase.sources()) {
			this.sources.get(source).forEach((word, times) -> this.guidance.merge(word, times, Integer::sum));
		}
		knowledgeBase.answers()
			.forEach((answer) -> answer.examples()
				.forEach((example) -> Words.of(example)
					.stream()
					.filter(lexicon::knows)
					.forEach((word) -> this.guidance.merge(word, 1, Integer::sum))));
		for (var concept : knowledgeBase.vocabulary().concepts()) {
			Words.of(concept.preferred()).forEach((word) -> this.guidance.merge(word, 5, Integer::sum));
			concept.alternative()
				.forEach((label) -> Words.of(label).forEach((word) -> this.guidance.merge(word, 2, Integer::sum)));
		}
		this.fromGuidance = this.guidance.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().length() > 3 && Character.isLetter(entry.getKey().charAt(0)))
			.map((entry) -> new Candidate(entry.getKey(), 0.1 * Math.log1p(entry.getValue()) + 0.3,
					letters(entry.getKey())))
			.toList();
	}

	/** How often a source has each word. */
	private static Map<String, Integer> words(Source source) {
		var words = new HashMap<String, Integer>();
		for (var statement : source.statements()) {
			Words.of(statement.text()).forEach((word) -> words.merge(word, 1, Integer::sum));
			statement.headings()
				.forEach((heading) -> Words.of(heading).forEach((word) -> words.merge(word, 1, Integer::sum)));
		}
		return words;
	}

	private static List<Candidate> everyday(Lexicon lexicon) {
		var everyday = new TreeMap<String, Candidate>();
		for (var word : lexicon.words()) {
			var rank = lexicon.rank(word);
			if (rank != null && rank < COMMON && word.length() > 3) {
				everyday.put(word, new Candidate(word, 0.1 * Math.log1p(1e4 / (1.0 + rank)), letters(word)));
			}
		}
		return List.copyOf(everyday.values());
	}

	/** The text with its misspelt words mended. */
	String correct(String text, Vocabulary vocabulary) {
		var hidden = new java.util.HashSet<String>();
		var words = Words.of(text);
		for (var mention : vocabulary.mentions(text)) {
			hidden.addAll(words.subList(mention.start(), mention.end()));
		}
		return WORD.matcher(text).replaceAll((match) -> {
			var word = match.group().toLowerCase(Locale.ROOT);
			if (hidden.contains(word) || known(word) || partOfWord(text, match.start(), match.end())) {
				return Matcher.quoteReplacement(match.group());
			}
			var better = abbreviation(match.group(), text) ? nearestAbbreviation(word) : nearest(word);
			return Matcher.quoteReplacement((better != null) ? better : match.group());
		});
	}

	/** Written in capitals in a text that is not: a name rather than a slip. */
	private static boolean abbreviation(String word, String text) {
		return word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT))
				&& text.chars().anyMatch(Character::isLowerCase);
	}

	/**
	 * An abbreviation is mended only by one letter, and only to a word of the guidance.
	 */
	private @Nullable String nearestAbbreviation(String word) {
		return (word.length() < 5) ? null
				: this.guidance.keySet()
					.stream()
					.filter((candidate) -> candidate.length() > 3 && !this.lexicon.knows(candidate))
					.filter((candidate) -> EditDistance.between(word, candidate, 1) <= 1)
					.min(java.util.Comparator.naturalOrder())
					.orElse(null);
	}

	/** Whether a word needs no mending. */
	boolean known(String word) {
		if (this.guidance.containsKey(word) || this.lexicon.knows(word) || this.names.contains(word)) {
			return true;
		}
		// a plural or a form of a known word
		for (var ending : new String[] { "s", "es", "d", "ed", "ing", "ly", "er", "ers" }) {
			if (word.endsWith(ending) && word.length() - ending.length() > 3) {
				var stem = word.substring(0, word.length() - ending.length());
				if (this.guidance.containsKey(stem) || this.lexicon.knows(stem) || this.lexicon.knows(stem + "e")) {
					return true;
				}
			}
		}
		return false;
	}

	private @Nullable String nearest(String word) {
		int limit = (word.length() < 5) ? 1 : 2;
		String best = null;
		double bestScore = Double.MAX_VALUE;
		var letters = letters(word);
		for (var candidate : this.fromGuidance) {
			if (!candidate.within(limit, word.length(), letters)) {
				continue;
			}
			int distance = EditDistance.between(word, candidate.word, limit);
			if (distance <= limit) {
				var score = cost(word, candidate.word, distance) - candidate.credit;
				if (score < bestScore || (score == bestScore && best != null && candidate.word.compareTo(best) < 0)) {
					best = candidate.word;
					bestScore = score;
				}
			}
		}
		for (var candidate : this.fromEnglish) {
			if (!candidate.within(limit, word.length(), letters)) {
				continue;
			}
			int distance = EditDistance.between(word, candidate.word, limit);
			if (distance <= limit) {
				var score = cost(word, candidate.word, distance) - candidate.credit;
				if (score < bestScore) {
					best = candidate.word;
					bestScore = score;
				}
			}
		}
		// two slips in a short word are a different word
		return (bestScore < 1.8) ? best : null;
	}

	private static double cost(String word, String candidate, int distance) {
		var cost = (double) distance;
		cost += (word.charAt(0) != candidate.charAt(0)) ? 0.6 : 0;
		cost -= sounds(word).equals(sounds(candidate)) ? 0.6 : 0;
		return cost + ((distance == 2 && word.length() < 6) ? 0.5 : 0);
	}

	/**
	 * A rough key of how a word sounds: doubled letters, vowels and soft pairs made one.
	 */
	private static String sounds(String word) {
		return word.replaceAll("ph", "f")
			.replaceAll("(?:ck|k|q)", "c")
			.replaceAll("[sz]", "s")
			.replaceAll("ie|ee|ea|ei|[aeiouy]+", "a")
			.replaceAll("(.)\\1+", "$1");
	}

	private static boolean partOfWord(String text, int start, int end) {
		return (start > 0 && (Character.isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '\''))
				|| (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '\''));
	}

	/** The letters of a word as a set of bits; everything beyond a to z shares one. */
	private static int letters(String word) {
		int letters = 0;
		for (int i = 0; i < word.length(); i++) {
			var c = word.charAt(i);
			letters |= 1 << ((c >= 'a' && c <= 'z') ? c - 'a' : 26);
		}
		return letters;
	}

	/**
	 * A right word.
	 *
	 * @param word the word
	 * @param credit what its frequency speaks for it
	 * @param letters the set of its letters
	 */
	private record Candidate(String word, double credit, int letters) {

		/**
		 * One slip changes at most two letters of the set: far words are told cheaply.
		 */
		boolean within(int slips, int length, int others) {
			return Math.abs(this.word.length() - length) <= slips
					&& Integer.bitCount(this.letters ^ others) <= 2 * slips;
		}

	}

}
