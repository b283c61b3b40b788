package org.signpost.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A client of {@code /chat} down to its bytes: sends whatever it is told to, reads only
 * when it is told to.
 */
public final class RawChat implements AutoCloseable {

	/** A text frame. */
	public static final int TEXT = 1;

	/** A binary frame. */
	public static final int BINARY = 2;

	/** A ping. */
	public static final int PING = 9;

	private static final int CLOSE = 8;

	private final Socket socket = new Socket();

	private final DataInputStream input;

	private final OutputStream output;

	private int closeCode;

	private RawChat(int port, int receiveBuffer) throws IOException {
		this.socket.setReceiveBufferSize(receiveBuffer);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(60_000);
		this.input = new DataInputStream(new java.io.BufferedInputStream(this.socket.getInputStream(), 1024));
		this.output = this.socket.getOutputStream();
	}

	/** Connects, with room for so many bytes that it has not read yet. */
	public static RawChat connect(int port, int receiveBuffer) throws IOException {
		var chat = new RawChat(port, receiveBuffer);
		chat.output.write(("GET /chat HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
				+ "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: signpost.v1\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		var tail = 0;
		var head = new StringBuilder();
		while (tail != 0x0d0a0d0a) {
			var next = chat.input.readUnsignedByte();
			head.append((char) next);
			tail = tail << 8 | next;
		}
		if (!head.toString().startsWith("HTTP/1.1 101")) {
			throw new IOException("Refused: " + head);
		}
		return chat;
	}

	public void sendText(String text) throws IOException {
		send(TEXT, true, true, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Sends a frame, which need not be a right one. */
	public void send(int opcode, boolean last, boolean masked, byte[] payload) throws IOException {
		var frame = new ByteArrayOutputStream(payload.length + 14);
		frame.write((last ? 0x80 : 0) | opcode);
		var mask = masked ? 0x80 : 0;
		if (payload.length < 126) {
			frame.write(mask | payload.length);
		}
		else if (payload.length < 65536) {
			frame.write(mask | 126);
			frame.write(payload.length >> 8);
			frame.write(payload.length);
		}
		else {
			frame.write(mask | 127);
			frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
		}
		if (masked) {
			// the mask is all zeros, so the payload goes as it is
			frame.writeBytes(new byte[4]);
		}
		frame.writeBytes(payload);
		this.output.write(frame.toByteArray());
		this.output.flush();
	}

	/** Sends bytes that need be no frame at all. */
	public void sendBytes(byte[] bytes) throws IOException {
		this.output.write(bytes);
		this.output.flush();
	}

	/** The next text frame, or null when the server has closed. */
	public @Nullable String read() throws IOException {
		var text = new ByteArrayOutputStream();
		while (true) {
			int first;
			try {
				first = this.input.readUnsignedByte();
			}
			catch (java.io.EOFException | java.net.SocketException ex) {
				return null;
			}
			var length = (long) this.input.readUnsignedByte();
			if (length == 126) {
				length = this.input.readUnsignedShort();
			}
			else if (length == 127) {
				length = this.input.readLong();
			}
			var payload = this.input.readNBytes((int) length);
			if ((first & 0x0f) == CLOSE) {
				this.closeCode = (payload.length >= 2) ? ByteBuffer.wrap(payload).getShort() & 0xffff : 1005;
				return null;
			}
			if ((first & 0x0f) <= TEXT) {
				text.writeBytes(payload);
				if ((first & 0x80) != 0) {
					return text.toString(StandardCharsets.UTF_8);
				}
			}
		}
	}

	/** The code the server closed with, 0 when it closed without one. */
	public int closeCode() {
		return this.closeCode;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
