package org.signpost.web.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletContext;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawHttp;
import org.signpost.testing.ServerTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

import static org.assertj.core.api.Assertions.assertThat;

/** Opening a socket, as clients that know half of the protocol try to. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ChatHandshakeTests {

	private static final List<String> RIGHT = List.of("GET /chat HTTP/1.1", "Host: localhost",
			"Origin: http://localhost", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: signpost.v1");

	@LocalServerPort
	private int port;

	@Autowired
	private ServletContext servlets;

	@Autowired
	@Qualifier("webSocketHandlerMapping")
	private SimpleUrlHandlerMapping endpoints;

	@Test
	void isServedBySpring() {
		assertThat(this.endpoints.getUrlMap().get("/chat")).isInstanceOf(WebSocketHttpRequestHandler.class);
	}

	@Test
	void boundsSocketsAndKeepsNothingOfTheirHandshakes() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			assertThat(JettyWebSocketServerContainer.getContainer(this.servlets).getOpenSessions()).isNotEmpty()
				.allSatisfy((socket) -> {
					assertThat(socket.getMaxTextMessageSize()).isEqualTo(4096);
					assertThat(socket.getMaxBinaryMessageSize()).isEqualTo(4096);
					assertThat(socket.getIdleTimeout()).isEqualTo(Duration.ofSeconds(90));
					assertThat(socket.getUpgradeRequest().getHeaders()).isEmpty();
					assertThat(socket.getUpgradeResponse().getHeaders()).isEmpty();
				});
		}
	}

	@Test
	void opensWithoutCompression() {
		var head = handshake("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
		assertThat(RawHttp.status(head)).isEqualTo(101);
		assertThat(head).containsIgnoringCase("Sec-WebSocket-Protocol: signpost.v1")
			.doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Sec-WebSocket-Extensions: ;                      | 101
			Sec-WebSocket-Extensions: permessage-deflate; =  | 101
			Sec-WebSocket-Extensions: x; y="                 | 400
			Sec-WebSocket-Extensions: ,,,                    | 101
			Sec-WebSocket-Protocol: other, signpost.v1       | 101
			Sec-WebSocket-Protocol: "a, signpost.v1          | 400
			Sec-WebSocket-Protocol: "signpost.v1"            | 400
			Sec-WebSocket-Version: 12                        | 426
			Sec-WebSocket-Version:                           | 426
			Upgrade: h2c                                     | 400
			Upgrade:                                         | 400
			Connection: keep-alive                           | 400
			Connection: keep-alive, Upgrade                  | 101
			Origin: null                                     | 403
			Origin: https://evil.example                     | 403
			POST /chat HTTP/1.1                              | 405
			""")
	void answersEveryHandshakeQuietly(String changed, int status, CapturedOutput output) {
		var head = handshake(changed);
		// a refused page is named once, for whoever set the server up
		assertThat(output.getAll().lines().filter((line) -> !line.contains("Refused the chat to pages of")))
			.noneMatch((line) -> line.contains(" ERROR ") || line.contains(" WARN ") || line.startsWith("\tat "));
		assertThat(RawHttp.status(head)).isEqualTo(status);
	}

	private String handshake(String changed) {
		var name = changed.replaceAll("[: /].*", "");
		var lines = new ArrayList<>(RIGHT);
		if (changed.endsWith("HTTP/1.1")) {
			lines.set(0, changed);
		}
		else {
			lines.removeIf((line) -> line.startsWith(name));
			lines.add(changed);
		}
		return RawHttp.send(this.port, String.join("\r\n", lines) + "\r\n\r\n");
	}

}
