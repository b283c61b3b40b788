package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.Words;

/**
 * Finds the statements of a source that state what a sentence says: those that hold its
 * figures and qualifications, and of these the ones that share most of its words, weighed
 * by how rare they are. For many threads.
 */
final class EvidenceFinder {

	private final Map<String, List<Statement>> bySource = new HashMap<>();

	private final Map<String, Source> sources = new HashMap<>();

	private final PerSource<SourceWords> words;

	/** Names are looked up again and again, so they are found once a statement. */
	private final Map<String, Set<String>> names = new ConcurrentHashMap<>();

	private final Map<String, Integer> frequency = new HashMap<>();

	private final Vocabulary vocabulary;

	EvidenceFinder(List<Source> sources, Vocabulary vocabulary) {
		this(sources, vocabulary, new PerSource<>(SourceWords::of).of(sources));
	}

	/**
	 * A finder of the statements of some sources.
	 * @param words the words of each of them
	 */
	EvidenceFinder(List<Source> sources, Vocabulary vocabulary, PerSource<SourceWords> words) {
		this.vocabulary = vocabulary;
		this.words = words;
		for (var source : sources) {
			this.sources.put(source.id(), source);
			this.bySource.put(source.id(), source.statements());
			words.get(source).frequency().forEach((word, count) -> this.frequency.merge(word, count, Integer::sum));
		}
	}

	boolean knows(String source) {
		return this.bySource.containsKey(source);
	}

	/**
	 * The evidence for a sentence.
	 * @param text the sentence
	 * @param cited ids of the sources named after it
	 */
	Evidence find(String text, List<String> cited) {
		var wanted = new TreeSet<>(Figures.in(text));
		var names = qualifications(text);
		var words = weighed(Words.stems(text));
		var chosen = new LinkedHashSet<Statement>();
		for (var source : cited) {
			var best = best(this.bySource.getOrDefault(source, List.of()), wanted, names, words);
			if (best != null) {
				chosen.add(best);
				cover(best, wanted, names);
			}
		}
		while (!wanted.isEmpty() || !names.isEmpty()) {
			var rest = cited.stream()
				.flatMap((source) -> this.bySource.getOrDefault(source, List.of()).stream())
				.filter((statement) -> !chosen.contains(statement))
				.filter((statement) -> covers(statement, wanted, names) > 0)
				.toList();
			var next = best(rest, wanted, names, words);
			if (next == null) {
				break;
			}
			chosen.add(next);
			cover(next, wanted, names);
		}
		return new Evidence(List.copyOf(chosen), wanted, names);
	}

	/** The statements that a value stands in, or those that it introduces. */
	List<Statement> holding(String source, NamedValue value) {
		var having = this.bySource.getOrDefault(source, List.of())
			.stream()
			.filter((statement) -> context(statement).contains(value.words()))
			.toList();
		int line = having.stream().mapToInt(Statement::line).filter((each) -> each <= value.line()).max().orElse(0);
		return having.stream()
			.filter((statement) -> statement.line() == line
					|| (statement.line() > value.line() && !statement.text().contains(value.words())))
			.toList();
	}

	private @Nullable Statement best(List<Statement> statements, Set<Figure> wanted, Set<String> names,
			Map<String, Double> words) {
		Statement best = null;
		double bestScore = 0;
		double all = words.values().stream().mapToDouble(Double::doubleValue).sum();
		for (var statement : statements) {
			var score = 3 * covers(statement, wanted, names) + overlap(statement, words, all);
			if (score > bestScore) {
				best = statement;
				bestScore = score;
			}
		}
		return best;
	}

	private int covers(Statement statement, Set<Figure> wanted, Set<String> names) {
		if (wanted.isEmpty() && names.isEmpty()) {
			return 0;
		}
		var backed = backing(statement);
		int covered = 0;
		for (var figure : wanted) {
			covered += backed.contains(figure) ? 1 : 0;
		}
		var named = named(statement);
		for (var name : names) {
			covered += named.contains(name) ? 1 : 0;
		}
		return covered;
	}

	private void cover(Statement statement, Set<Figure> wanted, Set<String> names) {
		wanted.removeAll(backing(statement));
		names.removeAll(named(statement));
	}

	private Set<Figure> backing(Statement statement) {
		return wordsOf(statement).figures(statement);
	}

	private Set<String> named(Statement statement) {
		return this.names.computeIfAbsent(statement.id(), (id) -> qualifications(context(statement)));
	}

	private Set<String> qualifications(String text) {
		var ids = new TreeSet<String>();
		for (var mention : this.vocabulary.mentions(text)) {
			if (mention.concept().kind().equals("qualification")) {
				ids.add(mention.concept().id());
			}
		}
		return ids;
	}

	/** The rarer a word among all statements, the more it weighs. */
	private Map<String, Double> weighed(List<String> words) {
		var weighed = new LinkedHashMap<String, Double>();
		words.forEach((word) -> weighed.put(word, 1.0 / Math.log(2.0 + this.frequency.getOrDefault(word, 0))));
		return weighed;
	}

	private double overlap(Statement statement, Map<String, Double> words, double all) {
		double shared = 0;
		var own = wordsOf(statement).stems(statement);
		for (var word : words.entrySet()) {
			shared += own.contains(word.getKey()) ? word.getValue() : 0;
		}
		// of two statements that share as much, the shorter says less that was not asked
		return (all == 0) ? 0 : shared / all - own.size() * 1e-4;
	}

	private SourceWords wordsOf(Statement statement) {
		return this.words.get(Objects.requireNonNull(this.sources.get(statement.source())));
	}

	private static String context(Statement statement) {
		var parts = new ArrayList<String>(statement.headings());
		if (statement.lead() != null) {
			parts.add(statement.lead());
		}
		parts.add(statement.text());
		return String.join(" ", parts);
	}

	/**
	 * The words of one source, and what a statement of it backs once that is asked for.
	 * For many threads.
	 *
	 * @param source the source
	 * @param frequency in how many of its statements each stem is
	 * @param known the stems of statements
	 * @param backed the figures that statements back
	 */
	record SourceWords(Source source, Map<String, Integer> frequency, Map<String, Set<String>> known,
			Map<String, Set<Figure>> backed) {

		static SourceWords of(Source source) {
			var frequency = new HashMap<String, Integer>();
			source.statements()
				.forEach((statement) -> stemsOf(statement).forEach((word) -> frequency.merge(word, 1, Integer::sum)));
			return new SourceWords(source, frequency, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
		}

		Set<Figure> figures(Statement statement) {
			return this.backed.computeIfAbsent(statement.id(),
					(id) -> Figures.backedBy(Backing.of(statement, this.source)));
		}

		Set<String> stems(Statement statement) {
			return this.known.computeIfAbsent(statement.id(), (id) -> stemsOf(statement));
		}

		private static Set<String> stemsOf(Statement statement) {
			return new HashSet<>(Words.stems(context(statement)));
		}

	}

	/**
	 * What was found.
	 *
	 * @param statements the statements, best first
	 * @param missingFigures figures that none of them states
	 * @param missingNames ids of qualifications that none of them names
	 */
	record Evidence(List<Statement> statements, Set<Figure> missingFigures, Set<String> missingNames) {

	}

}
