package org.signpost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * An evaluation as far as it has come, ready to be written as JSON.
 *
 * @param id its id
 * @param state whether it goes on or how it ended
 * @param started when it was begun
 * @param finished when it ended
 * @param by who began it
 * @param date the day that was answered as of
 * @param total how many cases it has
 * @param done how many have been tried
 * @param passed how many of these passed
 * @param kinds the same kind by kind
 * @param passing the cases that passed
 * @param failing the cases that did not
 * @param before the evaluation before it, of which this one tries a case again
 * @param misses the cases that did not pass, with their traces once it has ended; none in
 * a list
 */
public record Evaluation(UUID id, State state, Instant started, @Nullable Instant finished, String by, LocalDate date,
		int total, int done, int passed, List<AnswerScores.Kind> kinds, List<String> passing, List<String> failing,
		@Nullable Before before, @Nullable List<Miss> misses) {

	/** What became of an evaluation. */
	public enum State {

		RUNNING, DONE, CANCELLED

	}

	Evaluation withMisses(@Nullable List<Miss> misses) {
		return new Evaluation(this.id, this.state, this.started, this.finished, this.by, this.date, this.total,
				this.done, this.passed, this.kinds, this.passing, this.failing, this.before, misses);
	}

	/** The same, compared with the one before it. */
	Evaluation after(Evaluation earlier) {
		return new Evaluation(this.id, this.state, this.started, this.finished, this.by, this.date, this.total,
				this.done, this.passed, this.kinds, this.passing, this.failing, new Before(earlier.id, earlier.passed,
						earlier.total, both(this.failing, earlier.passing), both(this.passing, earlier.failing)),
				this.misses);
	}

	/** Whether both have tried a case. */
	boolean shares(Evaluation other) {
		var tried = new HashSet<>(other.passing);
		tried.addAll(other.failing);
		return this.passing.stream().anyMatch(tried::contains) || this.failing.stream().anyMatch(tried::contains);
	}

	private static List<String> both(List<String> names, List<String> others) {
		var known = Set.copyOf(others);
		return names.stream().filter(known::contains).toList();
	}

	/**
	 * What has changed since the evaluation before.
	 *
	 * @param id its id
	 * @param passed how many cases passed in it
	 * @param total how many it had
	 * @param newlyFailing cases that passed in it and do not now
	 * @param newlyPassing cases that pass now and did not in it
	 */
	public record Before(UUID id, int passed, int total, List<String> newlyFailing, List<String> newlyPassing) {
	}

	/**
	 * A case that did not pass.
	 *
	 * @param name its id, else its first question
	 * @param kind its kind
	 * @param turns all its turns
	 */
	public record Miss(@JsonProperty("case") String name, String kind, List<MissTurn> turns) {

		Miss withoutTraces() {
			return new Miss(this.name, this.kind,
					this.turns.stream()
						.map((turn) -> new MissTurn(turn.question, turn.nation,
								(turn.answer != null) ? turn.answer.withoutTrace() : null, turn.expected, turn.failed))
						.toList());
		}

	}

	/**
	 * A turn of a case that did not pass.
	 *
	 * @param question what was asked
	 * @param nation the nation sent with it
	 * @param answer the answer, none where the question is refused as invalid
	 * @param expected what was expected, in words
	 * @param failed what of it was missed
	 */
	public record MissTurn(String question, @Nullable Nation nation, @Nullable GivenAnswer answer,
			@Nullable String expected, List<String> failed) {
	}

}
