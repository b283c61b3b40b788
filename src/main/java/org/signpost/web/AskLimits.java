package org.signpost.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many questions may be asked: in a conversation, from an address, and at once. Safe
 * for use by many threads; counts what this server sees.
 */
public final class AskLimits {

	private final Rates<UUID> byConversation;

	private final Rates<InetAddress> byAddress;

	private final Rates<InetAddress> connections;

	private final int places;

	private final Semaphore atOnce;

	AskLimits(LimitProperties limits) {
		this.byConversation = new Rates<>(Rates.limit(limits.asksPerMinute(), Duration.ofMinutes(1)),
				Rates.limit(limits.asksPerDay(), Duration.ofDays(1)));
		this.byAddress = new Rates<>(Rates.limit(limits.asksPerMinuteAndAddress(), Duration.ofMinutes(1)));
		this.connections = new Rates<>(Rates.limit(limits.connectionsPerMinuteAndAddress(), Duration.ofMinutes(1)));
		this.places = limits.answersAtOnce();
		this.atOnce = new Semaphore(this.places);
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

	/**
	 * Counts a connection, and with it perhaps a new conversation.
	 * @return how long to wait before the next try, zero when there may be one now
	 */
	public Duration takeConnection(Caller caller) {
		return caller.address().isLoopbackAddress() ? Duration.ZERO : this.connections.take(caller.address());
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
			return this.atOnce.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
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

	/** Waits until no question is being answered, at most so long. */
	public void awaitNone(Duration patience) {
		try {
			if (this.atOnce.tryAcquire(this.places, patience.toNanos(), TimeUnit.NANOSECONDS)) {
				this.atOnce.release(this.places);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
