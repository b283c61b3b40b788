package org.signpost.web.chat;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Utf8StringBuilder;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;
import org.signpost.web.Caller;

/**
 * One WebSocket: puts the parts of a message together and hands it to its session. The
 * next part is read only when one has been dealt with, so a client cannot make us hold
 * more than one message of it. Called by one thread at a time.
 */
final class ChatSocket implements FrameHandler {

	private final ChatServices services;

	private final ChatCommands commands;

	private final ChatSessions sessions;

	private final ScheduledExecutorService scheduler;

	private final Caller caller;

	private @Nullable CoreSession socket;

	private @Nullable ChatSession session;

	/** What has come of a message; nothing most of the time. */
	private @Nullable Utf8StringBuilder message;

	private int bytes;

	ChatSocket(ChatServices services, ChatCommands commands, ChatSessions sessions, ScheduledExecutorService scheduler,
			Caller caller) {
		this.services = services;
		this.commands = commands;
		this.sessions = sessions;
		this.scheduler = scheduler;
		this.caller = caller;
	}

	@Override
	public void onOpen(CoreSession opened, Callback callback) {
		var begun = new ChatSession(this.services, this.commands, new SocketConnection(opened, this.scheduler),
				this.caller);
		this.socket = opened;
		this.session = begun;
		if (!this.sessions.open(begun)) {
			begun.turnAway();
		}
		callback.succeeded();
		opened.demand();
	}

	@Override
	public void onFrame(Frame frame, Callback callback) {
		var open = Objects.requireNonNull(this.socket);
		switch (frame.getOpCode()) {
			case OpCode.TEXT -> {
				this.message = new Utf8StringBuilder();
				this.bytes = 0;
				append(frame);
			}
			case OpCode.CONTINUATION -> append(frame);
			case OpCode.BINARY -> Objects.requireNonNull(this.session).refuse();
			case OpCode.PING -> {
				// answered before anything else is read: who does not read the answers
				// cannot pile them up here
				open.sendFrame(new Frame(OpCode.PONG, ByteBuffer.wrap(bytes(frame))), Callback.from(() -> {
					callback.succeeded();
					open.demand();
				}, callback::failed), false);
				return;
			}
			default -> {
				// a pong, or a close that Jetty answers
			}
		}
		callback.succeeded();
		open.demand();
	}

	private void append(Frame frame) {
		var started = this.message;
		if (started == null) {
			// the rest of a binary message
			return;
		}
		this.bytes += frame.getPayloadLength();
		if (this.bytes > FrameReader.MAX_BYTES) {
			throw new MessageTooLargeException("A message is too large");
		}
		started.append(frame.getPayload());
		if (frame.isFin()) {
			this.message = null;
			Objects.requireNonNull(this.session)
				.receive(started.takeCompleteString(BadPayloadException.InvalidUtf8::new));
		}
	}

	private static byte[] bytes(Frame frame) {
		var bytes = new byte[frame.getPayloadLength()];
		frame.getPayload().get(bytes);
		return bytes;
	}

	@Override
	public void onError(Throwable cause, Callback callback) {
		// bad UTF-8, a message too large, a connection cut: Jetty closes with the right
		// code
		callback.succeeded();
	}

	@Override
	public void onClosed(CloseStatus status, Callback callback) {
		if (this.session != null) {
			this.sessions.close(this.session);
		}
		callback.succeeded();
	}

}
