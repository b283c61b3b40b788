package org.signpost.web.chat;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.signpost.web.Caller;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Hands the frames of each WebSocket to its session. */
final class ChatSocket extends AbstractWebSocketHandler {

	private static final String SESSION = ChatSession.class.getName();

	private final ChatServices services;

	private final ChatCommands commands;

	private final ChatSessions sessions;

	private final ScheduledExecutorService scheduler;

	ChatSocket(ChatServices services, ChatCommands commands, ChatSessions sessions,
			ScheduledExecutorService scheduler) {
		this.services = services;
		this.commands = commands;
		this.sessions = sessions;
		this.scheduler = scheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		var caller = (Caller) socket.getAttributes().get(ChatHandshake.CALLER);
		var jetty = ((NativeWebSocketSession) socket).getNativeSession(Session.class);
		if (caller == null || jetty == null) {
			throw new IllegalStateException("A socket that did not come through our handshake");
		}
		var session = new ChatSession(this.services, this.commands, new SocketConnection(jetty, this.scheduler),
				caller);
		if (!this.sessions.open(session)) {
			session.turnAway();
		}
		socket.getAttributes().put(SESSION, session);
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
		var session = session(socket.getAttributes());
		if (session != null) {
			session.receive(message.getPayload());
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession socket, org.springframework.web.socket.BinaryMessage message)
			throws Exception {
		socket.close(CloseStatus.POLICY_VIOLATION);
	}

	@Override
	public void handleTransportError(WebSocketSession socket, Throwable exception) {
		// bad UTF-8, a frame too big, a connection cut: Jetty closes with the right code
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		var session = session(socket.getAttributes());
		if (session != null) {
			this.sessions.close(session);
		}
	}

	private static @Nullable ChatSession session(Map<String, Object> attributes) {
		return (ChatSession) attributes.get(SESSION);
	}

}
