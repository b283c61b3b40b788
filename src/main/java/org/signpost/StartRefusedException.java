package org.signpost;

import org.jspecify.annotations.Nullable;

/** The server cannot start for a reason that whoever started it can mend. */
final class StartRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1;

	StartRefusedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
