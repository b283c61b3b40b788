package org.signpost.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A question that was not answered, or not well.
 *
 * @param conversation the conversation it was asked in
 * @param turn number of its turn
 * @param question the words, personal data masked
 * @param resolved the question with what was said before it, as it was read
 * @param asked when
 * @param outcome how it ended
 * @param stars its rating, if one
 */
public record UnmetQuestion(UUID conversation, int turn, String question, String resolved, Instant asked,
		Outcome outcome, @Nullable Integer stars) {
}
