package org.signpost.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of the list of conversations. While words are looked for it may hold fewer than
 * were asked for, or none, and still not be the last.
 *
 * @param conversations those that fit, begun last first
 * @param next where the next page begins, nothing after the last
 */
public record ConversationPage(List<ConversationSummary> conversations, ConversationList.@Nullable Position next) {

	public ConversationPage {
		conversations = List.copyOf(conversations);
	}

}
