package org.signpost.web.chat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.ServletContext;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletCoreRequest;
import org.eclipse.jetty.ee11.servlet.ServletCoreResponse;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.UpgradeRequest;
import org.eclipse.jetty.websocket.api.UpgradeResponse;
import org.eclipse.jetty.websocket.common.JettyWebSocketFrameHandlerFactory;
import org.eclipse.jetty.websocket.core.Configuration.ConfigurationCustomizer;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Opens Spring's sessions on Jetty as its parent does, but with nothing kept of the
 * handshake: through the parent, Jetty holds the whole HTTP exchange as long as the
 * socket is open (the headers of its {@code CompletedUpgradeResponse} are a view into
 * it), and Spring a copy of the headers. Safe for use by many threads.
 */
final class ForgetfulUpgradeStrategy extends JettyRequestUpgradeStrategy {

	private static final URI ADDRESS = URI.create("/chat");

	/** What is left of all handshakes, as Jetty's sessions and Spring's ask for it. */
	private static final Object FORGOTTEN = Proxy.newProxyInstance(ForgetfulUpgradeStrategy.class.getClassLoader(),
			new Class<?>[] { UpgradeRequest.class, UpgradeResponse.class }, ForgetfulUpgradeStrategy::forgotten);

	private final ConfigurationCustomizer settings = new ConfigurationCustomizer();

	private @Nullable WebSocketMappings upgrades;

	private @Nullable JettyWebSocketFrameHandlerFactory sockets;

	ForgetfulUpgradeStrategy() {
		this.settings.setMaxTextMessageSize(FrameReader.MAX_BYTES);
		this.settings.setMaxBinaryMessageSize(FrameReader.MAX_BYTES);
		this.settings.setInputBufferSize(1024);
		this.settings.setOutputBufferSize(1024);
		// only for a client that does not even complete a frame; sessions look after
		// the rest
		this.settings.setIdleTimeout(Duration.ofSeconds(90));
	}

	@Override
	public void setServletContext(ServletContext servlets) {
		var context = ServletContextHandler.getServletContextHandler(servlets);
		this.upgrades = WebSocketMappings.ensureMappings(context);
		this.sockets = new JettyWebSocketFrameHandlerFactory(JettyWebSocketServerContainer.getContainer(servlets),
				WebSocketServerComponents.getWebSocketComponents(context));
	}

	@Override
	public void upgrade(ServerHttpRequest request, ServerHttpResponse response, @Nullable String protocol,
			List<WebSocketExtension> extensions, @Nullable Principal user, WebSocketHandler handler,
			Map<String, Object> attributes) {
		var socket = Objects.requireNonNull(this.sockets)
			.newJettyFrameHandler(new JettyWebSocketHandlerAdapter(handler, new JettyWebSocketSession(attributes)));
		socket.setUpgradeRequest((UpgradeRequest) FORGOTTEN);
		socket.setUpgradeResponse((UpgradeResponse) FORGOTTEN);
		WebSocketNegotiator negotiator = (asked, answer, callback) -> {
			answer.setAcceptedSubProtocol(protocol);
			// no compression: a compressor for each socket would cost more than it saves
			answer.setExtensions(List.of());
			return socket;
		};
		var asked = ServletCoreRequest.wrap(((ServletServerHttpRequest) request).getServletRequest());
		var answer = ServletCoreResponse.wrap(asked, ((ServletServerHttpResponse) response).getServletResponse(),
				false);
		try (var done = Blocker.callback()) {
			if (!upgrade(negotiator, asked, answer, done)) {
				response.setStatusCode(HttpStatus.BAD_REQUEST);
				done.succeeded();
			}
			done.block();
		}
		catch (IOException ex) {
			// the client is gone before it heard of it
		}
	}

	/** Whether Jetty could make sense of the headers. */
	private boolean upgrade(WebSocketNegotiator negotiator, Request asked, Response answer, Callback done)
			throws IOException {
		try {
			return Objects.requireNonNull(this.upgrades).upgrade(negotiator, asked, answer, done, this.settings);
		}
		catch (HttpException.RuntimeException | WebSocketException ex) {
			return false;
		}
	}

	private static @Nullable Object forgotten(Object proxy, Method method, Object @Nullable [] arguments) {
		return switch (method.getName()) {
			case "getRequestURI" -> ADDRESS;
			case "getAcceptedSubProtocol" -> ChatHandshake.PROTOCOL;
			case "getHeaders" -> (arguments == null) ? Map.of() : List.of();
			case "getExtensions" -> List.of();
			case "getUserPrincipal" -> null;
			case "toString" -> "a handshake that is over";
			default -> throw new UnsupportedOperationException("Nothing is kept of a handshake");
		};
	}

}
