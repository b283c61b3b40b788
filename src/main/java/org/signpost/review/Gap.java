package org.signpost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
 * @param outcomes how the questions ended
 * @param days how often it was asked on each day in London on which it was
 * @param questions the newest of them, newest first
 * @param draft a file to begin an answer with
 */
public record Gap(String question, int count, int conversations, Instant first, Instant last, double weight,
		Map<Outcome, Integer> outcomes, SortedMap<LocalDate, Integer> days, List<UnmetQuestion> questions,
		AnswerDraft draft) {

	public Gap {
		questions = List.copyOf(questions);
	}

}
