package org.signpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A conversation, or a part of it, as an adviser reads it.
 *
 * @param id its id
 * @param began when it began
 * @param active when something last happened in it
 * @param events everything that happened in these turns, in order
 * @param turns what is known of the turns beside their events
 */
public record Conversation(UUID id, Instant began, Instant active, List<ConversationEvent> events,
		List<TurnRecord> turns) {

	public Conversation {
		events = List.copyOf(events);
		turns = List.copyOf(turns);
	}

	/**
	 * A turn beside its events.
	 *
	 * @param turn its number, from 1
	 * @param answer id of its answer
	 * @param asked when the question was stored
	 * @param ended when the last event was stored
	 * @param intent the most likely intent, if one
	 * @param confidence probability of that intent
	 * @param stars the visitor's or an adviser's rating, 1 to 5
	 * @param comment words given with the rating
	 */
	public record TurnRecord(int turn, UUID answer, Instant asked, @Nullable Instant ended, @Nullable String intent,
			@Nullable Double confidence, @Nullable Integer stars, @Nullable String comment) {
	}

}
