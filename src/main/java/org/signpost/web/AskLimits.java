package org.signpost.web;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * How many questions may be asked: in a conversation, from an address, and at once. Safe
 * for use by many threads; counts what this server sees.
 */
public final class AskLimits {

	private final Rates<UUID> byConversation;

	private final Rates<java.net.InetAddress> byAddress;

	private final Semaphore atOnce;

	AskLimits(LimitProperties limits) {
		this.byConversation = new Rates<>(Rates.limit(limits.asksPerMinute(), Duration.ofMinutes(1)),
				Rates.limit(limits.asksPerDay(), Duration.ofDays(1)));
		this.byAddress = new Rates<>(Rates.limit(limits.asksPerMinuteAndAddress(), Duration.ofMinutes(1)));
		this.atOnce = new Semaphore(limits.answersAtOnce());
	}

	/**
	 * Counts a question.
	 * @return how long to wait before asking it again, zero when it may be asked now
	 */
	public Duration take(UUID conversation, Caller caller) {
		// behind a proxy that is not listed all visitors would share the loopback address
		if (!caller.address().isLoopbackAddress()) {
			var wait = this.byAddress.take(caller.address());
			if (wait.isPositive()) {
				return wait;
			}
		}
		return this.byConversation.take(conversation);
	}

	/** Takes back the count of a question that was none. */
	public void giveBack(UUID conversation, Caller caller) {
		this.byConversation.giveBack(conversation);
		if (!caller.address().isLoopbackAddress()) {
			this.byAddress.giveBack(caller.address());
		}
	}

	/** Takes a place among the questions being answered, waiting at most so long. */
	public boolean enter(Duration patience) {
		try {
			return this.atOnce.tryAcquire(patience.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Gives the place back. */
	public void leave() {
		this.atOnce.release();
	}

}
