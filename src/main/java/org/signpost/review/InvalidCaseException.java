package org.signpost.review;

/** Thrown when a conversation to be scored is not in the format of an evaluation file. */
public final class InvalidCaseException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String what;

	InvalidCaseException(String field, String what) {
		super((field.isEmpty() ? "a case" : "the field \"" + field + "\"") + " " + what);
		this.field = field;
		this.what = what;
	}

	/** Where the mistake is, such as {@code turns[0].expect.all}; empty for all of it. */
	public String field() {
		return this.field;
	}

	/** What the field can be, to be read after its name. */
	public String what() {
		return this.what;
	}

}
