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
		return (double) passed() / Math.max(1, this.results.size());
	}

	/** How many conversations passed. */
	public int passed() {
		return (int) this.results.stream().filter(AnswerEvaluation.Result::passed).count();
	}

	/** How many passed of each kind, in the order of the kinds' names. */
	public List<Kind> kinds() {
		var kinds = new TreeMap<String, Kind>();
		this.results.forEach((result) -> kinds.merge(result.evaluated().kind(),
				new Kind(result.evaluated().kind(), 1, result.passed() ? 1 : 0), Kind::plus));
		return List.copyOf(kinds.values());
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
		kinds().forEach((kind) -> kind.print(out));
		new Kind("ALL", this.results.size(), passed()).print(out);
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

	/**
	 * The conversations of one kind.
	 *
	 * @param kind the kind
	 * @param cases how many there are
	 * @param passed how many of them passed
	 */
	public record Kind(String kind, int cases, int passed) {

		private Kind plus(Kind more) {
			return new Kind(this.kind, this.cases + more.cases, this.passed + more.passed);
		}

		private void print(PrintStream out) {
			out.printf("%-14s %4d of %4d  %5.1f%%%n", this.kind, this.passed, this.cases,
					100.0 * this.passed / Math.max(1, this.cases));
		}

	}

}
