package org.signpost.web.chat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;

import static org.assertj.core.api.Assertions.assertThatCode;

/** Sockets that end before they begin. */
class ChatSocketHandlerTests {

	@Test
	@SuppressWarnings("NullAway")
	void complainsOfNothingWhenAClientIsGoneBeforeItsSocketIsOpen() {
		var handler = new ChatSocketHandler(null, null, null, null);
		var socket = new JettyWebSocketSession(Map.of());
		assertThatCode(() -> {
			handler.handleTransportError(socket, new IllegalStateException("Session is not open"));
			handler.afterConnectionClosed(socket, CloseStatus.NO_CLOSE_FRAME);
		}).doesNotThrowAnyException();
	}

}
