package org.signpost.conversation;

import java.util.UUID;

/**
 * How the texts of a conversation are written down so that they can be forgotten. Used
 * within a transaction, but for {@link #forget}.
 */
interface TextSeals {

	/** Texts as they are, in a database that is trusted to erase what is deleted. */
	TextSeals NONE = new TextSeals() {

		@Override
		public void begin(UUID conversation) {
			// needs nothing
		}

		@Override
		public TextSeal of(UUID conversation) {
			return TextSeal.NONE;
		}

		@Override
		public void destroy(UUID conversation) {
			// needs nothing
		}

		@Override
		public void forget() {
			// needs nothing
		}

	};

	/** Makes the seal of a conversation that has just been stored. */
	void begin(UUID conversation);

	/** The seal of a conversation that is stored. */
	TextSeal of(UUID conversation);

	/** Makes what was sealed unreadable for ever, before the conversation is deleted. */
	void destroy(UUID conversation);

	/**
	 * Sees to it that what has been destroyed is in no file any more. Called after the
	 * commit and before anybody is told; does not fail, but is done again until it
	 * succeeds.
	 */
	void forget();

}
