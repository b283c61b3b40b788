package org.signpost.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Editions;

/**
 * Compares drafts of the knowledge base with the one that is answered from, behind a
 * running server. The last five are known until it stops: a draft changes, and what was
 * said of it is soon of no use. Safe for use by many threads.
 */
public final class Comparisons implements AutoCloseable {

	private static final int KEPT = 5;

	private final Editions editions;

	private final Drafts drafts;

	private final Background background;

	private final Clock clock;

	private final Deque<ComparisonRun> runs = new ArrayDeque<>();

	Comparisons(Editions editions, Drafts drafts, Background background, Clock clock) {
		this.editions = editions;
		this.drafts = drafts;
		this.background = background;
		this.clock = clock;
	}

	/** The names of the drafts. */
	public List<String> drafts() {
		return this.drafts.names();
	}

	/**
	 * Begins a comparison.
	 * @param draft name of the draft
	 * @param cases what to ask
	 * @param date the day to answer as of, today when left out
	 * @param by who begins it
	 * @return how far it is, or nothing when there is no such draft
	 * @throws RefusedDraftException when the draft may not be read
	 * @throws BusyException while another or an evaluation goes on
	 */
	public Optional<Comparison> start(String draft, List<EvaluationCase> cases, @Nullable LocalDate date, String by) {
		var day = (date != null) ? date : LocalDate.now(this.clock);
		return this.drafts.find(draft).map((folder) -> {
			var run = new ComparisonRun(folder, cases, day, by, this.clock.instant());
			this.background.start(() -> run.run(this.editions, this.clock));
			keep(run);
			return run.view();
		});
	}

	private synchronized void keep(ComparisonRun run) {
		this.runs.addFirst(run);
		while (this.runs.size() > KEPT) {
			this.runs.removeLast();
		}
	}

	private synchronized Optional<ComparisonRun> run(UUID id) {
		return this.runs.stream().filter((run) -> run.id().equals(id)).findFirst();
	}

	/** A comparison as far as it has come. */
	public Optional<Comparison> find(UUID id) {
		return run(id).map(ComparisonRun::view);
	}

	/**
	 * Cancels a comparison, which ends after the conversation it is at.
	 * @return whether there is such a comparison
	 */
	public boolean cancel(UUID id) {
		var run = run(id);
		run.ifPresent(ComparisonRun::cancel);
		return run.isPresent();
	}

	/** Does not go on when the server stops. */
	@Override
	public synchronized void close() {
		this.runs.forEach(ComparisonRun::cancel);
	}

}
