package org.signpost.web.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;

/** A response of server-sent events that stays open. */
final class StreamConnection implements Connection {

	private final AsyncContext exchange;

	private final ServletOutputStream output;

	private final Runnable cut;

	private final ScheduledExecutorService scheduler;

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * Creates one.
	 * @param exchange the exchange, with its headers already set
	 * @param cut breaks the connection, also while it is being written to
	 */
	StreamConnection(AsyncContext exchange, Runnable cut, ScheduledExecutorService scheduler) throws IOException {
		this.exchange = exchange;
		this.output = exchange.getResponse().getOutputStream();
		this.cut = cut;
		this.scheduler = scheduler;
	}

	@Override
	public void send(long seq, String frame, Duration patience) throws IOException, TimeoutException {
		var stalled = new AtomicBoolean();
		var alarm = this.scheduler.schedule(() -> {
			stalled.set(true);
			this.cut.run();
		}, patience.toMillis(), TimeUnit.MILLISECONDS);
		try {
			if (this.closed.get()) {
				throw new IOException("Closed");
			}
			var id = (seq > 0) ? "id: " + seq + "\n" : "";
			this.output.write((id + "data: " + frame + "\n\n").getBytes(StandardCharsets.UTF_8));
			this.output.flush();
		}
		catch (IOException | IllegalStateException ex) {
			if (stalled.get()) {
				throw new TimeoutException("The reader stalls");
			}
			throw (ex instanceof IOException broken) ? broken : new IOException("Closed", ex);
		}
		finally {
			alarm.cancel(false);
		}
	}

	/** An event stream has no close codes: it ends, and the client asks again. */
	@Override
	public void close(Closing closing) {
		if (this.closed.compareAndSet(false, true)) {
			if (closing == Closing.SLOW) {
				this.cut.run();
			}
			try {
				this.exchange.complete();
			}
			catch (IllegalStateException ex) {
				// it has ended already
			}
		}
	}

}
