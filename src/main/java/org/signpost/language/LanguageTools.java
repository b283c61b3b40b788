package org.signpost.language;

import java.nio.file.Path;
import java.util.HashMap;

import org.jspecify.annotations.Nullable;

/**
 * The tools the stages share. Loading takes about a second and 200 MB with embeddings,
 * next to nothing without. Safe for many threads.
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
		if (!embeddings) {
			return new LanguageTools(new Sentences(), new EmbeddingStore(SentenceEmbedding.none(), null),
					Lexicon.empty());
		}
		var model = new OnnxEncoder(ModelFiles.packed());
		var words = new HashMap<String, Integer>();
		model.pieces().words().forEach((piece, id) -> {
			if (piece.length() > 1 && piece.chars().allMatch(Character::isLetter)) {
				words.put(piece, id);
			}
		});
		return new LanguageTools(new Sentences(), new EmbeddingStore(model, cache), new Lexicon(words));
	}

}
