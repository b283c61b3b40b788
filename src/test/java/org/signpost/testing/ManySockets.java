package org.signpost.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Thousands of clients of {@code /chat} in a process of their own, on one thread: they
 * connect, say hello, and either echo heartbeats or never read again. Says how many are
 * open on each line of its output; ends when its input does.
 */
public final class ManySockets implements AutoCloseable {

	private static final byte[] HEARTBEAT = frame("{\"t\":\"hb\"}");

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final int AT_ONCE = 200;

	private final Process process;

	private final BufferedReader lines;

	private ManySockets(Process process) {
		this.process = process;
		this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Starts a process.
	 * @param reads whether its clients read what they are sent
	 * @param hello their first frame
	 */
	public static ManySockets start(int port, int count, boolean reads, String hello) throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new ManySockets(new ProcessBuilder(
				List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
						ManySockets.class.getName(), "" + port, "" + count, "" + reads, hello))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start());
	}

	/** Waits until so many are open. */
	public void awaitOpen(int count) throws IOException {
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		for (var open = open(); open < count; open = open()) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Only " + open + " of " + count + " are open");
			}
		}
	}

	/** How many are open now. */
	public int open() throws IOException {
		var line = this.lines.readLine();
		if (line == null) {
			throw new IOException("The clients have ended");
		}
		return Integer.parseInt(line);
	}

	/** How many are open, lines that have been said before left out. */
	public int latestOpen() throws IOException {
		while (this.lines.ready()) {
			this.lines.readLine();
		}
		return open();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	public static void main(String[] args) throws IOException {
		new Loop(Integer.parseInt(args[0]), Boolean.parseBoolean(args[2]), frame(args[3]))
			.run(Integer.parseInt(args[1]));
	}

	private static byte[] frame(String text) {
		var payload = text.getBytes(StandardCharsets.UTF_8);
		var head = (payload.length < 126) ? 6 : 8;
		var frame = ByteBuffer.allocate(head + payload.length);
		frame.put((byte) 0x81);
		if (payload.length < 126) {
			frame.put((byte) (0x80 | payload.length));
		}
		else {
			frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
		}
		return frame.putInt(0).put(payload).array();
	}

	/** All clients of the process. */
	private static final class Loop {

		private final int port;

		private final boolean reads;

		private final byte[] hello;

		private final Selector selector = Selector.open();

		private int connecting;

		private int open;

		Loop(int port, boolean reads, byte[] hello) throws IOException {
			this.port = port;
			this.reads = reads;
			this.hello = hello;
		}

		void run(int count) throws IOException {
			var begun = 0;
			var said = System.nanoTime();
			while (true) {
				while (begun < count && this.connecting < AT_ONCE) {
					connect();
					begun++;
				}
				this.selector.select(this::serve, 200);
				if (System.nanoTime() - said > 500_000_000L) {
					said = System.nanoTime();
					System.out.println(this.open);
				}
			}
		}

		private void connect() throws IOException {
			var channel = SocketChannel.open();
			channel.configureBlocking(false);
			channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
			this.connecting++;
			if (channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port))) {
				knock(channel.register(this.selector, 0), channel);
			}
			else {
				channel.register(this.selector, SelectionKey.OP_CONNECT);
			}
		}

		private void knock(SelectionKey key, SocketChannel channel) throws IOException {
			channel.write(ByteBuffer
				.wrap(("GET /chat HTTP/1.1\r\nHost: localhost:" + this.port + "\r\nOrigin: http://localhost:"
						+ this.port + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
						+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: signpost.v1\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII)));
			key.interestOps(SelectionKey.OP_READ);
		}

		private void serve(SelectionKey key) {
			var channel = (SocketChannel) key.channel();
			try {
				if (key.isConnectable() && channel.finishConnect()) {
					knock(key, channel);
					return;
				}
				read(key, channel);
			}
			catch (IOException ex) {
				end(key, channel);
			}
		}

		private void read(SelectionKey key, SocketChannel channel) throws IOException {
			var buffer = ByteBuffer.allocate(8192);
			if (channel.read(buffer) < 0) {
				end(key, channel);
				return;
			}
			var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
			if (key.attachment() == null) {
				if (!text.startsWith("HTTP/1.1 101")) {
					throw new IOException("Refused: " + text);
				}
				channel.write(ByteBuffer.wrap(this.hello));
				key.attach(this);
				this.connecting--;
				this.open++;
				key.interestOps(this.reads ? SelectionKey.OP_READ : 0);
			}
			else if (text.contains("{\"t\":\"hb\"}")) {
				channel.write(ByteBuffer.wrap(HEARTBEAT));
			}
		}

		private void end(SelectionKey key, SocketChannel channel) {
			@Nullable Object counted = key.attachment();
			if (counted != null) {
				this.open--;
			}
			else {
				this.connecting--;
			}
			key.cancel();
			try {
				channel.close();
			}
			catch (IOException ex) {
				// gone either way
			}
		}

	}

}
