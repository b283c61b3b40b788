package org.signpost.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that breaks each connection after a random number of bytes, counted in one
 * direction or the other, sometimes in order and sometimes with a reset.
 */
public final class CuttingProxy implements AutoCloseable {

	private final ServerSocket entrance;

	private final int target;

	private final int meanBytes;

	private final Random random;

	private final AtomicInteger cuts = new AtomicInteger();

	/**
	 * Starts one.
	 * @param target port of the server
	 * @param meanBytes how far a connection gets on average
	 * @param seed of the random numbers
	 */
	public CuttingProxy(int target, int meanBytes, long seed) {
		this.target = target;
		this.meanBytes = meanBytes;
		this.random = new Random(seed);
		try {
			this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return this.entrance.getLocalPort();
	}

	/** How many connections it has broken. */
	public int cuts() {
		return this.cuts.get();
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				var client = this.entrance.accept();
				var server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				var up = budget();
				var down = budget();
				var reset = this.random.nextBoolean();
				Thread.ofVirtual().start(() -> copy(client, server, up, reset));
				Thread.ofVirtual().start(() -> copy(server, client, down, reset));
			}
			catch (IOException ex) {
				// closed, or a client that has gone already
			}
		}
	}

	private int budget() {
		return (int) (-Math.log(1 - this.random.nextDouble()) * this.meanBytes);
	}

	private void copy(Socket from, Socket to, int budget, boolean reset) {
		var left = budget;
		var buffer = new byte[512];
		try {
			while (left > 0) {
				var count = from.getInputStream().read(buffer, 0, Math.min(left, buffer.length));
				if (count < 0) {
					break;
				}
				to.getOutputStream().write(buffer, 0, count);
				left -= count;
			}
			if (left == 0) {
				this.cuts.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// the other direction was cut
		}
		cut(from, reset);
		cut(to, reset);
	}

	private static void cut(Socket socket, boolean reset) {
		try {
			if (reset) {
				socket.setSoLinger(true, 0);
			}
			socket.close();
		}
		catch (IOException ex) {
			// cut already
		}
	}

	@Override
	public void close() {
		try {
			this.entrance.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
