package org.signpost.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.LanguageTools;
import org.signpost.language.Progress;
import org.signpost.language.SentenceEmbedding;
import org.signpost.understanding.Query;

/**
 * The statements and curated answers of one knowledge base in a Lucene index (BM25,
 * Robertson and Zaragoza 2009) with their vectors beside it, some 1.5 kB a candidate.
 * Comparing every vector misses none. The index is made of parts, and the next edition
 * takes over those in which nothing has changed (record 34). An editor's answer is also
 * found by the examples of its intent and by the intent classifier. Immutable; safe for
 * many threads; some 200 µs a search among two thousand candidates.
 */
public final class LuceneCandidates implements CandidateSource {

	/**
	 * How many are proposed; chosen on the pages kept apart, of whose answers 97 % are
	 * among ten.
	 */
	private static final int MOST = 10;

	/**
	 * Of these so many for the message alone, and so many by its words, however far the
	 * rest is.
	 */
	private static final int ALONE = 3;

	private static final int BY_WORDS = 2;

	private static final int BY_INTENT = 2;

	private final List<IndexPart> parts;

	private final List<Candidate> candidates;

	private final float[][] vectors;

	/** So many of the candidates are statements; editors' answers come after them. */
	private final int statements;

	private final EmbeddingStore embedding;

	private final IndexSearcher searcher;

	/** Indexes a knowledge base by itself. */
	public LuceneCandidates(KnowledgeBase knowledgeBase, LanguageTools language) {
		this(knowledgeBase, language, null, Progress.UNSEEN);
	}

