package org.signpost.answering;

import org.jspecify.annotations.Nullable;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Turn;

/**
 * Everything that came of one question.
 *
 * @param answer what is sent to the visitor
 * @param intent name of the most likely intent, if the guide has intents
 * @param confidence probability of that intent, 0 to 1
 * @param turn what later turns need to know of this one
 * @param trace why the answer came out so, for advisers
 */
public record Answered(ComposedAnswer answer, @Nullable String intent, double confidence, Turn turn,
		AnswerTrace trace) {
}
