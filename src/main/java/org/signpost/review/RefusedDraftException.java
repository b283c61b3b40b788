package org.signpost.review;

/** Thrown when a draft is asked for by what is no name of one, or may not be read. */
public final class RefusedDraftException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	RefusedDraftException(String what) {
		super(what);
	}

}
