package org.signpost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.review.Evaluation.Miss;
import org.signpost.review.Evaluation.MissTurn;
import org.signpost.review.Evaluation.State;

/**
 * One evaluation: the work of one thread, watched by others. Of what passed only the name
 * is kept.
 */
final class EvaluationRun {

	/** Misses with their traces: 16 kB a turn. */
	private static final int EXPLAINED = 100;

	private final UUID id = UUID.randomUUID();

	private final List<EvaluationCase> cases;

	private final List<String> names;

	private final AnswerEvaluation evaluation;

	private final LocalDate date;

	private final String by;

	private final Instant started;

	private final List<AnswerEvaluation.Result> results = new ArrayList<>();

	private @Nullable Evaluation end;

	private volatile boolean cancelled;

	EvaluationRun(List<EvaluationCase> cases, AnswerEvaluation evaluation, LocalDate date, String by, Instant started) {
		this.cases = List.copyOf(cases);
		this.names = EvaluationCase.names(cases);
		this.evaluation = evaluation;
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

	/** Tries one case after the other, until it is through or cancelled. */
	void run() {
		for (var each : this.cases) {
			if (this.cancelled) {
				return;
			}
			var begun = System.nanoTime();
			add(this.evaluation.score(each));
			Background.rest(begun);
		}
	}

	private synchronized void add(AnswerEvaluation.Result result) {
		this.results.add(result.passed() ? new AnswerEvaluation.Result(result.evaluated(), List.of()) : result);
	}

	/** How far it has come, or what was said to be its end. */
	synchronized Evaluation view() {
		return (this.end != null) ? this.end : view(null);
	}

	/** What has come of it when it has ended at this moment. */
	synchronized Evaluation ended(Instant finished) {
		return view(finished);
	}

	/** Says how it ended. */
	synchronized void end(Evaluation end) {
		this.end = end;
		this.results.clear();
	}

	private Evaluation view(@Nullable Instant finished) {
		var scores = new AnswerScores(this.results);
		var passing = new ArrayList<String>();
		var failing = new ArrayList<String>();
		var misses = new ArrayList<Miss>();
		for (int i = 0; i < this.results.size(); i++) {
			var result = this.results.get(i);
			var name = this.names.get(i);
			(result.passed() ? passing : failing).add(name);
			if (!result.passed()) {
				var explain = finished != null && misses.size() < EXPLAINED;
				misses.add(new Miss(name, result.evaluated().kind(),
						result.turns().stream().map((turn) -> turn(turn, explain)).toList()));
			}
		}
		var state = (finished == null) ? State.RUNNING
				: (this.results.size() < this.cases.size()) ? State.CANCELLED : State.DONE;
		return new Evaluation(this.id, state, this.started, finished, this.by, this.date, this.cases.size(),
				this.results.size(), scores.passed(), scores.kinds(), passing, failing, null, misses);
	}

	private static MissTurn turn(AnswerEvaluation.TurnResult turn, boolean explain) {
		var expect = turn.turn().expect();
		var answered = turn.answered();
		return new MissTurn(turn.turn().user(), turn.turn().nation(),
				(answered != null) ? GivenAnswer.of(answered, explain) : null,
				(expect != null) ? expect.describe() : null, turn.why());
	}

}
