package org.signpost.web.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client on a WebSocket, from its hello to its end. Frames are taken one after the
 * other; only answering goes on beside them, so that it can be cancelled.
 */
final class ChatSession implements ConnectedClient {

	private static final Logger logger = LoggerFactory.getLogger(ChatSession.class);

	private static final Duration HELLO_WITHIN = Duration.ofSeconds(5);

	private static final Duration SILENCE = Duration.ofSeconds(45);

	private final ChatServices services;

	private final ChatCommands commands;

	private final Connection connection;

	private final Caller caller;

	private final ConversationCursor cursor;

	private final Bucket frames;

	private final ReentrantLock settling = new ReentrantLock();

	private final long begun = System.nanoTime();

	private volatile long heard = this.begun;

	private volatile boolean greeted;

	private volatile @Nullable UUID conversation;

	/** The conversation while it could not be stored yet. */
	private volatile @Nullable NewConversation unstored;

	/** What the client wants to go on with, while its key could not be looked at yet. */
	private volatile @Nullable Resumption unverified;

	private volatile @Nullable Nation nation;

	ChatSession(ChatServices services, ChatCommands commands, Connection connection, Caller caller) {
		this.services = services;
		this.commands = commands;
		this.connection = connection;
		this.caller = caller;
		this.frames = Bucket.builder()
			.addLimit(Rates.limit(services.framesPerTenSeconds(), Duration.ofSeconds(10)))
			.build();
		this.cursor = new ConversationCursor(services.conversations(), services.announcements(), services.executor(),
				connection);
	}

	@Override
	public Caller caller() {
		return this.caller;
	}

	/** Says that there is no room, in a way that a browser's page can read. */
	void turnAway() {
		this.greeted = true;
		send(ServerFrames.error(Problem.BUSY, null, Duration.ofSeconds(10)));
		this.cursor.closeAfterAll(Closing.OVERLOAD);
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
		catch (RuntimeException ex) {
			// its words may be a visitor's
			logger.error("A frame could not be dealt with: {}", ex.getClass().getName());
			this.connection.close(Closing.OVERLOAD);
		}
	}

	/** Takes something that is not even text. */
	void refuse() {
		this.connection.close(Closing.POLICY);
	}

	private void obey(ClientFrame frame) throws BadFrameException {
		var current = this.conversation;
		if (current == null) {
			if (!(frame instanceof ClientFrame.Hello hello)) {
				throw new BadFrameException(null);
			}
			this.greeted = true;
			this.nation = hello.nation();
			hello(hello);
			return;
		}
		switch (frame) {
			case ClientFrame.Hello again -> throw new BadFrameException(null);
			case ClientFrame.Ask ask -> this.services.executor().execute(() -> ask(current, ask));
			case ClientFrame.Rate rate -> rate(current, rate);
			case ClientFrame.Cancel cancel -> cancel(current, cancel);
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
		var resumption = new Resumption(id, new ConversationKey((hello.key() != null) ? hello.key() : ""),
				hello.after());
		if (!resume(resumption, List.of(ServerFrames.welcome(id, null, false)))) {
			// questions are answered, unstored, until the key can be looked at
			this.unverified = resumption;
			this.conversation = id;
			send(ServerFrames.welcome(id, null, false));
		}
	}

	/**
	 * Opens a conversation that the client has been in before.
	 * @return whether the storage could tell what is to become of it
	 */
	private boolean resume(Resumption resumption, List<String> before) {
		try {
			switch (this.services.conversations().open(resumption.conversation(), resumption.key())) {
				case Opening.Opened opened when resumption.after() <= opened.lastSeq() -> {
					this.conversation = resumption.conversation();
					this.unverified = null;
					this.cursor.follow(resumption.conversation(), resumption.after(), before);
				}
				// the client has seen events that this log does not have
				case Opening.Opened opened -> begin(true, List.of());
				case Opening.Gone gone -> begin(true, List.of());
				case Opening.WrongKey wrong -> this.connection.close(Closing.WRONG_KEY);
			}
			return true;
		}
		catch (NotSavedException ex) {
			return false;
		}
	}

	private void begin(boolean reset, List<String> before) {
		var begun = NewConversation.create();
		this.unverified = null;
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
		var kept = settle();
		var where = this.conversation;
		if (where == null || !where.equals(current)) {
			// the client has been told of another conversation and will ask again there
			return;
		}
		this.commands.ask(current, ask, this.nation, this.caller, kept).forEach(this::send);
	}

	private void rate(UUID current, ClientFrame.Rate rate) {
		if (settle()) {
			this.commands.rate(current, rate).forEach(this::send);
		}
		else {
			send(ServerFrames.error(Problem.NOT_SAVED, rate.id(), null));
		}
	}

	private void cancel(UUID current, ClientFrame.Cancel cancel) {
		if (settle()) {
			this.commands.cancel(current, cancel).forEach(this::send);
		}
	}

	/**
	 * Makes good what could not be done while the storage was away.
	 * @return whether the conversation is stored and the client known to own it
	 */
	private boolean settle() {
		// no monitor: up to JDK 23 it would pin a carrier for as long as the storage
		// takes
		this.settling.lock();
		try {
			var resumption = this.unverified;
			if (resumption != null) {
				return resume(resumption, List.of()) && this.unverified == null;
			}
			var waiting = this.unstored;
			return waiting == null || store(waiting, List.of());
		}
		finally {
			this.settling.unlock();
		}
	}

	private void clear(UUID current, ClientFrame.Clear clear) {
		if (!settle()) {
			send(ServerFrames.error(Problem.NOT_SAVED, clear.id(), null));
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

	@Override
	public void tick() {
		var now = System.nanoTime();
		if (!this.greeted && now - this.begun > HELLO_WITHIN.toNanos()) {
			this.connection.close(Closing.POLICY);
		}
		else if (now - this.heard > SILENCE.toNanos()) {
			this.connection.close(Closing.SILENT);
		}
		else if (this.conversation != null && now - this.cursor.lastSend() > ServerFrames.HEARTBEAT.toNanos()) {
			send(ServerFrames.heartbeat());
		}
		if (this.unverified != null || this.unstored != null) {
			if (this.services.conversations().areKept()) {
				this.services.executor().execute(this::settle);
			}
		}
		this.cursor.retry();
	}

	@Override
	public void stop() {
		send(ServerFrames.bye());
		this.cursor.closeAfterAll(Closing.RESTART);
	}

	@Override
	public void end() {
		this.cursor.close();
	}

	/**
	 * A client's wish to go on with a conversation.
	 *
	 * @param conversation id of the conversation
	 * @param key the key the client has
	 * @param after number of the last event it has
	 */
	private record Resumption(UUID conversation, ConversationKey key, long after) {
	}

}
