package org.signpost.web.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The way to one client, over a WebSocket or an event stream. */
interface Connection {

	/**
	 * Sends a frame and waits until it has left. Called by one thread at a time.
	 * @param seq number of the event it carries, 0 when it carries none
	 * @param frame the frame
	 * @param patience how long to wait for a client that does not read
	 * @throws TimeoutException when it has not left by then
	 */
	void send(long seq, String frame, Duration patience) throws IOException, InterruptedException, TimeoutException;

	/** Closes the connection; may be called at any time, from any thread, again. */
	void close(Closing closing);

}
