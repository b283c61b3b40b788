package org.signpost.web.chat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/** What a client may send. */
sealed interface ClientFrame {

	/**
	 * The first frame.
	 *
	 * @param conversation id of the conversation to go on with, none to begin one
	 * @param key the key that opens it
	 * @param after number of the last event the client has
	 * @param nation the nation the page knows of its visitor
	 */
	record Hello(@Nullable String conversation, @Nullable String key, long after,
			@Nullable Nation nation) implements ClientFrame {
	}

	/**
	 * A question.
	 *
	 * @param id the client's own id of it
	 * @param question the words, tidy
	 * @param nation the nation the page knows of its visitor
	 * @param force whether that nation wins over the words
	 */
	record Ask(UUID id, String question, @Nullable Nation nation, boolean force) implements ClientFrame {
	}

	/**
	 * The visitor does not want the answer any more.
	 *
	 * @param turn number of the turn
	 */
	record Cancel(int turn) implements ClientFrame {
	}

	/**
	 * A rating.
	 *
	 * @param id the client's own id of it
	 * @param turn number of the turn it rates
	 * @param stars 1 to 5
	 * @param comment words given with it
	 */
	record Rate(UUID id, int turn, int stars, @Nullable String comment) implements ClientFrame {
	}

	/**
	 * The visitor wants everything erased.
	 *
	 * @param id the client's own id of it
	 */
	record Clear(UUID id) implements ClientFrame {
	}

	/** Still there. */
	record Heartbeat() implements ClientFrame {
	}

}
