package org.signpost.answering;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.signpost.knowledge.KnowledgeBase;

/** The knowledge base that questions are being answered from right now. */
public interface CurrentKnowledgeBase {

	/**
	 * The last good state.
	 * @throws KnowledgeBaseNotReadyException while none has been loaded
	 */
	KnowledgeBase get();

	/** Done once there is a state to answer from. */
	default CompletionStage<Void> ready() {
		return CompletableFuture.completedFuture(null);
	}

}
