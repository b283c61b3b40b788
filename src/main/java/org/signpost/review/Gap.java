package org.signpost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

import org.signpost.conversation.Outcome;
import org.signpost.conversation.UnmetQuestion;

/**
 * Something that visitors ask and the guidance does not answer, or not well.
 *
 * @param question the most typical wording
 * @param count how often it was asked
 * @param conversations in how many conversations
 * @param first when it was asked first
 * @param last when it was asked last
 * @param weight how often and how lately: each question counts half as much when it is 30
 * days older
 * @param rank what it would have weighed at a moment long ago, by which gaps are in
 * order: no day changes it
 * @param outcomes how the questions ended
 * @param days how often it was asked on each day in London on which it was
 * @param questions the newest of them, newest first
 * @param draft a file to begin an answer with
 */
public record Gap(String question, int count, int conversations, Instant first, Instant last, double weight,
		double rank, Map<Outcome, Integer> outcomes, SortedMap<LocalDate, Integer> days, List<UnmetQuestion> questions,
		AnswerDraft draft) {

	public Gap {
		questions = List.copyOf(questions);
	}

	/** Its place among the gaps. */
	public Position position() {
		var newest = this.questions.getFirst();
		return new Position(this.rank, newest.conversation(), newest.turn());
	}

	/**
	 * Where a page of gaps ended. Holds no word of a visitor, as it stands in addresses.
	 *
	 * @param rank rank of the last gap
	 * @param conversation where the newest question of that gap was asked
	 * @param turn in which turn
	 */
	public record Position(double rank, UUID conversation, int turn) {

		/** Reads what {@link #text()} has written. */
		public static Optional<Position> parse(String text) {
			var parts = text.split("_", -1);
			try {
				return (parts.length == 3) ? Optional.of(new Position(Double.parseDouble(parts[0]),
						UUID.fromString(parts[1]), Integer.parseInt(parts[2]))) : Optional.empty();
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}

		/** As it is passed to whoever asks for the next page. */
		public String text() {
			return this.rank + "_" + this.conversation + "_" + this.turn;
		}

		/**
		 * What comes after it. Where its gap has risen since, that is what weighs less
		 * than the gap did.
		 */
		List<Gap> rest(List<Gap> gaps) {
			var rest = gaps.stream().dropWhile((gap) -> gap.rank() > this.rank).toList();
			for (int i = 0; i < rest.size() && rest.get(i).rank() == this.rank; i++) {
				if (rest.get(i).position().equals(this)) {
					return rest.subList(i + 1, rest.size());
				}
			}
			return rest;
		}

	}

}
