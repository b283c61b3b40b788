package org.signpost.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.signpost.knowledge.Concept;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figure;
import org.signpost.language.LanguageTools;
import org.signpost.language.Lexicon;
import org.signpost.language.Words;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;

/**
 * Finds the statements that may answer a query: BM25's and the embedding's best, their
 * scores fused, then raised or lowered by what else is known of a statement: whether it
 * holds the kind of answer asked for, speaks of the nation, is in force, and is what
 * editors cite for the likely intent. Those kept are then compared with the question word
 * by word, which tells how surely they answer it but does not rank them. Made for one
 * knowledge base; safe for many threads; some 100 µs for the search and 20 µs for each
 * comparison.
 */
public final class StatementRetriever {

	private static final int CANDIDATES = 50;

	private static final int KEPT = 12;

	private static final Comparator<ScoredStatement> BEST_FIRST = Comparator.comparingDouble(ScoredStatement::score)
		.reversed()
		.thenComparing((each) -> each.statement().id());

	/** Raises chosen on the development sets; see docs on evaluation. */
	private static final double FIT = 0.18;

	private static final double OWN_NATION = 0.05;

	private static final double COVERAGE = 0.35;

	private static final double INTENT = 0.25;

	private static final double NOT_YET = 0.25;

	/** Weight of a word that is not even in the lexicon. */
	private static final double UNHEARD = 3.5;

	private static final double QUOTED = 0.4;

	private static final double UNDATED = 0.03;

	private final GuidanceIndex index;

	private final Lexicon lexicon;

	private final Map<String, Set<String>> intentTerms = new HashMap<>();

	private final Map<String, Integer> numbers = new HashMap<>();

	private final Map<String, Set<String>> evidence = new HashMap<>();

	private final Map<String, Set<String>> labels = new HashMap<>();

