package org.signpost.conversation;

/**
 * An event at its place in a conversation's log.
 *
 * @param seq its place, from 1 without gaps
 * @param body the event as JSON, as it was stored
 */
public record LoggedEvent(long seq, String body) {

	/** The frame that carries it. */
	public String frame() {
		return "{\"seq\":" + this.seq + "," + this.body.substring(1);
	}

	/** Reads the event back. */
	public ConversationEvent event() {
		return EventJson.read(this.body, ConversationEvent.class);
	}

}
