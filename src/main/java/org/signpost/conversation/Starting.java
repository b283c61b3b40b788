package org.signpost.conversation;

import java.util.List;
import java.util.UUID;

/** What comes of asking a question in a conversation. */
public sealed interface Starting {

	/**
	 * The question is stored and its turn is open.
	 *
	 * @param turn number of the turn
	 * @param answer id of the answer to come
	 * @param question the question as stored, personal data masked
	 * @param history the turns before it that have been answered, oldest first
	 */
	record Started(int turn, UUID answer, String question, List<Turn> history) implements Starting {

		public Started {
			history = List.copyOf(history);
		}

	}

	/** The same request has been stored before. */
	record Repeated() implements Starting {
	}

	/** An earlier question is still being answered. */
	record TurnRunning() implements Starting {
	}

	/** There is no such conversation, or no longer. */
	record Gone() implements Starting {
	}

}
