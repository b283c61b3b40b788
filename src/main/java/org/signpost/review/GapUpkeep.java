package org.signpost.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.conversation.NotSavedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Has the vectors of what is asked in vain ready before an adviser looks: after a start
 * those of all that is looked at, at most some seconds of one core, then every minute
 * those of what has come.
 */
final class GapUpkeep implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(GapUpkeep.class);

	/** Questions count as asked in vain only once nobody has replied for a while. */
	private static final Duration LATE = Duration.ofMinutes(15);

	private final Gaps gaps;

	private final Clock time;

	/** Until when all is known; work of one thread. */
	private @Nullable Instant known;

	private volatile @Nullable ScheduledExecutorService clock;

	GapUpkeep(Gaps gaps, Clock time) {
		this.gaps = gaps;
		this.time = time;
	}

	/** Takes milliseconds, but for the first time. */
	void look() {
		var now = this.time.instant();
		try {
			this.gaps.prepare((this.known != null) ? this.known.minus(LATE) : null);
			this.known = now;
		}
		catch (KnowledgeBaseNotReadyException | NotSavedException ex) {
			// said elsewhere; tried again in a minute
		}
		catch (RuntimeException ex) {
			logger.error("What is asked in vain could not be looked at: {}", ex.getClass().getName());
		}
	}

	@Override
	public void start() {
		var started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("gap-upkeep").factory());
		var unusedLooks = started.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
		this.clock = started;
	}

	@Override
	public void stop() {
		var stopped = this.clock;
		this.clock = null;
		if (stopped != null) {
			stopped.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.clock != null;
	}

}