	/** Builds the index; costs about 3 ms a statement that was never embedded before. */
	public StatementRetriever(KnowledgeBase knowledgeBase, LanguageTools language) {
		this.lexicon = language.lexicon();
		this.index = new GuidanceIndex(knowledgeBase, language.embedding());
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
			this.intentTerms.put(answer.intent(), terms(answer));
		}
	}

	private static Set<String> terms(CuratedAnswer answer) {
		var terms = new HashSet<>(GuidanceAnalyzer.terms(answer.title()));
		answer.examples().forEach((example) -> terms.addAll(GuidanceAnalyzer.terms(example)));
		answer.sections()
			.forEach((section) -> section.lines().forEach((line) -> terms.addAll(GuidanceAnalyzer.terms(line.text()))));
		return terms;
	}

	/**
	 * Finds statements.
	 * @param query what is asked
	 */
	public RankedStatements retrieve(Query query) {
		var lexical = this.index.lexical(query, CANDIDATES);
		var all = IntStream.range(0, this.index.size())
			.mapToDouble((i) -> this.index.cosine(i, query.searchVector()))
			.toArray();
		var candidates = candidates(query, lexical, all);
		var cosines = candidates.stream().mapToDouble((number) -> all[number]).toArray();
		var bm25 = candidates.stream().mapToDouble((number) -> lexical.getOrDefault(number, 0f)).toArray();
		var fused = ScoreFusion.fuse(bm25, cosines);
		var terms = weigh(query);
		var scored = new ArrayList<ScoredStatement>();
		for (int i = 0; i < candidates.size(); i++) {
			scored.add(score(query, candidates.get(i), fused[i], bm25[i], cosines[i], terms));
		}
		scored.sort(BEST_FIRST);
		var asked = this.index.align(query);
		return choose(query, scored, terms, asked, Arrays.stream(all).average().orElse(0));
	}

	private List<Integer> candidates(Query query, Map<Integer, Float> lexical, double[] cosines) {
		var candidates = new TreeSet<Integer>(lexical.keySet());
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

	private ScoredStatement score(Query query, int number, double fused, double bm25, double cosine,
			Map<String, Double> terms) {
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
		if (quotes(query, statement)) {
			score += QUOTED;
		}
		var asOf = statement.asOf();
		if (asOf == null) {
			score -= UNDATED;
		}
		else if (asOf.earliest().isAfter(query.asOf()) && !statement.announcesEvent()) {
			score -= NOT_YET;
		}
		return new ScoredStatement(statement, score, bm25, cosine, 0, coverage, subjectCoverage(query, terms, number),
				fits, "kept");
	}

	/** Whether a statement states an amount that the visitor brings along. */
	private static boolean quotes(Query query, Statement statement) {
		return query.quoted()
			.stream()
			.anyMatch((figure) -> figure.kind() == Figure.Kind.MONEY && statement.figures().contains(figure));
	}

	private RankedStatements choose(Query query, List<ScoredStatement> scored, Map<String, Double> terms,
			WordAlignment.Asked asked, double background) {
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
				hits.add(each.aligned(asked.with(number(statement))));
			}
		}
		var intent = query.intents().isEmpty() ? Set.<String>of()
				: this.intentTerms.getOrDefault(query.intents().getFirst().name(), Set.of());
		Predicate<String> known = (term) -> this.index.uses(term) || intent.contains(term)
				|| AnswerFit.standsFor(query.shape(), term) || byLabel(query, term);
		var unknown = terms.keySet().stream().filter(known.negate()).toList();
		var best = new HashSet<Integer>();
		hits.stream().limit(3).forEach((hit) -> best.add(this.numbers.get(hit.statement().id())));
		var fits = hits.stream().limit(3).anyMatch(ScoredStatement::fits);
		return new RankedStatements(hits, rejected.stream().limit(30).toList(), unknown, background, asked.usual(),
				asked.words(), coverage(query, terms, best, fits), share(terms, (term) -> intent.contains(term)
						|| AnswerFit.standsFor(query.shape(), term) || byLabel(query, term)),
				share(terms, known.negate()));
	}

	/** The question's telling words and how much each weighs. */
	private Map<String, Double> weigh(Query query) {
		var terms = new TreeMap<String, Double>();
		for (var word : Stopwords.contentWords(query.subject())) {
			var term = Words.stem(word);
			terms.put(term, this.index.uses(term) ? this.index.weight(term) : rarity(word));
		}
		return terms;
	}

	/** A word the guidance never uses tells the more the rarer it is in English. */
	private double rarity(String word) {
		var rank = this.lexicon.rank(word);
		return (rank == null) ? UNHEARD : Math.clamp(Math.log(Math.max(1, rank - 1900) / 600.0), 0.2, UNHEARD);
	}

	/**
	 * Share of the question's weight that statements carry, by their words or by
	 * concepts.
	 */
	private double coverage(Query query, Map<String, Double> terms, Set<Integer> numbers, boolean fits) {
		return share(terms, (term) -> numbers.stream().anyMatch((number) -> this.index.terms(number).contains(term))
				|| (fits && AnswerFit.standsFor(query.shape(), term)) || byConcept(query, term, numbers));
	}

	private double subjectCoverage(Query query, Map<String, Double> terms, int number) {
		var subject = new TreeMap<>(terms);
		subject.keySet().removeIf((term) -> AnswerFit.standsFor(query.shape(), term));
		return coverage(query, subject, Set.of(number), false);
	}

	private static double share(Map<String, Double> terms, Predicate<String> carries) {
		double all = 0;
		double carried = 0;
		for (var term : terms.entrySet()) {
			all += term.getValue();
			carried += carries.test(term.getKey()) ? term.getValue() : 0;
		}
		return (all == 0) ? 0 : carried / all;
	}

	private boolean byLabel(Query query, String term) {
		return query.concepts()
			.stream()
			.anyMatch((concept) -> this.labels.getOrDefault(concept.id(), Set.of()).contains(term));
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

	private int number(Statement statement) {
		return Objects.requireNonNull(this.numbers.get(statement.id()), statement.id());
	}

	/** Cosine of two statements of the knowledge base. */
	public double likeness(Statement a, Statement b) {
		return this.index.likeness(number(a), number(b));
	}

}
