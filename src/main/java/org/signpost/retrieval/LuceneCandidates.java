package org.signpost.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.LanguageTools;
import org.signpost.language.SentenceEmbedding;
import org.signpost.understanding.Query;

/**
 * The statements and curated answers of one knowledge base in a Lucene index (BM25,
 * Robertson and Zaragoza 2009) with their vectors beside it, some 1.5 kB a candidate.
 * Under ten thousand candidates comparing every vector costs less than a graph would, and
 * misses none. An editor's answer is also found by the examples of its intent and by the
 * intent classifier. Immutable; safe for many threads; some 200 µs a search.
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

	private final List<Candidate> candidates;

	private final float[][] vectors;

	private final EmbeddingStore embedding;

	private final IndexSearcher searcher;

	/**
	 * Indexes a knowledge base; costs about 3 ms a candidate that was never seen before.
	 */
	public LuceneCandidates(KnowledgeBase knowledgeBase, LanguageTools language) {
		this.embedding = language.embedding();
		this.candidates = of(knowledgeBase);
		this.embedding.prepare(this.candidates.stream().map(Candidate::text).toList());
		this.vectors = this.candidates.stream()
			.map((candidate) -> this.embedding.embed(candidate.text()))
			.toArray(float[][]::new);
		var directory = new ByteBuffersDirectory();
		try (var writer = new IndexWriter(directory, new IndexWriterConfig(new GuidanceAnalyzer()))) {
			for (int i = 0; i < this.candidates.size(); i++) {
				writer.addDocument(document(i));
			}
			writer.forceMerge(1);
			writer.commit();
			this.searcher = new IndexSearcher(DirectoryReader.open(directory));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.searcher.setSimilarity(new BM25Similarity(1.0f, 0.5f));
	}

	/** All that a knowledge base may answer with. */
	public static List<Candidate> of(KnowledgeBase knowledgeBase) {
		var candidates = new ArrayList<Candidate>();
		knowledgeBase.statements()
			.forEach((statement) -> candidates
				.add(StatementCandidate.of(statement, knowledgeBase.getSource(statement))));
		knowledgeBase.answers()
			.forEach((answer) -> answer.sections()
				.forEach((section) -> candidates.add(CuratedCandidate.of(answer, section))));
		return List.copyOf(candidates);
	}

	private Document document(int number) {
		var candidate = this.candidates.get(number);
		var document = new Document();
		document.add(new StoredField("number", number));
		document.add(new TextField("text", candidate.text(), Field.Store.NO));
		for (var nation : Nation.values()) {
			if (speaksFor(candidate, nation)) {
				document.add(new StringField("nation", nation.name(), Field.Store.NO));
			}
		}
		if (speaksFor(candidate, null)) {
			document.add(new StringField("nation", ANYWHERE, Field.Store.NO));
		}
		return document;
	}

	private static final String ANYWHERE = "ANYWHERE";

	/** Whether a candidate may be given for a nation; null where none is known. */
	private static boolean speaksFor(Candidate candidate, @Nullable Nation nation) {
		return switch (candidate) {
			case StatementCandidate statement -> nation == null || statement.nations().contains(nation);
			case CuratedCandidate curated -> (nation != null) ? curated.speaksFor().contains(nation)
					: curated.answer().findAnywhere().filter(curated.section()::equals).isPresent();
		};
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

	/** All candidates of a nation, the nearest first. */
	private List<Integer> nearest(float[] vector, @Nullable Nation nation) {
		var cosines = new double[this.vectors.length];
		for (int i = 0; i < cosines.length; i++) {
			cosines[i] = SentenceEmbedding.cosine(this.vectors[i], vector);
		}
		return IntStream.range(0, cosines.length)
			.filter((i) -> speaksFor(this.candidates.get(i), nation))
			.boxed()
			.sorted(Comparator.<Integer>comparingDouble((i) -> -cosines[i]).thenComparing(Comparator.naturalOrder()))
			.limit(MOST)
			.toList();
	}

	private List<Integer> byIntent(Query query) {
		var names = query.intents().stream().limit(BY_INTENT).map((intent) -> intent.name()).toList();
		return IntStream.range(0, this.candidates.size())
			.filter((i) -> this.candidates.get(i) instanceof CuratedCandidate curated
					&& names.contains(curated.answer().intent()) && speaksFor(curated, query.nation()))
			.boxed()
			.toList();
	}

	private List<Integer> byWords(Query query) {
		var builder = new BooleanQuery.Builder();
		var terms = new HashSet<>(GuidanceAnalyzer.terms(query.text()));
		terms.forEach((term) -> builder.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD));
		var nation = query.nation();
		builder.add(new TermQuery(new Term("nation", (nation != null) ? nation.name() : ANYWHERE)),
				BooleanClause.Occur.FILTER);
		builder.setMinimumNumberShouldMatch(1);
		if (terms.isEmpty()) {
			return List.of();
		}
		try {
			var numbers = new ArrayList<Integer>();
			var stored = this.searcher.storedFields();
			for (var hit : this.searcher.search(builder.build(), BY_WORDS).scoreDocs) {
				numbers.add(stored.document(hit.doc).getField("number").numericValue().intValue());
			}
			return numbers;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
