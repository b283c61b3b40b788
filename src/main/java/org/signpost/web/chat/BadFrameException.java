package org.signpost.web.chat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Thrown for a frame that is JSON but makes no sense. Carries nothing of its text. */
final class BadFrameException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable UUID request;

	BadFrameException(@Nullable UUID request) {
		super("A frame that makes no sense");
		this.request = request;
	}

	/** The request that the frame was, if that could be read. */
	@Nullable UUID request() {
		return this.request;
	}

}
