package org.signpost.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.signpost.knowledge.Concept;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Statement;
import org.signpost.language.EmbeddingStore;
import org.signpost.understanding.Query;

/**
 * Finds the statements that may answer a query: BM25's and the embedding's best, their
 * scores fused, then raised or lowered by what else is known of a statement: whether it
 * holds the kind of answer asked for, speaks of the nation, is in force, and is what
 * editors cite for the likely intent. Made for one knowledge base; safe for many threads.
 */
public final class StatementRetriever {

	private static final int CANDIDATES = 50;

	private static final int KEPT = 12;

	/** Raises chosen on the development sets; see docs on evaluation. */
	private static final double FIT = 0.18;

	private static final double OWN_NATION = 0.05;

	private static final double COVERAGE = 0.35;

	private static final double INTENT = 0.25;

	private static final double NOT_YET = 0.25;

	private static final double UNDATED = 0.03;

	private final GuidanceIndex index;

	private final Map<String, Integer> numbers = new HashMap<>();

	private final Map<String, Set<String>> evidence = new HashMap<>();

	private final Map<String, Set<String>> labels = new HashMap<>();

	/** Builds the index; costs about 3 ms a statement that was never embedded before. */
	public StatementRetriever(KnowledgeBase knowledgeBase, EmbeddingStore embedding) {
		this.index = new GuidanceIndex(knowledgeBase, embedding);
		for (int i = 0; i < this.index.size(); i++) {
			this.numbers.put(this.index.statement(i).id(), i);
		}
		knowledgeBase.vocabulary().concepts().forEach((concept) -> this.labels.put(concept.id(), labelTerms(concept)));
		for (var answer : knowledgeBase.answers()) {
			var cited = new HashSet<String>();
			answer.sections()
				.forEach((section) -> section.lines()
					.forEach((line) -> line.evidence().forEach((statement) -> cited.add(statement.id()))));
			this.evidence.put(answer.intent(), cited);
		}
	}

	/**
	 * Finds statements.
	 * @param query what is asked
	 * @param date the day to answer as of
	 */
	public RankedStatements retrieve(Query query, LocalDate date) {
		var lexical = this.index.lexical(query, CANDIDATES);
		var candidates = candidates(query, lexical);
		var cosines = candidates.stream()
			.mapToDouble((number) -> this.index.cosine(number, query.searchVector()))
			.toArray();
		var bm25 = candidates.stream().mapToDouble((number) -> lexical.getOrDefault(number, 0f)).toArray();
		var fused = ScoreFusion.fuse(bm25, cosines);
		var terms = List.copyOf(new TreeSet<>(GuidanceAnalyzer.terms(query.text())));
		var scored = new ArrayList<ScoredStatement>();
		for (int i = 0; i < candidates.size(); i++) {
			scored.add(score(query, date, candidates.get(i), fused[i], bm25[i], cosines[i], terms));
		}
		scored.sort(Comparator.comparingDouble(ScoredStatement::score)
			.reversed()
			.thenComparing((each) -> each.statement().id()));
		return choose(query, scored, terms);
	}

	private List<Integer> candidates(Query query, Map<Integer, Float> lexical) {
		var candidates = new TreeSet<Integer>(lexical.keySet());
		var cosines = IntStream.range(0, this.index.size())
			.mapToDouble((i) -> this.index.cosine(i, query.searchVector()))
			.toArray();
		IntStream.range(0, cosines.length)
			.boxed()
			.sorted(Comparator.<Integer>comparingDouble((i) -> -cosines[i]).thenComparing(Comparator.naturalOrder()))
			.limit(CANDIDATES)
			.forEach(candidates::add);
		for (var intent : query.intents()) {
			if (intent.confidence() > 0.3) {
				this.evidence.getOrDefault(intent.name(), Set.of())
					.forEach((id) -> candidates.add(this.numbers.get(id)));
			}
		}
		return List.copyOf(candidates);
	}

