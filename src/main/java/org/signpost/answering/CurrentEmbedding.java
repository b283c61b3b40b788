package org.signpost.answering;

import org.signpost.language.SentenceEmbedding;

/** The embedding that questions are being answered with right now. */
public interface CurrentEmbedding {

	/**
	 * The embedding, which has no vectors where embeddings are switched off.
	 * @throws KnowledgeBaseNotReadyException while no knowledge base has been loaded
	 */
	SentenceEmbedding embedding();

}
