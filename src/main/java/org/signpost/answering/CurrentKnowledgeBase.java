package org.signpost.answering;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Problem;

/** The knowledge base that questions are being answered from right now. */
public interface CurrentKnowledgeBase {

	/**
	 * The last good state.
	 * @throws KnowledgeBaseNotReadyException while none has been loaded
	 */
	KnowledgeBase get();

	/** What an editor has to mend in it, file by file. */
	default List<Problem> problems() {
		return List.of();
	}

	/** What became of the knowledge base as it was last found. */
	default Publication publication() {
		return new Publication(null, null, true, problems(), List.of());
	}

	/** How far the taking up of what has changed is, while that goes on. */
	default Optional<LoadProgress> loading() {
		return Optional.empty();
	}

	/** Done once there is a state to answer from. */
	default CompletionStage<Void> ready() {
		return CompletableFuture.completedFuture(null);
	}

}
