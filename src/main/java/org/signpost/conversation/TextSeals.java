package org.signpost.conversation;

import java.util.UUID;

/**
 * How the texts of a conversation are written down so that they can be forgotten. Used
 * within a transaction.
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

	};

	/** Makes the seal of a conversation that has just been stored. */
	void begin(UUID conversation);

	/** The seal of a conversation that is stored. */
	TextSeal of(UUID conversation);

	/** Makes what was sealed unreadable for ever, before the conversation is deleted. */
	void destroy(UUID conversation);

}