	private ScoredStatement score(Query query, LocalDate date, int number, double fused, double bm25, double cosine,
			List<String> terms) {
		var statement = this.index.statement(number);
		var fits = AnswerFit.holds(statement, query.shape());
		var coverage = coverage(query, terms, Set.of(number), fits);
		var score = fused + COVERAGE * coverage + (fits ? FIT : 0);
		if (query.nation() != null && statement.nationsStated() && statement.nations().contains(query.nation())) {
			score += OWN_NATION;
		}
		for (var intent : query.intents()) {
			if (this.evidence.getOrDefault(intent.name(), Set.of()).contains(statement.id())) {
				score += INTENT * intent.confidence();
			}
		}
		var asOf = statement.asOf();
		if (asOf == null) {
			score -= UNDATED;
		}
		else if (asOf.earliest().isAfter(date)) {
			score -= NOT_YET;
		}
		return new ScoredStatement(statement, score, bm25, cosine, coverage, fits, "kept");
	}

	private RankedStatements choose(Query query, List<ScoredStatement> scored, List<String> terms) {
		var hits = new ArrayList<ScoredStatement>();
		var rejected = new ArrayList<ScoredStatement>();
		for (var each : scored) {
			var statement = each.statement();
			if (query.nation() != null && !statement.nations().contains(query.nation())) {
				rejected.add(each.dropped("for another nation"));
			}
			else if (query.excluded().contains(statement.id())) {
				rejected.add(each.dropped("said already"));
			}
			else if (hits.size() >= KEPT) {
				rejected.add(each.dropped("ranked too low"));
			}
			else {
				hits.add(each);
			}
		}
		var unknown = terms.stream()
			.filter((term) -> !this.index.uses(term) && !AnswerFit.standsFor(query.shape(), term))
			.toList();
		var best = new HashSet<Integer>();
		hits.stream().limit(3).forEach((hit) -> best.add(this.numbers.get(hit.statement().id())));
		var fits = hits.stream().limit(3).anyMatch(ScoredStatement::fits);
		return new RankedStatements(hits, rejected.stream().limit(30).toList(), unknown,
				coverage(query, terms, best, fits));
	}

	/**
	 * Share of the question's weight that statements carry, by their words or by
	 * concepts.
	 */
	private double coverage(Query query, List<String> terms, Set<Integer> numbers, boolean fits) {
		double all = 0;
		double carried = 0;
		for (var term : terms) {
			var weight = this.index.weight(term);
			all += weight;
			var found = numbers.stream().anyMatch((number) -> this.index.terms(number).contains(term));
			if (found || (fits && AnswerFit.standsFor(query.shape(), term)) || byConcept(query, term, numbers)
					|| byNation(query, term)) {
				carried += weight;
			}
		}
		return (all == 0) ? 0 : carried / all;
	}

	private boolean byConcept(Query query, String term, Set<Integer> numbers) {
		for (var concept : query.concepts()) {
			if (numbers.stream().anyMatch((number) -> this.index.concepts(number).contains(concept.id()))
					&& this.labels.getOrDefault(concept.id(), Set.of()).contains(term)) {
				return true;
			}
		}
		return false;
	}

	private static Set<String> labelTerms(Concept concept) {
		var terms = new HashSet<>(GuidanceAnalyzer.terms(concept.preferred()));
		concept.alternative().forEach((label) -> terms.addAll(GuidanceAnalyzer.terms(label)));
		concept.hidden().forEach((label) -> terms.addAll(GuidanceAnalyzer.terms(label)));
		return terms;
	}

	/** A nation that filters need not stand in the statement as well. */
	private static boolean byNation(Query query, String term) {
		return query.nation() != null && GuidanceAnalyzer.terms(query.nation().displayName()).contains(term);
	}

	private int number(Statement statement) {
		return Objects.requireNonNull(this.numbers.get(statement.id()), statement.id());
	}

	/** Cosine of two statements of the knowledge base. */
	public double likeness(Statement a, Statement b) {
		return this.index.likeness(number(a), number(b));
	}

}
