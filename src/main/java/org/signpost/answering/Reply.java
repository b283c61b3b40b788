package org.signpost.answering;

import java.util.List;
import java.util.UUID;

import org.signpost.conversation.ConversationEvent;

/** What comes of an {@link Ask}. */
public sealed interface Reply {

	/**
	 * It is answered and the answer is stored.
	 *
	 * @param answer id of the answer
	 * @param answered the answer
	 */
	record Stored(UUID answer, Answered answered) implements Reply {
	}

	/**
	 * It is answered, but the storage failed: nobody can read this later.
	 *
	 * @param answer id of the answer
	 * @param turn number of the turn, 0 when not even the question could be stored
	 * @param answered the answer
	 * @param events what would have been stored
	 */
	record NotStored(UUID answer, int turn, Answered answered, List<ConversationEvent> events) implements Reply {

		public NotStored {
			events = List.copyOf(events);
		}

	}

	/** It was stopped before its answer was ready. */
	record Stopped() implements Reply {
	}

	/** It had been asked before. */
	record Repeated() implements Reply {
	}

	/** An earlier question of the conversation is still being answered. */
	record TurnRunning() implements Reply {
	}

	/** There is no such conversation, or no longer. */
	record Gone() implements Reply {
	}

}
