package org.signpost.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.conflicts.Conflict;
import org.signpost.conflicts.ConflictFinder;
import org.signpost.answering.Edition;
import org.signpost.answering.Editions;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The conflicts of the guidance that is answered from: looked for behind the answering,
 * by one thread of the lowest priority that rests as long as it works, each time other
 * guidance is published and each day anew, since what is in force changes with the day.
 * What is being looked through when other guidance is published is given up. Until all is
 * done the last ones are told, of what is still as it was. Safe for many threads.
 */
public final class Conflicts implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Conflicts.class);

	private static final long EVERY_MS = 1000;

	private final Editions editions;

	private final Clock clock;

	private volatile @Nullable Found found;

	private volatile @Nullable ScheduledExecutorService looking;

	/** Made once, as the models never change; work of one thread. */
	private @Nullable ConflictFinder finder;

	Conflicts(Editions editions, Clock clock) {
		this.editions = editions;
		this.clock = clock;
	}

	/**
	 * The conflicts, those first that an editor has to mend; nothing while the guidance
	 * has not been looked through once.
	 */
	public Optional<List<Conflict>> find() {
		return Optional.ofNullable(this.found).map((last) -> last.of(this.editions.current().knowledgeBase()));
	}

	/** Whether it was the guidance as it is now that was looked through. */
	public boolean areOfToday() {
		var last = this.found;
		return last != null && last.isOf(this.editions.current(), today());
	}

	/**
	 * The editors' answers that newer statements have overtaken, as warnings; none while
	 * the guidance as it is now has not been looked through.
	 */
	public List<Problem> overtaken() {
		var last = this.found;
		return (last != null && last.edition.knowledgeBase() == this.editions.current().knowledgeBase())
				? last.findings.overtaken() : List.of();
	}

	/** Looks through the guidance where that has not been done. */
	void look() {
		try {
			var edition = this.editions.current();
			var today = today();
			var last = this.found;
			if (last != null && last.isOf(edition, today)) {
				return;
			}
			if (this.finder == null) {
				this.finder = ConflictFinder.of(this.editions.beside().embedding());
			}
			var rest = new Rest(() -> !this.editions.current().equals(edition));
			var findings = this.finder.look(edition.knowledgeBase(), today, rest);
			this.found = new Found(edition, today, findings);
			var unresolved = findings.conflicts().stream().filter((each) -> !each.resolved()).count();
			if (unresolved > 0) {
				logger.warn("{} in the guidance: two sources give different values and neither is newer; see check or"
						+ " /adviser#/sources", (unresolved == 1) ? "A conflict" : unresolved + " conflicts");
			}
			findings.overtaken().forEach((each) -> logger.warn("{}", each));
		}
		catch (KnowledgeBaseNotReadyException ex) {
			// looked through once it is there
		}
		catch (CancellationException ex) {
			// the server stops, or other guidance has been published
		}
		catch (RuntimeException ex) {
			logger.error("The guidance could not be looked through for conflicts", ex);
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	@Override
	@SuppressWarnings("ThreadPriorityCheck") // a hint: what is relied on is the rest
	public void start() {
		var started = Executors.newSingleThreadScheduledExecutor(
				Thread.ofPlatform().daemon().name("conflicts").priority(Thread.MIN_PRIORITY).factory());
		var unusedLooks = started.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
		this.looking = started;
	}

	@Override
	public void stop() {
		var stopped = this.looking;
		this.looking = null;
		if (stopped != null) {
			stopped.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.looking != null;
	}

	/**
	 * What was found when.
	 *
	 * @param edition in what
	 * @param day on which day
	 * @param findings what was found
	 */
	private record Found(Edition edition, LocalDate day, ConflictFinder.Findings findings) {

		boolean isOf(Edition current, LocalDate today) {
			return this.edition.equals(current) && this.day.equals(today);
		}

		List<Conflict> of(KnowledgeBase current) {
			return (this.edition.knowledgeBase() == current) ? this.findings.conflicts() : this.findings.conflicts()
				.stream()
				.filter((each) -> current.findStatement(each.first().id()).filter(each.first()::equals).isPresent()
						&& current.findStatement(each.second().id()).filter(each.second()::equals).isPresent())
				.toList();
		}

	}

	/** Rests as long as was worked, a few milliseconds at a time. */
	private static final class Rest implements Runnable {

		private static final long WORK_NS = 20_000_000;

		private final BooleanSupplier overtaken;

		private long begun = System.nanoTime();

		Rest(BooleanSupplier overtaken) {
			this.overtaken = overtaken;
		}

		@Override
		public void run() {
			if (Thread.currentThread().isInterrupted() || this.overtaken.getAsBoolean()) {
				throw new CancellationException("nobody waits for it");
			}
			if (System.nanoTime() - this.begun > WORK_NS) {
				Background.rest(this.begun);
				this.begun = System.nanoTime();
			}
		}

	}

	/** How many of some conflicts touch each source. */
	public static Map<String, Long> bySource(List<Conflict> conflicts) {
		return conflicts.stream()
			.flatMap((each) -> each.sources().stream())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

}
