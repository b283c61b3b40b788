package org.signpost.web.chat;

/** Thrown for a frame that is not JSON. Carries nothing of its text. */
final class BadJsonException extends Exception {

	private static final long serialVersionUID = 1L;

	BadJsonException() {
		super("A frame that is not JSON");
	}

}
