package org.signpost.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Looks after the storage: ends the turns that a killed server has left open, erases what
 * is older than the retention, notices when the storage fails and when it works again.
 */
final class ConversationUpkeep implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ConversationUpkeep.class);

	/** An answer takes milliseconds: one that takes this long will not come. */
	private static final Duration STUCK = Duration.ofSeconds(30);

	private static final Duration LOOK = Duration.ofSeconds(1);

	private final Storage storage;

	private final Conversations conversations;

	private final Turns turns;

	private final AuditLog audit;

	private final Presence presence;

	private final ConversationProperties kept;

	private final Clock time;

	private final @Nullable EmbeddedUpkeep embedded;

	private volatile @Nullable ScheduledExecutorService clock;

	ConversationUpkeep(Storage storage, Conversations conversations, Turns turns, AuditLog audit, Presence presence,
			ConversationProperties kept, Clock time, @Nullable EmbeddedUpkeep embedded) {
		this.storage = storage;
		this.conversations = conversations;
		this.turns = turns;
		this.audit = audit;
		this.presence = presence;
		this.kept = kept;
		this.time = time;
		this.embedded = embedded;
	}

	/** Takes milliseconds; done every second. */
	void look() {
		if (this.embedded != null) {
			this.embedded.look(this.storage);
		}
		if (!this.storage.isWell()) {
			this.conversations.tryStorage();
		}
		this.turns.interruptTurnsOf(this.presence);
		this.turns.interruptOlderThan(STUCK);
	}

	/** Erases what is old; done every hour. */
	void purge() {
		var erased = this.conversations.eraseOlderThan(this.kept.retention());
		if (erased > 0) {
			logger.info("Erased {} conversations older than {} days", erased, this.kept.retention().toDays());
		}
		this.audit.deleteOlderThan(this.kept.auditRetention());
		if (this.embedded != null) {
			this.embedded.deleteDamagedBefore(this.time.instant().minus(this.kept.retention()));
		}
	}

	@Override
	public void start() {
		quietly(this::look);
		var started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("conversation-upkeep").factory());
		var unusedLooks = started.scheduleWithFixedDelay(() -> quietly(this::look), LOOK.toMillis(), LOOK.toMillis(),
				TimeUnit.MILLISECONDS);
		var unusedPurges = started.scheduleWithFixedDelay(() -> quietly(this::purge), 1, 60, TimeUnit.MINUTES);
		this.clock = started;
	}

	private static void quietly(Runnable work) {
		try {
			work.run();
		}
		catch (NotSavedException ex) {
			// said already; tried again soon
		}
		catch (RuntimeException ex) {
			logger.error("The storage could not be looked after: {}", ex.getClass().getName());
		}
	}

	/** Nobody is left to answer them: the web server has stopped before. */
	@Override
	public void stop() {
		var stopped = this.clock;
		this.clock = null;
		if (stopped != null) {
			stopped.shutdownNow();
			quietly(() -> this.turns.interruptOlderThan(Duration.ZERO));
		}
	}

	@Override
	public boolean isRunning() {
		return this.clock != null;
	}

	/** Before the web server when starting, after it when stopping. */
	@Override
	public int getPhase() {
		return 1;
	}

}
