package org.signpost.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an answer leaves in its conversation.
 *
 * @param events its events, the last of them {@link ConversationEvent.Ended}
 * @param intent the most likely intent, if one
 * @param confidence probability of that intent
 * @param memory what later turns need to know of it
 */
public record Ending(List<ConversationEvent> events, @Nullable String intent, double confidence, Turn memory) {

	public Ending {
		events = List.copyOf(events);
		if (events.isEmpty() || !(events.getLast() instanceof ConversationEvent.Ended)) {
			throw new IllegalArgumentException("An answer's last event ends its turn");
		}
	}

}
