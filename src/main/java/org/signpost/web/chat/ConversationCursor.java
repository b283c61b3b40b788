package org.signpost.web.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Announcements;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.LoggedEvent;
import org.signpost.conversation.NotSavedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's place in a conversation's log. Sends what lies after it, one frame at a
 * time, on a thread of its own that lives only while there is something to send: a reader
 * that stalls holds up nobody else. Frames that are not in the log go out after the
 * events known so far. Safe for use by many threads; its methods return at once.
 */
final class ConversationCursor {

	private static final Logger logger = LoggerFactory.getLogger(ConversationCursor.class);

	/** How long a reader may stall. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Few: they are held in memory while a reader stalls, and may be 16 kB each. */
	private static final int BATCH = 20;

	/** More than a client that plays by the rules can make us owe it. */
	private static final int MAX_DIRECT = 1000;

	private final Conversations conversations;

	private final Announcements announcements;

	private final Executor executor;

	private final Connection connection;

	/** What has to be said before the events of the conversation. */
	private final Deque<String> first = new ArrayDeque<>(2);

	private final Deque<String> direct = new ArrayDeque<>(2);

	private final Runnable listener = this::changed;

	private @Nullable Closing last;

	private @Nullable UUID conversation;

	private long after;

	private boolean stale;

	private boolean missed;

	private volatile long lastSend = System.nanoTime();

	private boolean sending;

	private boolean closed;

	ConversationCursor(Conversations conversations, Announcements announcements, Executor executor,
			Connection connection) {
		this.conversations = conversations;
		this.announcements = announcements;
		this.executor = executor;
		this.connection = connection;
	}

	/**
	 * Starts reading a conversation after a place in its log.
	 * @param frames what to say before its events
	 */
	void follow(UUID followed, long place, List<String> frames) {
		leave();
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.first.addAll(frames);
			this.conversation = followed;
			this.after = place;
		}
		this.announcements.listen(followed, this.listener);
		changed();
	}

	/**
	 * Stops reading the conversation.
	 * @return the place up to which it has been read
	 */
	long leave() {
		UUID left;
		long place;
		synchronized (this) {
			left = this.conversation;
			place = this.after;
			this.conversation = null;
			this.stale = false;
		}
		if (left != null) {
			this.announcements.ignore(left, this.listener);
		}
		return place;
	}

	/** Sends frames that are not in the log. */
	void send(List<String> frames) {
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.direct.addAll(frames);
			if (this.direct.size() > MAX_DIRECT) {
				this.direct.clear();
				this.connection.close(Closing.SLOW);
				return;
			}
		}
		start();
	}

	void send(String frame) {
		send(List.of(frame));
	}

	/** Closes the connection once everything has left that is to be sent. */
	void closeAfterAll(Closing closing) {
		synchronized (this) {
			this.last = closing;
		}
		start();
	}

	/** Reads the log again: it may have grown. */
	void changed() {
		synchronized (this) {
			this.stale = this.conversation != null;
		}
		start();
	}

	/** Reads the log again if the storage was away when we last tried. */
	void retry() {
		boolean again;
		synchronized (this) {
			again = this.missed;
			this.missed = false;
		}
		if (again) {
			changed();
		}
	}

	void close() {
		leave();
		synchronized (this) {
			this.closed = true;
			this.direct.clear();
		}
	}

	private void start() {
		synchronized (this) {
			if (this.sending || this.closed || (!this.stale && this.direct.isEmpty() && this.last == null)) {
				return;
			}
			this.sending = true;
		}
		this.executor.execute(this::sendAll);
	}

	private void sendAll() {
		try {
			while (sendNext()) {
				// until there is nothing left
			}
		}
		catch (TimeoutException ex) {
			this.connection.close(Closing.SLOW);
			close();
		}
		catch (IOException ex) {
			// the client is gone, it will come back and resume
			close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			close();
		}
		catch (RuntimeException ex) {
			logger.error("A reader of a conversation failed: {}", ex.getClass().getName());
			this.connection.close(Closing.OVERLOAD);
			close();
		}
	}

	private boolean sendNext() throws IOException, InterruptedException, TimeoutException {
		UUID reading = null;
		String frame = null;
		Closing closing = null;
		long place;
		synchronized (this) {
			place = this.after;
			if (this.closed) {
				this.sending = false;
				return false;
			}
			if (this.first.isEmpty() && this.stale && this.conversation != null) {
				this.stale = false;
				reading = this.conversation;
			}
			else {
				frame = this.first.isEmpty() ? this.direct.poll() : this.first.poll();
				this.sending = frame != null;
				closing = this.last;
			}
		}
		if (reading != null) {
			sendEvents(reading, place);
			return true;
		}
		if (frame != null) {
			send(0, frame);
			return true;
		}
		if (closing != null) {
			this.connection.close(closing);
			close();
		}
		return false;
	}

	private void sendEvents(UUID reading, long place) throws IOException, InterruptedException, TimeoutException {
		List<LoggedEvent> events;
		try {
			events = this.conversations.findEvents(reading, place, BATCH);
			if (events.isEmpty() && !this.conversations.exists(reading) && isReading(reading)) {
				this.connection.close(Closing.GAP);
				close();
				return;
			}
		}
		catch (NotSavedException ex) {
			synchronized (this) {
				this.missed = true;
			}
			return;
		}
		for (var event : events) {
			synchronized (this) {
				if (!reading.equals(this.conversation)) {
					return;
				}
				this.after = event.seq();
			}
			send(event.seq(), event.frame());
		}
		if (events.size() == BATCH) {
			changed();
		}
	}

	private void send(long seq, String frame) throws IOException, InterruptedException, TimeoutException {
		this.connection.send(seq, frame, PATIENCE);
		this.lastSend = System.nanoTime();
	}

	/** When the last frame left, in the terms of {@link System#nanoTime()}. */
	long lastSend() {
		return this.lastSend;
	}

	private synchronized boolean isReading(UUID reading) {
		return reading.equals(this.conversation);
	}

}
