package org.signpost.web.chat;

import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;

import org.eclipse.jetty.websocket.api.Session;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Hands what comes over WebSockets to their sessions. Each socket is read by one thread
 * at a time, and its next message only when this one has been dealt with, so a client
 * cannot make us hold more than one message of it.
 */
final class ChatSocketHandler implements WebSocketHandler {

	private static final String SESSION = "session";

	private final ChatServices services;

	private final ChatCommands commands;

	private final ChatSessions sessions;

	private final ScheduledExecutorService scheduler;

	ChatSocketHandler(ChatServices services, ChatCommands commands, ChatSessions sessions,
			ScheduledExecutorService scheduler) {
		this.services = services;
		this.commands = commands;
		this.sessions = sessions;
		this.scheduler = scheduler;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		var jetty = Objects.requireNonNull(((NativeWebSocketSession) socket).getNativeSession(Session.class));
		var session = new ChatSession(this.services, this.commands, new SocketConnection(jetty, this.scheduler),
				ChatHandshake.caller(socket));
		socket.getAttributes().put(SESSION, session);
		if (!this.sessions.open(session)) {
			session.turnAway();
		}
	}

	@Override
	public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
		var session = (ChatSession) Objects.requireNonNull(socket.getAttributes().get(SESSION));
		switch (message) {
			case TextMessage text -> session.receive(text.getPayload());
			case BinaryMessage binary -> session.refuse();
			default -> {
				// a pong; pings are answered by Jetty, one before it reads on
			}
		}
	}

	@Override
	public void handleTransportError(WebSocketSession socket, Throwable cause) {
		// bad UTF-8, a message too large, a connection cut: Jetty closes with the right
		// code
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		// there is none where the client was gone before the socket was open
		if (socket.getAttributes().get(SESSION) instanceof ChatSession session) {
			this.sessions.close(session);
		}
	}

	@Override
	public boolean supportsPartialMessages() {
		return false;
	}

}
