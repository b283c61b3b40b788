package org.signpost.web.chat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.signpost.web.AskLimits;
import org.signpost.web.Caller;
import org.signpost.web.LimitProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The clients connected to this server: how many there may be, the look at the clock they
 * all share, and the goodbye when the server stops.
 */
final class ChatSessions implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ChatSessions.class);

	private static final Duration FINISH_WITHIN = Duration.ofSeconds(2);

	private static final int TURNED_AWAY_AT_ONCE = 500;

	private static final Duration GOODBYE_WITHIN = Duration.ofSeconds(3);

	private final Set<ConnectedClient> sessions = ConcurrentHashMap.newKeySet();

	private final ConcurrentHashMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

	private final AtomicInteger open = new AtomicInteger();

	private final LimitProperties limits;

	private final AskLimits asks;

	private final ScheduledExecutorService scheduler;

	private volatile boolean running;

	ChatSessions(LimitProperties limits, AskLimits asks, ScheduledExecutorService scheduler) {
		this.limits = limits;
		this.asks = asks;
		this.scheduler = scheduler;
	}

	/** Whether one more may connect, and if not, for whose sake. */
	Room room(Caller caller) {
		if (!this.running || this.open.get() >= this.limits.sockets()) {
			return Room.SERVER_FULL;
		}
		// behind a proxy that is not listed all visitors would share the loopback address
		var sameAddress = this.byAddress.getOrDefault(caller.address(), 0);
		return (!caller.address().isLoopbackAddress() && sameAddress >= this.limits.socketsPerAddress())
				? Room.ADDRESS_FULL : Room.FREE;
	}

	/**
	 * Whether so many more are connected than may be that not even that can be told them.
	 */
	boolean isOverrun() {
		return this.open.get() >= this.limits.sockets() + TURNED_AWAY_AT_ONCE;
	}

	/**
	 * Counts a client that has connected.
	 * @return whether there is room for it
	 */
	boolean open(ConnectedClient session) {
		this.sessions.add(session);
		this.byAddress.merge(session.caller().address(), 1, Integer::sum);
		return this.open.incrementAndGet() <= this.limits.sockets() && this.running;
	}

	void close(ConnectedClient session) {
		if (this.sessions.remove(session)) {
			this.open.decrementAndGet();
			this.byAddress.computeIfPresent(session.caller().address(),
					(address, count) -> (count > 1) ? count - 1 : null);
		}
		session.end();
	}

	int size() {
		return this.open.get();
	}

	@Override
	public void start() {
		this.running = true;
		var unused = this.scheduler.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
	}

	private void tick() {
		for (var session : this.sessions) {
			try {
				session.tick();
			}
			catch (RuntimeException ex) {
				logger.error("A session could not be looked after: {}", ex.getClass().getName());
			}
		}
	}

	/**
	 * Lets the answers under way be finished, then says goodbye and waits for it to be
	 * heard.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.asks.awaitNone(FINISH_WITHIN);
		this.sessions.forEach(ConnectedClient::stop);
		var deadline = System.nanoTime() + GOODBYE_WITHIN.toNanos();
		while (size() > 0 && System.nanoTime() < deadline && pause()) {
			// until all have gone
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(20);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server, which would wait for connections that never end. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 512;
	}

	/** Whether there is room for one more. */
	enum Room {

		FREE, ADDRESS_FULL, SERVER_FULL

	}

}
