package org.signpost.retrieval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;
import org.signpost.understanding.Query;

/**
 * What the sources are about, as far as no editors' answer speaks of it: words of a
 * source's title that its statements use as well, such as the name of another career on a
 * page that an organisation has added. Of one knowledge base; safe for many threads; some
 * 13 µs for each line of an editors' answer to make.
 */
public final class Subjects {

	/** In so many statements a word of the title is what the source is about. */
	private static final int SPOKEN_OF = 2;

	/** Sources by the words of their titles. */
	private final Map<String, List<Source>> titled = new HashMap<>();

	/** All words of editors' answers. */
	private final Set<String> editors;

	private final Map<String, Boolean> subjects = new ConcurrentHashMap<>();

	/** What each source that was asked about is about, and all its words. */
	private final Map<String, Spoken> spoken = new ConcurrentHashMap<>();

	private final KnowledgeBase knowledgeBase;

	public Subjects(KnowledgeBase knowledgeBase) {
		this.knowledgeBase = knowledgeBase;
		for (var source : knowledgeBase.sources()) {
			for (var term : Set.copyOf(GuidanceAnalyzer.terms(source.title()))) {
				this.titled.computeIfAbsent(term, (each) -> new ArrayList<>()).add(source);
			}
		}
		this.editors = knowledgeBase.answers()
			.stream()
			.flatMap(Subjects::texts)
			.flatMap((text) -> GuidanceAnalyzer.terms(text).stream())
			.collect(Collectors.toSet());
	}

	private static Stream<String> texts(CuratedAnswer answer) {
		var lines = answer.sections().stream().flatMap((section) -> section.lines().stream());
		return Stream.concat(Stream.concat(Stream.of(answer.title()), answer.examples().stream()),
				lines.map(CuratedAnswer.Line::text));
	}

	/**
	 * The subjects that a query names, or else the last message before it that names any;
	 * none where there are no editors' answers to keep apart from.
	 */
	public Set<String> named(Query query) {
		if (this.editors.isEmpty()) {
			return Set.of();
		}
		return Stream.concat(Stream.of(query.text()), query.before().reversed().stream())
			.map((message) -> new HashSet<>(GuidanceAnalyzer.terms(message)))
			.filter((terms) -> terms.stream().anyMatch(this.titled::containsKey))
			.findFirst()
			.map((terms) -> terms.stream().filter(this::isSubject).collect(Collectors.toUnmodifiableSet()))
			.orElse(Set.of());
	}

	/**
	 * Whether two statements are of sources one of which is about what the other never
	 * speaks of: the pay of one career is not the older pay of another.
	 */
	public boolean apart(Statement a, Statement b) {
		if (this.editors.isEmpty() || a.source().equals(b.source())) {
			return false;
		}
		var one = spoken(a);
		var other = spoken(b);
		return one.about(other) || other.about(one);
	}

	private Spoken spoken(Statement statement) {
		return this.spoken.computeIfAbsent(statement.source(), (id) -> {
			var source = this.knowledgeBase.getSource(statement);
			var title = Set.copyOf(GuidanceAnalyzer.terms(source.title()));
			var words = new HashSet<>(title);
			source.statements().forEach((each) -> {
				each.headings().forEach((heading) -> words.addAll(GuidanceAnalyzer.terms(heading)));
				words.addAll(GuidanceAnalyzer.terms(each.text()));
			});
			return new Spoken(title.stream()
				.filter((term) -> !this.editors.contains(term) && speaksOf(source, term))
				.collect(Collectors.toUnmodifiableSet()), Set.copyOf(words));
		});
	}

	/** Whether a candidate speaks of any of these. */
	public static boolean speaksOf(Candidate candidate, Set<String> subjects) {
		return GuidanceAnalyzer.terms(candidate.text()).stream().anyMatch(subjects::contains);
	}

	private boolean isSubject(String term) {
		return this.titled.containsKey(term) && !this.editors.contains(term)
				&& this.subjects.computeIfAbsent(term,
						(each) -> this.titled.getOrDefault(each, List.of())
							.stream()
							.anyMatch((source) -> speaksOf(source, each)));
	}

	private static boolean speaksOf(Source source, String term) {
		return source.statements()
			.stream()
			.filter((statement) -> GuidanceAnalyzer.terms(statement.text()).contains(term))
			.limit(SPOKEN_OF)
			.count() == SPOKEN_OF;
	}

	/**
	 * Of one source.
	 *
	 * @param subjects what it is about
	 * @param words all its words
	 */
	private record Spoken(Set<String> subjects, Set<String> words) {

		/** Whether it is about something that another never speaks of. */
		boolean about(Spoken other) {
			return !this.subjects.isEmpty() && Collections.disjoint(this.subjects, other.words);
		}

	}

}
