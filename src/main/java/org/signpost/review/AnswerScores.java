package org.signpost.review;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;

/**
 * Conversations scored, by kind.
 *
 * @param results the conversations
 */
public record AnswerScores(List<AnswerEvaluation.Result> results) {

	public AnswerScores {
		results = List.copyOf(results);
	}

	/** Share of the conversations that passed, 0 to 1. */
	public double passRate() {
		return (double) this.results.stream().filter(AnswerEvaluation.Result::passed).count()
				/ Math.max(1, this.results.size());
	}

	/** How many turns state what misleads. */
	public long wrong() {
		return count(AnswerEvaluation.TurnResult::wrong);
	}

	/** How many turns answer where no answer is known. */
	public long invented() {
		return count(AnswerEvaluation.TurnResult::invented);
	}

	/** How many turns decline where an answer is known. */
	public long refused() {
		return count(AnswerEvaluation.TurnResult::refused);
	}

	private long count(java.util.function.Predicate<AnswerEvaluation.TurnResult> what) {
		return this.results.stream().flatMap((result) -> result.turns().stream()).filter(what).count();
	}

	/** Prints a line a kind, the rates that matter and the cases that failed. */
	public void print(PrintStream out, int failures, boolean traces) {
		var kinds = new TreeMap<String, int[]>();
		for (var result : this.results) {
			var counts = kinds.computeIfAbsent(result.evaluated().kind(), (kind) -> new int[2]);
			counts[0] += result.passed() ? 1 : 0;
			counts[1]++;
		}
		kinds.forEach((kind, counts) -> out.printf("%-14s %4d of %4d  %5.1f%%%n", kind, counts[0], counts[1],
				100.0 * counts[0] / counts[1]));
		var passed = this.results.stream().filter(AnswerEvaluation.Result::passed).count();
		out.printf("%-14s %4d of %4d  %5.1f%%%n", "ALL", passed, this.results.size(), 100 * passRate());
		out.printf(
				"wrong facts stated: %d%nanswered where no answer is known: %d%nrefused where an answer is known: %d%n",
				wrong(), invented(), refused());
		this.results.stream()
			.filter((result) -> !result.passed())
			.limit(failures)
			.forEach((result) -> print(result, out, traces));
	}

	private static void print(AnswerEvaluation.Result result, PrintStream out, boolean traces) {
		for (var turn : result.turns()) {
			if (turn.why().isEmpty()) {
				continue;
			}
			out.printf("%n%s (%s) %s%s%n  %s: %s%n", result.evaluated().id(), result.evaluated().kind(),
					turn.turn().user(), (turn.turn().nation() != null) ? " [" + turn.turn().nation() + "]" : "",
					turn.outcome(), turn.text().replace("\n", " | "));
			turn.why().forEach((why) -> out.println("  - " + why));
			var answered = turn.answered();
			if (answered != null && traces) {
				out.println(answered.trace().describe().indent(4).stripTrailing());
			}
		}
	}

}
