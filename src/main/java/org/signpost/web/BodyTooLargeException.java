package org.signpost.web;

import java.io.IOException;

/** Thrown when more of a body is read than a body may have. */
final class BodyTooLargeException extends IOException {

	private static final long serialVersionUID = 1L;

	BodyTooLargeException() {
		super("The body is too large");
	}

}
