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
 * is kept, of what missed all but the traces of those after the first hundred.
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

	private final List<Miss> misses = new ArrayList<>();

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
		if (!result.passed()) {
			var explain = this.misses.size() < EXPLAINED;
			this.misses.add(new Miss(this.names.get(this.results.size()), result.evaluated().kind(),
					result.turns().stream().map((turn) -> turn(turn, explain)).toList()));
		}
		this.results.add(result.withoutAnswers());
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
		this.misses.clear();
	}

	private Evaluation view(@Nullable Instant finished) {
		var scores = new AnswerScores(this.results);
		var passing = new ArrayList<String>();
		var failing = new ArrayList<String>();
		for (int i = 0; i < this.results.size(); i++) {
			(this.results.get(i).passed() ? passing : failing).add(this.names.get(i));
		}
		var misses = (finished != null) ? List.copyOf(this.misses)
				: this.misses.stream().map(Miss::withoutTraces).toList();
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
