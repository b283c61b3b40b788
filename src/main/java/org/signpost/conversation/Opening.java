package org.signpost.conversation;

import java.util.UUID;

/** What comes of opening a conversation with its key. */
public sealed interface Opening {

	/**
	 * The key fits.
	 *
	 * @param conversation id of the conversation
	 * @param lastSeq number of its last event, 0 when there is none
	 */
	record Opened(UUID conversation, long lastSeq) implements Opening {
	}

	/** The key is another one. */
	record WrongKey() implements Opening {
	}

	/** There is no such conversation, or no longer. */
	record Gone() implements Opening {
	}

}
