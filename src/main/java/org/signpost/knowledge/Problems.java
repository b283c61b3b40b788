package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one file as it is read. Not for sharing between threads. */
final class Problems {

	private final String file;

	private final boolean rightBefore;

	private final List<Problem> found = new ArrayList<>();

	private final List<Problem> setAside = new ArrayList<>();

	Problems(String file) {
		this(file, false);
	}

	/**
	 * For one file.
	 * @param file path below the knowledge base's folder
	 * @param rightBefore whether the same text was read before without a mistake
	 */
	Problems(String file, boolean rightBefore) {
		this.file = file;
		this.rightBefore = rightBefore;
	}

	/** Whether what is wrong with it can only have come about elsewhere. */
	boolean rightBefore() {
		return this.rightBefore;
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

	/** Takes over what was found elsewhere in the file. */
	void add(Problems others) {
		this.found.addAll(others.found);
		this.setAside.addAll(others.setAside);
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
