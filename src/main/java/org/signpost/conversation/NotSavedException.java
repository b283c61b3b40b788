package org.signpost.conversation;

/**
 * Thrown when the storage is full, gone or too slow: nothing was stored, or whether it
 * was stored is not known.
 */
public class NotSavedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotSavedException(Throwable cause) {
		// the cause's own message may hold values of the statement that failed
		// and it may be thrown again and again, so it is no place's own
		super("The conversation could not be read or stored: " + cause.getClass().getSimpleName(), null, false, false);
	}

}
