package org.signpost.web.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletCoreRequest;
import org.eclipse.jetty.ee11.servlet.ServletCoreResponse;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.websocket.core.Configuration.ConfigurationCustomizer;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;
import org.signpost.web.Caller;
import org.signpost.web.Callers;
import org.signpost.web.Origins;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * {@code GET /chat}: opens WebSockets. Refuses those of pages that may not talk to us,
 * those that speak another protocol, and those we have no room for. Opens the others by
 * Jetty's own means, which keep nothing of the request: the interfaces above them hold it
 * as long as the socket is open, three times what the socket itself takes.
 */
final class ChatServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final String PROTOCOL = "signpost.v1";

	private final transient ChatServices services;

	private final transient ChatSessions sessions;

	private final transient Callers callers;

	private final transient Origins origins;

	private final transient SocketFactory sockets;

	private final transient ConfigurationCustomizer settings = settings();

	private transient @Nullable WebSocketMappings upgrades;

	ChatServlet(ChatServices services, ChatSessions sessions, Callers callers, Origins origins, SocketFactory sockets) {
		this.services = services;
		this.sessions = sessions;
		this.callers = callers;
		this.origins = origins;
		this.sockets = sockets;
	}

	private static ConfigurationCustomizer settings() {
		var settings = new ConfigurationCustomizer();
		// only for a client that does not even complete a frame; sessions look after
		// the rest
		settings.setIdleTimeout(Duration.ofSeconds(90));
		settings.setInputBufferSize(1024);
		settings.setOutputBufferSize(1024);
		return settings;
	}

	@Override
	public void init() {
		var context = ServletContextHandler.getServletContextHandler(getServletContext());
		WebSocketServerComponents.ensureWebSocketComponents(context.getServer(), context);
		this.upgrades = WebSocketMappings.ensureMappings(context);
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var caller = this.callers.read(request);
		var refusal = refusal(request, caller);
		if (refusal != null) {
			response.setStatus(refusal.value());
			if (refusal == HttpStatus.TOO_MANY_REQUESTS || refusal == HttpStatus.SERVICE_UNAVAILABLE) {
				response.setHeader(HttpHeaders.RETRY_AFTER, "10");
			}
		}
		else if (!upgrade(request, response, this.sockets.create(caller))) {
			response.setStatus(HttpStatus.UPGRADE_REQUIRED.value());
			response.setHeader(HttpHeaders.UPGRADE, "websocket");
		}
	}

	private @Nullable HttpStatus refusal(HttpServletRequest request, Caller caller) {
		var named = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
		if (named.size() != 1 || !this.origins.allows(named.getFirst(), caller)) {
			return HttpStatus.FORBIDDEN;
		}
		if (!protocols(request).contains(PROTOCOL)) {
			return HttpStatus.BAD_REQUEST;
		}
		if (this.services.limits().takeConnection(caller).isPositive()) {
			return HttpStatus.TOO_MANY_REQUESTS;
		}
		return switch (this.sessions.room(caller)) {
			case FREE -> null;
			case ADDRESS_FULL -> HttpStatus.TOO_MANY_REQUESTS;
			// told over the socket, as a page cannot see the status of a handshake
			case SERVER_FULL -> this.sessions.isOverrun() ? HttpStatus.SERVICE_UNAVAILABLE : null;
		};
	}

	private static List<String> protocols(HttpServletRequest request) {
		return Collections.list(request.getHeaders("Sec-WebSocket-Protocol"))
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(String::strip)
			.toList();
	}

	/** Whether it was a handshake at all. */
	private boolean upgrade(HttpServletRequest request, HttpServletResponse response, FrameHandler socket)
			throws IOException {
		WebSocketNegotiator negotiator = (asked, answer, callback) -> {
			answer.setAcceptedSubProtocol(PROTOCOL);
			// no compression: a compressor for each socket would cost more than it saves
			answer.setExtensions(List.of());
			return socket;
		};
		var asked = ServletCoreRequest.wrap(request);
		var answer = ServletCoreResponse.wrap(asked, response, false);
		try (var done = Blocker.callback()) {
			if (this.upgrades == null || !this.upgrades.upgrade(negotiator, asked, answer, done, this.settings)) {
				return false;
			}
			done.block();
			return true;
		}
	}

	/** Makes the handler of a socket before it is open. */
	interface SocketFactory {

		FrameHandler create(Caller caller);

	}

}
