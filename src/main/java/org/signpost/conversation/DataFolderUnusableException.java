package org.signpost.conversation;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The embedded database cannot be used where it is to be; says what whoever starts the
 * server can do about it.
 */
public final class DataFolderUnusableException extends DataAccessResourceFailureException {

	private static final long serialVersionUID = 1;

	DataFolderUnusableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
