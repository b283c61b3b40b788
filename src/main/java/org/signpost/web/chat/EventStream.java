package org.signpost.web.chat;

import java.util.List;
import java.util.UUID;

import org.signpost.web.Caller;

/** One reader of a conversation over server-sent events. */
final class EventStream implements ConnectedClient {

	private final Caller caller;

	private final ConversationCursor cursor;

	EventStream(ChatServices services, Connection connection, Caller caller) {
		this.caller = caller;
		this.cursor = new ConversationCursor(services.conversations(), services.announcements(), services.executor(),
				connection);
	}

	void follow(UUID conversation, long after) {
		// at once, so that a reader of an empty log knows that it is connected
		this.cursor.follow(conversation, after, List.of(ServerFrames.heartbeat()));
	}

	@Override
	public Caller caller() {
		return this.caller;
	}

	@Override
	public void tick() {
		if (System.nanoTime() - this.cursor.lastSend() > ServerFrames.HEARTBEAT.toNanos()) {
			this.cursor.send(ServerFrames.heartbeat());
		}
		this.cursor.retry();
	}

	@Override
	public void stop() {
		this.cursor.send(ServerFrames.bye());
		this.cursor.closeAfterAll(Closing.RESTART);
	}

	@Override
	public void end() {
		this.cursor.close();
	}

}
