package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one file as it is read. Not for sharing between threads. */
final class Problems {

	private final String file;

	private final List<Problem> found = new ArrayList<>();

	private final List<Problem> setAside = new ArrayList<>();

	Problems(String file) {
		this.file = file;
	}

	void error(int line, String message) {
		this.found.add(Problem.error(this.file, line, message));
	}

	void warning(int line, String message) {
		this.found.add(Problem.warning(this.file, line, message));
	}

	/** A warning that says that something is not used until it is mended. */
	void setAside(int line, String message) {
		warning(line, message);
		this.setAside.add(this.found.getLast());
	}

	boolean hasErrors() {
		return this.found.stream().anyMatch((problem) -> problem.severity() == Problem.Severity.ERROR);
	}

	String file() {
		return this.file;
	}

	List<Problem> found() {
		return this.found;
	}

	/** Those of the mistakes found that say that something is not used. */
	List<Problem> setAside() {
		return this.setAside;
	}

}
