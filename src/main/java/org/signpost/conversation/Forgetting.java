package org.signpost.conversation;

/** What has to follow the erasing of a conversation for its text to be gone. */
@FunctionalInterface
interface Forgetting {

	/** Nothing: the database sees to it. */
	Forgetting NONE = () -> {
	};

	/**
	 * Called after the commit, before anybody is told; does not fail, but is done again
	 * until it succeeds.
	 */
	void afterErasing();

}
