package org.signpost.web.chat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.signpost.web.AskLimits;
import org.signpost.web.Caller;
import org.signpost.web.Callers;
import org.signpost.web.Origins;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Whom {@code GET /chat} opens a WebSocket for. Refuses pages that may not talk to us
 * (403), those that speak another protocol (400), and those there is no room for (429 or
 * 503); leaves who is calling with the socket.
 */
final class ChatHandshake implements HandshakeInterceptor {

	static final String PROTOCOL = "signpost.v1";

	private static final String CALLER = "caller";

	private final Callers callers;

	private final Origins origins;

	private final AskLimits limits;

	private final ChatSessions sessions;

	ChatHandshake(Callers callers, Origins origins, AskLimits limits, ChatSessions sessions) {
		this.callers = callers;
		this.origins = origins;
		this.limits = limits;
		this.sessions = sessions;
	}

	/** Who opened this socket. */
	static Caller caller(WebSocketSession socket) {
		return (Caller) Objects.requireNonNull(socket.getAttributes().get(CALLER));
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		var caller = this.callers.read(((ServletServerHttpRequest) request).getServletRequest());
		var refusal = refusal(new WebSocketHttpHeaders(request.getHeaders()), caller);
		if (refusal == null) {
			attributes.put(CALLER, caller);
			// none is spoken, so none is read: Spring stumbles over malformed ones
			request.getHeaders().set(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS, "");
			return true;
		}
		response.setStatusCode(refusal);
		if (refusal == HttpStatus.TOO_MANY_REQUESTS || refusal == HttpStatus.SERVICE_UNAVAILABLE) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
		}
		return false;
	}

	private @Nullable HttpStatus refusal(WebSocketHttpHeaders headers, Caller caller) {
		List<String> named = headers.getOrDefault(HttpHeaders.ORIGIN, Collections.emptyList());
		if (named.size() != 1 || !this.origins.allows(named.getFirst(), caller)) {
			return HttpStatus.FORBIDDEN;
		}
		if (!headers.getSecWebSocketProtocol().contains(PROTOCOL)) {
			return HttpStatus.BAD_REQUEST;
		}
		if (this.limits.takeConnection(caller).isPositive()) {
			return HttpStatus.TOO_MANY_REQUESTS;
		}
		return switch (this.sessions.room(caller)) {
			case FREE -> null;
			case ADDRESS_FULL -> HttpStatus.TOO_MANY_REQUESTS;
			// told over the socket, as a page cannot see the status of a handshake
			case SERVER_FULL -> this.sessions.isOverrun() ? HttpStatus.SERVICE_UNAVAILABLE : null;
		};
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception failure) {
		// nothing is held that would have to be given back
	}

}
