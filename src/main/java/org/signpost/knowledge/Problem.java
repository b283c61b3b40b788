package org.signpost.knowledge;

/**
 * A mistake in a knowledge base, said so that an editor can mend it.
 *
 * @param file path below the knowledge base's folder
 * @param line from 1
 * @param severity how much it matters
 * @param message what is wrong and what to write instead
 */
public record Problem(String file, int line, Severity severity, String message) {

	static Problem error(String file, int line, String message) {
		return new Problem(file, line, Severity.ERROR, message);
	}

	static Problem warning(String file, int line, String message) {
		return new Problem(file, line, Severity.WARNING, message);
	}

	/** {@code file:line: message}, warnings marked as such. */
	@Override
	public String toString() {
		return "%s:%d: %s%s".formatted(this.file, this.line, (this.severity == Severity.WARNING) ? "warning: " : "",
				this.message);
	}

	/** How much a mistake matters. */
	public enum Severity {

		/** What it stands in is not used until it is mended. */
		ERROR,
		/** It is used all the same. */
		WARNING

	}

}
