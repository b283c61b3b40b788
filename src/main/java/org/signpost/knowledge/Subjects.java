package org.signpost.knowledge;

import java.util.Set;

/** Tells what statements speak of. */
@FunctionalInterface
public interface Subjects {

	/** Knows nothing, so nothing is another subject. */
	Subjects UNKNOWN = (line, answer, words, statement) -> false;

	/**
	 * Whether a statement, beside a value that both have, surely speaks of something else
	 * than a line of an editors' answer.
	 * @param line the line
	 * @param answer the answer's title and all that it says beside the line
	 * @param words the stems of that
	 * @param statement the statement that the value stands in
	 */
	boolean differ(String line, String answer, Set<String> words, Statement statement);

}
