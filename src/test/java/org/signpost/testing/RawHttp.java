package org.signpost.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends requests byte by byte as given, also such as no client library would send. */
public final class RawHttp {

	private RawHttp() {
	}

	/**
	 * Asks for an upgrade to {@code /chat} with these headers, and returns the status.
	 */
	public static int upgrade(int port, List<String> headers) {
		var request = new ArrayList<>(List.of("GET /chat HTTP/1.1", "Connection: Upgrade", "Upgrade: websocket",
				"Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
		request.addAll(headers);
		return status(send(port, String.join("\r\n", request) + "\r\n\r\n"));
	}

	/** Sends a request and returns the head of the response. */
	public static String send(int port, String request) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(60_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			var head = new ByteArrayOutputStream();
			var tail = 0;
			for (int next; tail != 0x0d0a0d0a && (next = socket.getInputStream().read()) >= 0;) {
				head.write(next);
				tail = tail << 8 | next;
			}
			return head.toString(StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The status in the head of a response. */
	public static int status(String head) {
		return Integer.parseInt(head.split(" ", 3)[1]);
	}

}
