package org.signpost.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.PerSource;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Vocabulary;
import org.signpost.language.Lexicon;
import org.signpost.language.Words;

/**
 * Mends misspelt words by the words of the guidance and by everyday English: Lucene's
 * spell checker finds the nearest, and of those equally near the more frequent one. The
 * first letter is taken to be right. A word that is right English, or that the guidance
 * uses, is left alone. Safe for many threads; a millisecond a misspelt word.
 */
final class SpellingCorrector {

	private static final Pattern WORD = Pattern.compile("[a-zA-Z]{4,}");

	private static final String FIELD = "word";

	/** Everyday words beyond this rank are too rare to be what somebody meant. */
	private static final int COMMON = 9_000;

	/**
	 * How alike two words are to be: one slip in four letters, two in eight. Looser,
	 * several more are mended wrongly for each that is mended rightly (record 25).
	 */
	private static final float ALIKE = 0.75f;

	/** How many near words are looked through for one that fits. */
	private static final int NEAR = 50;

	private final Map<String, Integer> guidance = new HashMap<>();

	private final PerSource<Map<String, Integer>> sources;

	private final Lexicon lexicon;

	private final Set<String> names;

	private final IndexReader dictionary;

	private final DirectSpellChecker checker = new DirectSpellChecker();

	/**
	 * For a knowledge base.
	 * @param names words that are right as they are, such as those of places
	 */
	SpellingCorrector(KnowledgeBase knowledgeBase, Lexicon lexicon, Set<String> names) {
		this(knowledgeBase, lexicon, names, new PerSource<>(SpellingCorrector::words));
	}

	/** For other guidance than another was made for. */
	SpellingCorrector(KnowledgeBase knowledgeBase, SpellingCorrector before) {
		this(knowledgeBase, before.lexicon, before.names, before.sources);
	}

	private SpellingCorrector(KnowledgeBase knowledgeBase, Lexicon lexicon, Set<String> names,
			PerSource<Map<String, Integer>> known) {
		this.lexicon = lexicon;
		this.names = Set.copyOf(names);
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
		var credits = credits();
		this.dictionary = index(credits.keySet());
		this.checker.setComparator(Comparator.comparingDouble((SuggestWord near) -> near.score)
			.thenComparingDouble((near) -> credits.getOrDefault(near.string, 0.0))
			.thenComparing((near) -> near.string, Comparator.reverseOrder()));
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

	/** What its frequency speaks for each word; the guidance's own come before others. */
	private Map<String, Double> credits() {
		var credits = new HashMap<String, Double>();
		this.guidance.forEach((word, times) -> credits.put(word, 0.1 * Math.log1p(times) + 0.3));
		for (var word : this.lexicon.words()) {
			var rank = this.lexicon.rank(word);
			if (rank != null && rank < COMMON) {
				credits.merge(word, 0.1 * Math.log1p(1e4 / (1.0 + rank)), Math::max);
			}
		}
		credits.keySet().removeIf((word) -> word.length() < 4 || !Character.isLetter(word.charAt(0)));
		return credits;
	}

	private static IndexReader index(Set<String> words) {
		var directory = new ByteBuffersDirectory();
		try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
			var document = new Document();
			words.forEach((word) -> document.add(new StringField(FIELD, word, Field.Store.NO)));
			writer.addDocument(document);
			writer.commit();
			return DirectoryReader.open(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The text with its misspelt words mended. */
	String correct(String text, Vocabulary vocabulary) {
		var hidden = new HashSet<String>();
		var words = Words.of(text);
		for (var mention : vocabulary.mentions(text)) {
			hidden.addAll(words.subList(mention.start(), mention.end()));
		}
		return WORD.matcher(text).replaceAll((match) -> {
			var word = match.group().toLowerCase(Locale.ROOT);
			if (hidden.contains(word) || known(word) || partOfWord(text, match.start(), match.end())) {
				return Matcher.quoteReplacement(match.group());
			}
			var better = nearest(word, abbreviation(match.group(), text) ? this::abbreviated : (near) -> true);
			return Matcher.quoteReplacement((better != null) ? better : match.group());
		});
	}

	/** Written in capitals in a text that is not: a name rather than a slip. */
	private static boolean abbreviation(String word, String text) {
		return word.equals(word.toUpperCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLowerCase);
	}

	/**
	 * What an abbreviation may be mended to: a word of the guidance that is no English.
	 */
	private boolean abbreviated(String word) {
		return word.length() > 4 && this.guidance.containsKey(word) && !this.lexicon.knows(word);
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

	private @Nullable String nearest(String word, Predicate<String> fits) {
		try {
			var near = this.checker.suggestSimilar(new Term(FIELD, word), NEAR, this.dictionary,
					SuggestMode.SUGGEST_ALWAYS, ALIKE);
			return Stream.of(near).map((each) -> each.string).filter(fits).findFirst().orElse(null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean partOfWord(String text, int start, int end) {
		return (start > 0 && (Character.isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '\''))
				|| (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '\''));
	}

}
