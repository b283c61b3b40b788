package org.signpost.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.TextDigest;

/**
 * Some candidates with their words in an index of Lucene's and their vectors beside it,
 * in their order. Immutable, so it may be part of the index of one edition of the
 * knowledge base after another. Some 20 µs a candidate to make.
 *
 * @param sources the sources that they are of, none of editors' answers
 * @param candidates the candidates
 * @param texts what their texts are known by
 * @param vectors the vectors of their texts
 * @param words their words; the number of a document is that of its candidate
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and copies would cost
record IndexPart(List<Source> sources, List<Candidate> candidates, List<TextDigest> texts, float[][] vectors,
		IndexReader words) {

	/** Stands for no nation at all. */
	static final String ANYWHERE = "ANYWHERE";

	/**
	 * Statements of a part on average: of fewer each question has more parts to look
	 * into, of more a changed file costs more neighbours.
	 */
	private static final int SIZE = 2000;

	/**
	 * Makes a part.
	 * @param embedding knows the texts already
	 */
	static IndexPart of(List<Source> sources, List<Candidate> candidates, EmbeddingStore embedding) {
		var vectors = candidates.stream().map((candidate) -> embedding.embed(candidate.text())).toArray(float[][]::new);
		var texts = candidates.stream().map((candidate) -> TextDigest.of(candidate.text())).toList();
		return new IndexPart(List.copyOf(sources), candidates, texts, vectors, index(candidates));
	}

	/**
	 * Cuts sources into the runs of which parts are made, the same for the same sources.
	 * A source begins a run or not by itself alone (content-defined chunking,
	 * Muthitacharoen et al. 2001), so another that comes, goes or changes moves no
	 * boundary but those at its own place.
	 */
	static List<List<Source>> runs(List<Source> sources) {
		var runs = new ArrayList<List<Source>>();
		for (var source : sources) {
			if (runs.isEmpty() || begins(source)) {
				runs.add(new ArrayList<>());
			}
			runs.getLast().add(source);
		}
		return runs;
	}

	private static boolean begins(Source source) {
		// neighbours' names differ in their last letters: those bits are spread
		int spread = (source.id().hashCode() * 0x9E3779B9) >>> 8;
		return spread % SIZE < source.statements().size();
	}

	private static IndexReader index(List<Candidate> candidates) {
		var directory = new ByteBuffersDirectory();
		// what is merged would lose its order
		var config = new IndexWriterConfig(new GuidanceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
		try (var writer = new IndexWriter(directory, config)) {
			for (var candidate : candidates) {
				writer.addDocument(document(candidate));
			}
			writer.commit();
			return DirectoryReader.open(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Document document(Candidate candidate) {
		var document = new Document();
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

	/** Whether a candidate may be given for a nation; null where none is known. */
	static boolean speaksFor(Candidate candidate, @Nullable Nation nation) {
		return switch (candidate) {
			case StatementCandidate statement -> nation == null || statement.nations().contains(nation);
			case CuratedCandidate curated -> (nation != null) ? curated.speaksFor().contains(nation)
					: curated.answer().findAnywhere().filter(curated.section()::equals).isPresent();
		};
	}

}
