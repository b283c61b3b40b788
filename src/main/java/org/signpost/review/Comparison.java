package org.signpost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * A draft compared with what is answered from, as far as it has come, ready to be written
 * as JSON.
 *
 * @param id its id
 * @param state whether it goes on or how it ended
 * @param started when it was begun
 * @param finished when it ended
 * @param by who began it
 * @param draft the draft's name
 * @param date the day that was answered as of
 * @param total how many conversations it has
 * @param done how many have been compared
 * @param unchanged how many of these are answered as before
 * @param problems the draft's mistakes; what has one is left out
 * @param statements what the draft states otherwise
 * @param changes the answers that are others
 */
public record Comparison(UUID id, State state, Instant started, @Nullable Instant finished, String by, String draft,
		LocalDate date, int total, int done, int unchanged, List<PlacedProblem> problems, StatementChanges statements,
		List<Change> changes) {

	/** What became of a comparison. */
	public enum State {

		RUNNING, DONE, CANCELLED,
		/** The draft has nothing to answer from. */
		FAILED

	}

	/**
	 * An answer that is another.
	 *
	 * @param name the conversation's id, else its first question
	 * @param turn number of the message, from 1
	 * @param question the message
	 * @param nation the nation sent with it
	 * @param before the answer as it is
	 * @param after the answer as it would be
	 * @param because ids of the statements that made the difference: of the draft, or of
	 * today where the draft no longer has it; else the files
	 */
	public record Change(@JsonProperty("case") String name, int turn, String question, @Nullable Nation nation,
			GivenAnswer before, GivenAnswer after, List<String> because) {

		public Change {
			because = List.copyOf(because);
		}

	}

}
