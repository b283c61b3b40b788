package org.signpost.web.chat;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.signpost.web.AskLimits;
import org.signpost.web.Callers;
import org.signpost.web.Origins;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Refuses sockets before they are opened: those of pages that may not talk to us, those
 * that speak another protocol, those we have no room for.
 */
final class ChatHandshake implements HandshakeInterceptor {

	static final String PROTOCOL = "signpost.v1";

	static final String CALLER = "caller";

	private final Callers callers;

	private final Origins origins;

	private final ChatSessions sessions;

	private final AskLimits limits;

	ChatHandshake(Callers callers, Origins origins, ChatSessions sessions, AskLimits limits) {
		this.callers = callers;
		this.origins = origins;
		this.sessions = sessions;
		this.limits = limits;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		var caller = this.callers.read(((ServletServerHttpRequest) request).getServletRequest());
		attributes.put(CALLER, caller);
		var headers = new WebSocketHttpHeaders(request.getHeaders());
		var named = headers.getOrDefault(HttpHeaders.ORIGIN, List.of());
		if (named.size() != 1 || !this.origins.allows(named.getFirst(), caller)) {
			return refuse(response, HttpStatus.FORBIDDEN);
		}
		if (!headers.getSecWebSocketProtocol().contains(PROTOCOL)) {
			return refuse(response, HttpStatus.BAD_REQUEST);
		}
		if (this.limits.takeConnection(caller).isPositive()) {
			return refuse(response, HttpStatus.TOO_MANY_REQUESTS);
		}
		return switch (this.sessions.room(caller)) {
			case FREE -> true;
			case ADDRESS_FULL -> refuse(response, HttpStatus.TOO_MANY_REQUESTS);
			// told over the socket, as a page cannot see the status of a handshake
			case SERVER_FULL -> !this.sessions.isOverrun() || refuse(response, HttpStatus.SERVICE_UNAVAILABLE);
		};
	}

	private static boolean refuse(ServerHttpResponse response, HttpStatus status) {
		response.setStatusCode(status);
		if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
		}
		return false;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
		// nothing is left to do
	}

}
