package org.signpost.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Sends a server what nginx sends with the headers that a {@link ProxyExample} sets, for
 * machines without an nginx. Carries one request over each connection, or a WebSocket.
 */
public final class HeaderProxy implements AutoCloseable {

	private static final Pattern HEADER = Pattern.compile("proxy_set_header (\\S+) (\\S+);");

	private final ServerSocket entrance;

	private final ProxyExample example;

	private final Map<String, String> headers = new LinkedHashMap<>();

	/** Starts one. */
	public HeaderProxy(ProxyExample example) {
		this.example = example;
		HEADER.matcher(example.text()).results().forEach((set) -> this.headers.put(set.group(1), set.group(2)));
		try {
			this.entrance = new ServerSocket(example.port(), 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** Where a browser finds it. */
	public String address() {
		return this.example.address();
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				var client = this.entrance.accept();
				Thread.ofVirtual().start(() -> carry(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void carry(Socket client) {
		try (client; var server = new Socket(InetAddress.getLoopbackAddress(), this.example.target())) {
			var in = new BufferedInputStream(client.getInputStream());
			server.getOutputStream().write(head(in, client).getBytes(ISO_8859_1));
			var up = Thread.ofVirtual().start(() -> pipe(in, server));
			server.getInputStream().transferTo(client.getOutputStream());
			client.shutdownOutput();
			up.interrupt();
		}
		catch (IOException ex) {
			// one of the two has gone
		}
	}

	private static void pipe(InputStream in, Socket server) {
		try (OutputStream out = server.getOutputStream()) {
			in.transferTo(out);
		}
		catch (IOException ex) {
			// one of the two has gone
		}
	}

	@SuppressWarnings("StringSplitter")
	private String head(InputStream in, Socket client) throws IOException {
		var lines = readHead(in).split("\r\n");
		var sent = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
		for (var i = 1; i < lines.length; i++) {
			var colon = lines[i].indexOf(':');
			sent.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
		}
		var asked = new TreeMap<String, String>(sent);
		// what nginx does where the configuration says nothing else
		sent.remove("Upgrade");
		sent.put("Host", "127.0.0.1:" + this.example.target());
		sent.put("Connection", "close");
		this.headers.forEach((name, value) -> sent.put(name, value(value, asked, client)));
		sent.values().removeIf(String::isEmpty);
		var head = new StringBuilder(lines[0]).append("\r\n");
		sent.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		return head.append("\r\n").toString();
	}

	private static String value(String variable, Map<String, String> asked, Socket client) {
		return switch (variable.toLowerCase(Locale.ROOT)) {
			case "$http_host", "$host" -> asked.getOrDefault("Host", "");
			case "$http_upgrade" -> asked.getOrDefault("Upgrade", "");
			case "$connection_upgrade" -> asked.containsKey("Upgrade") ? "upgrade" : "close";
			case "$proxy_add_x_forwarded_for", "$remote_addr" -> client.getInetAddress().getHostAddress();
			case "$scheme" -> "http";
			default -> throw new IllegalArgumentException("This proxy does not know " + variable);
		};
	}

	private static String readHead(InputStream in) throws IOException {
		var head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("The client has gone");
			}
			head.append((char) next);
		}
		return head.substring(0, head.length() - 2);
	}

	@Override
	public void close() throws IOException {
		this.entrance.close();
	}

}
