package org.signpost.review;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Edition;
import org.signpost.answering.Editions;
import org.signpost.review.Comparison.Change;
import org.signpost.review.Comparison.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One comparison: the work of one thread, watched by others. What it keeps is what it
 * tells; the draft's engine is gone when it ends.
 */
final class ComparisonRun {

	private static final Logger logger = LoggerFactory.getLogger(ComparisonRun.class);

	private final UUID id = UUID.randomUUID();

	private final Path draft;

	private final List<EvaluationCase> cases;

	private final LocalDate date;

	private final String by;

	private final Instant started;

	private final List<Change> changes = new ArrayList<>();

	private State state = State.RUNNING;

	private @Nullable Instant finished;

	private int done;

	private int unchanged;

	private List<PlacedProblem> problems = List.of();

	private StatementChanges statements = new StatementChanges(List.of(), List.of(), List.of());

	private volatile boolean cancelled;

	ComparisonRun(Path draft, List<EvaluationCase> cases, LocalDate date, String by, Instant started) {
		this.draft = draft;
		this.cases = List.copyOf(cases);
		this.date = date;
		this.by = by;
		this.started = started;
	}

	UUID id() {
		return this.id;
	}

	void cancel() {
		this.cancelled = true;
	}

	/** Compares one conversation after the other, until it is through or cancelled. */
	void run(Editions editions, Clock clock) {
		var end = State.FAILED;
		try {
			end = compare(editions);
		}
		catch (RuntimeException ex) {
			logger.error("A comparison failed: {}", ex.toString());
			add(List.of(new PlacedProblem("", "could not be compared: " + ex.getClass().getSimpleName(), "error")));
		}
		finally {
			end(end, clock.instant());
		}
	}

	private State compare(Editions editions) {
		var reading = editions.read(this.draft);
		add(PlacedProblem.of(reading.problems()));
		if (!reading.usable()) {
			return State.FAILED;
		}
		var engine = editions.engine(reading.knowledgeBase());
		var comparison = new AnswerComparison(editions.current(), Edition.of(reading, engine), this.date);
		synchronized (this) {
			this.statements = comparison.statements();
		}
		var names = EvaluationCase.names(this.cases);
		for (int i = 0; i < this.cases.size(); i++) {
			if (this.cancelled) {
				return State.CANCELLED;
			}
			var begun = System.nanoTime();
			tell(comparison.changes(names.get(i), this.cases.get(i)));
			Background.rest(begun);
		}
		return State.DONE;
	}

	private synchronized void add(List<PlacedProblem> found) {
		var all = new ArrayList<>(this.problems);
		all.addAll(found);
		this.problems = List.copyOf(all);
	}

	private synchronized void tell(List<Change> changes) {
		this.done++;
		this.unchanged += changes.isEmpty() ? 1 : 0;
		this.changes.addAll(changes);
	}

	private synchronized void end(State state, Instant now) {
		this.state = state;
		this.finished = now;
	}

	/** How far it has come. */
	synchronized Comparison view() {
		return new Comparison(this.id, this.state, this.started, this.finished, this.by,
				this.draft.getFileName().toString(), this.date, this.cases.size(), this.done, this.unchanged,
				this.problems, this.statements, List.copyOf(this.changes));
	}

}