	/**
	 * Indexes a knowledge base. Costs about 3 ms a candidate that was never seen before,
	 * and some 20 µs for each statement of a source that has changed and of its
	 * neighbours.
	 * @param before the index of the edition before, for what is in both
	 * @param progress is told how many texts are encoded and indexed
	 */
	public LuceneCandidates(KnowledgeBase knowledgeBase, LanguageTools language, @Nullable LuceneCandidates before,
			Progress progress) {
		this.embedding = language.embedding();
		this.parts = parts(knowledgeBase, (before != null) ? before.parts : List.of(), progress);
		this.candidates = this.parts.stream().flatMap((part) -> part.candidates().stream()).toList();
		this.vectors = this.parts.stream().flatMap((part) -> Arrays.stream(part.vectors())).toArray(float[][]::new);
		this.statements = this.candidates.size() - this.parts.getLast().candidates().size();
		try {
			this.searcher = new IndexSearcher(
					new MultiReader(this.parts.stream().map(IndexPart::words).toArray(IndexReader[]::new)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.searcher.setSimilarity(new BM25Similarity(1.0f, 0.5f));
	}

	/** What the index is made of. */
	List<IndexPart> parts() {
		return this.parts;
	}

	/** Those of the sources and at last that of the editors' answers. */
	private List<IndexPart> parts(KnowledgeBase knowledgeBase, List<IndexPart> before, Progress progress) {
		var known = new IdentityHashMap<Source, IndexPart>();
		before.stream()
			.filter((part) -> !part.sources().isEmpty())
			.forEach((part) -> known.put(part.sources().getFirst(), part));
		var kept = new ArrayList<@Nullable IndexPart>();
		var runs = IndexPart.runs(knowledgeBase.sources());
		var fresh = new ArrayList<List<Candidate>>();
		for (var run : runs) {
			var part = known.get(run.getFirst());
			var same = part != null && part.sources().equals(run);
			kept.add(same ? part : null);
			fresh.add(same ? List.of() : run.stream().flatMap(LuceneCandidates::of).toList());
		}
		runs.add(List.of());
		kept.add(null);
		fresh.add(curated(knowledgeBase).toList());
		kept.stream().filter(Objects::nonNull).forEach((part) -> this.embedding.prepared(part.texts()));
		var texts = fresh.stream().flatMap(List::stream).map(Candidate::text).toList();
		this.embedding.prepare(texts, progress);
		var parts = new ArrayList<IndexPart>();
		int done = 0;
		for (int i = 0; i < runs.size(); i++) {
			var same = kept.get(i);
			progress.at(Progress.Step.INDEXING, done, texts.size());
			parts.add((same != null) ? same : IndexPart.of(runs.get(i), fresh.get(i), this.embedding));
			done += fresh.get(i).size();
		}
		return List.copyOf(parts);
	}

	/** All that a knowledge base may answer with. */
	public static List<Candidate> of(KnowledgeBase knowledgeBase) {
		return Stream.concat(knowledgeBase.sources().stream().flatMap(LuceneCandidates::of), curated(knowledgeBase))
			.toList();
	}

	private static Stream<Candidate> of(Source source) {
		return source.statements().stream().map((statement) -> StatementCandidate.of(statement, source));
	}

	private static Stream<Candidate> curated(KnowledgeBase knowledgeBase) {
		return knowledgeBase.answers()
			.stream()
			.flatMap((answer) -> answer.sections().stream().map((section) -> CuratedCandidate.of(answer, section)));
	}

	@Override
	public List<Candidate> find(Query query) {
		var together = nearest(this.embedding.encodeQuestion(query.inConversation()).vector(), query.nation());
		var alone = query.before().isEmpty() ? together
				: nearest(this.embedding.encodeQuestion(query.alone()).vector(), query.nation());
		var found = new LinkedHashSet<Integer>();
		alone.stream().limit(query.before().isEmpty() ? 0 : ALONE).forEach(found::add);
		byWords(query).forEach(found::add);
		byIntent(query).forEach(found::add);
		together.stream()
			.filter((number) -> !found.contains(number))
			.limit(MOST - found.size())
			.toList()
			.forEach(found::add);
		return found.stream().sorted().map(this.candidates::get).toList();
	}

	/** The candidates of a nation that are nearest, the nearest first. */
	private List<Integer> nearest(float[] vector, @Nullable Nation nation) {
		var numbers = new ArrayList<Integer>(MOST + 1);
		var cosines = new ArrayList<Double>(MOST + 1);
		for (int i = 0; i < this.vectors.length; i++) {
			var cosine = SentenceEmbedding.cosine(this.vectors[i], vector);
			if ((numbers.size() < MOST || cosine > cosines.getLast())
					&& IndexPart.speaksFor(this.candidates.get(i), nation)) {
				int place = numbers.size();
				while (place > 0 && cosine > cosines.get(place - 1)) {
					place--;
				}
				numbers.add(place, i);
				cosines.add(place, cosine);
				if (numbers.size() > MOST) {
					numbers.removeLast();
					cosines.removeLast();
				}
			}
		}
		return numbers;
	}

	private List<Integer> byIntent(Query query) {
		var names = query.intents().stream().limit(BY_INTENT).map((intent) -> intent.name()).toList();
		return IntStream.range(this.statements, this.candidates.size())
			.filter((i) -> this.candidates.get(i) instanceof CuratedCandidate curated
					&& names.contains(curated.answer().intent()) && IndexPart.speaksFor(curated, query.nation()))
			.boxed()
			.toList();
	}

	private List<Integer> byWords(Query query) {
		var builder = new BooleanQuery.Builder();
		var terms = new HashSet<>(GuidanceAnalyzer.terms(query.text()));
		terms.forEach((term) -> builder.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD));
		var nation = query.nation();
		builder.add(new TermQuery(new Term("nation", (nation != null) ? nation.name() : IndexPart.ANYWHERE)),
				BooleanClause.Occur.FILTER);
		builder.setMinimumNumberShouldMatch(1);
		if (terms.isEmpty()) {
			return List.of();
		}
		try {
			return Arrays.stream(this.searcher.search(builder.build(), BY_WORDS).scoreDocs)
				.map((hit) -> hit.doc)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
