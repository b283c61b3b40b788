package org.signpost.language;

import java.nio.file.Path;
import java.util.HashMap;

import org.jspecify.annotations.Nullable;

/**
 * The tools the stages share. Loading takes a tenth of a second and goes on in the
 * background for most of a core's second and 200 MB with embeddings; what needs the model
 * waits for it. Next to nothing without. Safe for many threads.
 *
 * @param sentences cuts paragraphs
 * @param embedding vectors of sentences
 * @param lexicon known English words
 */
public record LanguageTools(Sentences sentences, EmbeddingStore embedding, Lexicon lexicon) {

	/**
	 * Loads the tools.
	 * @param embeddings whether to load the embedding model
	 * @param cache folder where vectors of the guidance are kept between starts, if any
	 */
	public static LanguageTools load(boolean embeddings, @Nullable Path cache) {
		return embeddings ? load(PreparedFiles.packed(), cache) : new LanguageTools(new Sentences(),
				new EmbeddingStore(SentenceEmbedding.none(), null, PreparedFiles.none(), null), Lexicon.empty());
	}

	/**
	 * Loads the tools for the build, which writes into a folder what is then packed.
	 * @param folder where it stands, and may stand from the last build
	 */
	public static LanguageTools toPrepare(Path folder) {
		return load(PreparedFiles.none(), folder);
	}

	/**
	 * Tools for a knowledge base beside the one that these are for, on the same models:
	 * what they come to know of it is gone with them.
	 */
	public LanguageTools beside() {
		return new LanguageTools(this.sentences, this.embedding.beside(), this.lexicon);
	}

	private static LanguageTools load(PreparedFiles prepared, @Nullable Path cache) {
		var files = ModelFiles.packed();
		var model = new OnnxEncoder(files);
		var words = new HashMap<String, Integer>();
		model.pieces().words().forEach((piece, id) -> {
			if (piece.length() > 1 && piece.chars().allMatch(Character::isLetter)) {
				words.put(piece, id);
			}
		});
		return new LanguageTools(new Sentences(),
				new EmbeddingStore(model, new OnnxReader(files, model), prepared, cache), new Lexicon(words));
	}

}
