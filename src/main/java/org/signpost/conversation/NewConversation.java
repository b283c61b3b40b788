package org.signpost.conversation;

import java.util.UUID;

/**
 * A conversation that has just begun.
 *
 * @param id its id
 * @param key the key that opens it, told once and stored only as a hash
 */
public record NewConversation(UUID id, ConversationKey key) {

	/** Makes up an id and a key; nothing is stored. */
	public static NewConversation create() {
		return new NewConversation(UUID.randomUUID(), ConversationKey.create());
	}

}
