package org.signpost.understanding;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Question;

/**
 * What a question was understood to mean.
 *
 * @param question the question as it came
 * @param clean its words without what carries no meaning, spelling mended
 * @param act what the visitor does by it
 * @param told what they do by what stands around the questions, if anything does
 * @param queries the things asked; none where there are no words or another script
 * @param nationAsked whether we have just asked for the nation
 * @param welsh whether it came in Welsh; its words are then the English for them
 */
public record Interpretation(Question question, String clean, SpeechActReading act, @Nullable SpeechActReading told,
		List<Query> queries, boolean nationAsked, boolean welsh) {

	public Interpretation {
		queries = List.copyOf(queries);
	}

}
