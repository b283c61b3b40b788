package org.signpost.web.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationKey;
import org.signpost.conversation.NewConversation;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.Opening;
import org.signpost.knowledge.Nation;
import org.signpost.web.Caller;
import org.signpost.web.Rates;
import org.signpost.web.chat.ServerFrames.Problem;

/**
 * One client on a WebSocket, from its hello to its end. Frames are taken one after the
 * other; only answering goes on beside them, so that it can be cancelled.
 */
final class ChatSession {

	private static final Duration HELLO_WITHIN = Duration.ofSeconds(5);

	private static final Duration SILENCE = Duration.ofSeconds(45);

	private final ChatServices services;

	private final ChatCommands commands;

	private final Connection connection;

	private final Caller caller;

	private final ConversationCursor cursor;

	private final Bucket frames = Bucket.builder().addLimit(Rates.limit(60, Duration.ofSeconds(10))).build();

	private final long begun = System.nanoTime();

	private volatile long heard = this.begun;

	private volatile @Nullable UUID conversation;

	/** The conversation while it could not be stored yet. */
	private volatile @Nullable NewConversation unstored;

	private volatile @Nullable Nation nation;

	ChatSession(ChatServices services, ChatCommands commands, Connection connection, Caller caller) {
		this.services = services;
		this.commands = commands;
		this.connection = connection;
		this.caller = caller;
		this.cursor = new ConversationCursor(services.conversations(), services.announcements(), services.executor(),
				connection);
	}

	Caller caller() {
		return this.caller;
	}

	/** Takes a frame from the client; called by one thread at a time. */
	void receive(String text) {
		this.heard = System.nanoTime();
		if (!this.frames.tryConsume(1)) {
			this.connection.close(Closing.POLICY);
			return;
		}
		try {
			obey(FrameReader.read(text));
		}
		catch (BadJsonException ex) {
			this.connection.close(Closing.BAD_JSON);
		}
		catch (BadFrameException ex) {
			send(ServerFrames.error(Problem.BAD_FRAME, ex.request(), null));
			if (this.conversation == null) {
				this.cursor.closeAfterAll(Closing.POLICY);
			}
		}
	}

	private void obey(ClientFrame frame) throws BadFrameException {
		var current = this.conversation;
		if (current == null) {
			if (!(frame instanceof ClientFrame.Hello hello)) {
				throw new BadFrameException(null);
			}
			this.nation = hello.nation();
			hello(hello);
			return;
		}
		switch (frame) {
			case ClientFrame.Hello again -> throw new BadFrameException(null);
			case ClientFrame.Ask ask -> this.services.executor().execute(() -> ask(current, ask));
			case ClientFrame.Rate rate -> this.commands.rate(current, rate).forEach(this::send);
			case ClientFrame.Cancel cancel -> this.commands.cancel(current, cancel).forEach(this::send);
			case ClientFrame.Clear clear -> clear(current, clear);
			case ClientFrame.Heartbeat heartbeat -> {
				// that it was heard is all it is for
			}
		}
	}

	private void hello(ClientFrame.Hello hello) {
		if (hello.conversation() == null) {
			begin(false, List.of());
			return;
		}
		var id = FrameReader.uuid(hello.conversation());
		if (id == null) {
			begin(true, List.of());
			return;
		}
		try {
			var key = new ConversationKey((hello.key() != null) ? hello.key() : "");
			switch (this.services.conversations().open(id, key)) {
				case Opening.Opened opened when hello.after() <= opened.lastSeq() -> {
					this.conversation = id;
					this.cursor.follow(id, hello.after(), List.of(ServerFrames.welcome(id, null, false)));
				}
				// the client has seen events that this log does not have
				case Opening.Opened opened -> begin(true, List.of());
				case Opening.Gone gone -> begin(true, List.of());
				case Opening.WrongKey wrong -> this.connection.close(Closing.WRONG_KEY);
			}
		}
		catch (NotSavedException ex) {
			send(ServerFrames.error(Problem.BUSY, null, Duration.ofSeconds(5)));
			this.cursor.closeAfterAll(Closing.OVERLOAD);
		}
	}

	private void begin(boolean reset, List<String> before) {
		var begun = NewConversation.create();
		this.conversation = begun.id();
		var frames = new ArrayList<>(before);
		frames.add(ServerFrames.welcome(begun.id(), begun.key(), reset));
		if (!store(begun, frames)) {
			frames.forEach(this::send);
		}
	}

	/**
	 * Stores the conversation; while that fails, it is tried again with every question
	 * and answers go out unstored.
	 */
	private boolean store(NewConversation begun, List<String> before) {
		try {
			this.services.conversations().begin(begun);
			this.unstored = null;
			this.cursor.follow(begun.id(), 0, before);
			return true;
		}
		catch (NotSavedException ex) {
			this.unstored = begun;
			return false;
		}
	}

	private void ask(UUID current, ClientFrame.Ask ask) {
		var waiting = this.unstored;
		if (waiting != null) {
			store(waiting, List.of());
		}
		this.commands.ask(current, ask, this.nation, this.caller).forEach(this::send);
	}

	private void clear(UUID current, ClientFrame.Clear clear) {
		if (this.unstored != null) {
			send(ServerFrames.cleared(clear.id()));
			return;
		}
		var place = this.cursor.leave();
		try {
			if (this.services.conversations().clear(current, clear.id())) {
				begin(true, List.of(ServerFrames.cleared(clear.id())));
			}
			else {
				send(ServerFrames.cleared(clear.id()));
				this.cursor.follow(current, place, List.of());
			}
		}
		catch (NotSavedException ex) {
			send(ServerFrames.error(Problem.NOT_SAVED, clear.id(), null));
			this.cursor.follow(current, place, List.of());
		}
	}

	private void send(String frame) {
		this.cursor.send(frame);
	}

	/** Looks at the clock; called about once a second. */
	void tick() {
		var now = System.nanoTime();
		if (this.conversation == null && now - this.begun > HELLO_WITHIN.toNanos()) {
			this.connection.close(Closing.POLICY);
		}
		else if (now - this.heard > SILENCE.toNanos()) {
			this.connection.close(Closing.SILENT);
		}
		else if (this.conversation != null && now - this.cursor.lastSend() > ServerFrames.HEARTBEAT.toNanos()) {
			send(ServerFrames.heartbeat());
		}
		this.cursor.retry();
	}

	/** Says goodbye and closes, because the server stops. */
	void stop() {
		send(ServerFrames.bye());
		this.cursor.closeAfterAll(Closing.RESTART);
	}

	/** Forgets the client; its conversation stays. */
	void end() {
		this.cursor.close();
	}

}
