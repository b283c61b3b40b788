package org.signpost.web.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A WebSocket of Jetty's, written to without blocking anything but the cursor. */
final class SocketConnection implements Connection {

	/** A client that answers our close does so within this. */
	private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

	/** One that does not read is only told why when it reads again, perhaps never. */
	private static final Duration SLOW_CLOSE_WITHIN = Duration.ofSeconds(30);

	private final Session socket;

	private final ScheduledExecutorService scheduler;

	private final AtomicBoolean closing = new AtomicBoolean();

	SocketConnection(Session socket, ScheduledExecutorService scheduler) {
		this.socket = socket;
		this.scheduler = scheduler;
	}

	@Override
	public void send(long seq, String frame, Duration patience)
			throws IOException, InterruptedException, TimeoutException {
		var left = Callback.Completable.with((sent) -> this.socket.sendText(frame, sent));
		try {
			left.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new IOException("The client is gone", ex.getCause());
		}
	}

	@Override
	public void close(Closing reason) {
		if (this.closing.compareAndSet(false, true)) {
			this.socket.close(reason.code(), reason.reason(), Callback.NOOP);
			var patience = (reason == Closing.SLOW) ? SLOW_CLOSE_WITHIN : CLOSE_WITHIN;
			var unused = this.scheduler.schedule(this.socket::disconnect, patience.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

}
