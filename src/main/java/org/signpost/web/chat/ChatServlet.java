package org.signpost.web.chat;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * {@code /chat}: opens sockets. A servlet of its own, because Jetty keeps the request of
 * a handshake as long as its socket is open, and with it all that Spring's dispatcher
 * would have noted on it.
 */
final class ChatServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private final transient WebSocketHttpRequestHandler handler;

	private final transient JettyRequestUpgradeStrategy upgrade;

	ChatServlet(WebSocketHttpRequestHandler handler, JettyRequestUpgradeStrategy upgrade) {
		this.handler = handler;
		this.upgrade = upgrade;
	}

	/**
	 * Jetty's container for sockets, which takes our limits, is not there any earlier.
	 */
	@Override
	public void init() {
		this.upgrade.setServletContext(getServletContext());
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		this.handler.handleRequest(request, response);
	}

}
