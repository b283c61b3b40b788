package org.signpost.answering;

/** Thrown while no knowledge base has been loaded yet. */
public class KnowledgeBaseNotReadyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public KnowledgeBaseNotReadyException() {
		super("The knowledge base is not ready");
	}

}
