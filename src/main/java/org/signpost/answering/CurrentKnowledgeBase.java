package org.signpost.answering;

import org.signpost.knowledge.KnowledgeBase;

/** The knowledge base that questions are being answered from right now. */
public interface CurrentKnowledgeBase {

	/**
	 * The last good state.
	 * @throws KnowledgeBaseNotReadyException while none has been loaded
	 */
	KnowledgeBase get();

}
