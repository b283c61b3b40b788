package org.signpost.review;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does one piece of work at a time for advisers, behind the answering of visitors: in a
 * thread of the lowest priority that rests as long as it works, since not every system
 * heeds priorities. Safe for use by many threads.
 */
final class Background {

	private static final Duration LONGEST_REST = Duration.ofSeconds(1);

	private final AtomicBoolean busy = new AtomicBoolean();

	/**
	 * Begins a piece of work.
	 * @throws BusyException while another goes on
	 */
	@SuppressWarnings("ThreadPriorityCheck") // a hint: what is relied on is the rest
	void start(Runnable work) {
		if (!this.busy.compareAndSet(false, true)) {
			throw new BusyException();
		}
		Thread.ofPlatform().daemon().name("review").priority(Thread.MIN_PRIORITY).start(() -> {
			try {
				work.run();
			}
			finally {
				this.busy.set(false);
			}
		});
	}

	/**
	 * Rests as long as the last step took.
	 * @param begun when it was begun, by {@link System#nanoTime}
	 */
	static void rest(long begun) {
		var worked = Duration.ofNanos(System.nanoTime() - begun);
		try {
			Thread.sleep((worked.compareTo(LONGEST_REST) < 0) ? worked : LONGEST_REST);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
