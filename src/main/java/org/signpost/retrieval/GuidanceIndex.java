package org.signpost.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Statement;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.Encoding;
import org.signpost.language.SentenceEmbedding;
import org.signpost.understanding.Query;

/**
 * The statements of one knowledge base in a Lucene index (BM25, Robertson and Zaragoza
 * 2009) with their embeddings and those of their words beside it, some 1.5 kB a statement
 * and 400 bytes a word. Under ten thousand statements comparing every vector costs less
 * than a graph would, and misses none. Immutable; safe for many threads; some 100 µs a
 * search.
 */
final class GuidanceIndex {

	/**
	 * Headings say what a passage is about, in fewer words than it, so they weigh less a
	 * word.
	 */
	private static final float HEADING = 0.6f;

	private static final float CONCEPT = 1.0f;

	private final List<Statement> statements;

	private final float[][] vectors;

	private final WordAlignment alignment;

	private final List<Set<String>> terms = new ArrayList<>();

	private final List<Set<String>> concepts = new ArrayList<>();

	private final Map<String, Integer> frequency = new HashMap<>();

	private final IndexSearcher searcher;

	GuidanceIndex(KnowledgeBase knowledgeBase, EmbeddingStore embedding) {
		this.statements = knowledgeBase.statements();
		embedding.prepareWords(this.statements.stream().map(GuidanceIndex::context).toList());
		var encodings = this.statements.stream().map((statement) -> embedding.encode(context(statement))).toList();
		this.vectors = encodings.stream().map(Encoding::sentence).toArray(float[][]::new);
		this.alignment = new WordAlignment(encodings.stream().map(Encoding::words).toList());
		var directory = new ByteBuffersDirectory();
		try (var writer = new IndexWriter(directory, new IndexWriterConfig(new GuidanceAnalyzer()))) {
			for (int i = 0; i < this.statements.size(); i++) {
				writer.addDocument(document(i, this.statements.get(i), knowledgeBase));
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

	private Document document(int number, Statement statement, KnowledgeBase knowledgeBase) {
		var document = new Document();
		var body = (statement.lead() != null) ? statement.lead() + " " + statement.text() : statement.text();
		var headings = String.join(" ", statement.headings()) + " " + knowledgeBase.getSource(statement).title();
		document.add(new StoredField("number", number));
		document.add(new TextField("text", body, Field.Store.NO));
		document.add(new TextField("heading", headings, Field.Store.NO));
		var ids = new HashSet<String>();
		for (var mention : knowledgeBase.vocabulary()
			.mentions(body + " . " + String.join(" . ", statement.headings()))) {
			ids.add(mention.concept().id());
			ids.addAll(mention.concept().broader());
		}
		ids.forEach((id) -> document.add(new StringField("concept", id, Field.Store.NO)));
		this.concepts.add(Set.copyOf(ids));
		var words = new HashSet<>(GuidanceAnalyzer.terms(body + " " + headings));
		this.terms.add(Set.copyOf(words));
		words.forEach((word) -> this.frequency.merge(word, 1, Integer::sum));
		return document;
	}

	/**
	 * BM25 score of each statement that shares a term or concept with the query, by
	 * number.
	 */
	Map<Integer, Float> lexical(Query query, int limit) {
		var builder = new BooleanQuery.Builder();
		for (var term : new HashSet<>(GuidanceAnalyzer.terms(query.subject()))) {
			builder.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD);
			builder.add(new BoostQuery(new TermQuery(new Term("heading", term)), HEADING), BooleanClause.Occur.SHOULD);
		}
		for (var concept : query.concepts()) {
			builder.add(new BoostQuery(new TermQuery(new Term("concept", concept.id())), CONCEPT),
					BooleanClause.Occur.SHOULD);
		}
		try {
			var scores = new HashMap<Integer, Float>();
			var stored = this.searcher.storedFields();
			for (var hit : this.searcher.search(builder.build(), Math.max(limit, 1)).scoreDocs) {
				var number = stored.document(hit.doc).getField("number").numericValue().intValue();
				scores.put(number, hit.score);
			}
			return scores;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A question to be compared with statements word by word. */
	WordAlignment.Asked align(Query query) {
		return this.alignment.of(query);
	}

	/** Cosine of a statement and a question. */
	double cosine(int number, float[] vector) {
		return SentenceEmbedding.cosine(this.vectors[number], vector);
	}

	/** Cosine of two statements. */
	double likeness(int a, int b) {
		return SentenceEmbedding.cosine(this.vectors[a], this.vectors[b]);
	}

	int size() {
		return this.statements.size();
	}

	Statement statement(int number) {
		return this.statements.get(number);
	}

	/** The terms of a statement with those of its lead, headings and source's title. */
	Set<String> terms(int number) {
		return this.terms.get(number);
	}

	Set<String> concepts(int number) {
		return this.concepts.get(number);
	}

	/** Inverse document frequency; a term the guidance never uses weighs most. */
	double weight(String term) {
		return Math.log(1 + (size() + 0.5) / (this.frequency.getOrDefault(term, 0) + 0.5));
	}

	boolean uses(String term) {
		return this.frequency.containsKey(term);
	}

	/** What is embedded: a statement under its heading and lead. */
	private static String context(Statement statement) {
		var text = new StringBuilder();
		if (!statement.section().isEmpty()) {
			text.append(statement.section()).append(". ");
		}
		if (statement.lead() != null) {
			text.append(statement.lead()).append(' ');
		}
		return text.append(statement.text()).toString();
	}

}
