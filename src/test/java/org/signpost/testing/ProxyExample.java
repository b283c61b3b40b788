package org.signpost.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The example of a proxy's configuration in {@code src/docs/server.md}, as it stands
 * there but for its port, its name, its certificate and the port of the server.
 *
 * @param text the configuration for this machine
 * @param port where the proxy listens
 * @param target port of the server behind it
 */
public record ProxyExample(String text, int port, int target) {

	/** The name that the example is served under: browsers take it for this machine. */
	public static final String NAME = "chat.localhost";

	/** Where a browser on this machine finds it. */
	String address() {
		return "http://" + NAME + ":" + this.port + "/";
	}

	/** Reads it and puts a server on this machine behind it. */
	public static ProxyExample before(int target) {
		try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var docs = Files.readString(Path.of("src", "docs", "server.md"));
			var block = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL).matcher(docs);
			if (!block.find()) {
				throw new IllegalStateException("src/docs/server.md has no example for nginx");
			}
			var text = block.group(1)
				.replaceAll("(?m)^\\s*ssl_.*\n", "")
				.replace("listen 443 ssl;", "listen 127.0.0.1:" + free.getLocalPort() + ";")
				.replace("server_name chat.example.org;", "server_name " + NAME + ";")
				.replace("127.0.0.1:8080", "127.0.0.1:" + target);
			return new ProxyExample(text, free.getLocalPort(), target);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
