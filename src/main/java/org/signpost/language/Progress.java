package org.signpost.language;

/**
 * Is told how far it is with the taking up of guidance, step by step and in order, by
 * whatever thread is at it. Costs what is done there; what is thrown gives the work up.
 */
@FunctionalInterface
public interface Progress {

	/** Nobody asks. */
	Progress UNSEEN = (step, done, all) -> {
	};

	/**
	 * So far it is.
	 * @param step what is being done
	 * @param done how many are
	 * @param all how many there are to do
	 */
	void at(Step step, int done, int all);

	/** What is done one after the other. */
	enum Step {

		/** Files are read. */
		READING,
		/** Texts that were never seen before are encoded: by far the longest. */
		ENCODING,
		/** Statements are put into the index. */
		INDEXING

	}

}
