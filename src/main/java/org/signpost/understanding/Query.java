package org.signpost.understanding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.Concept;
import org.signpost.knowledge.Nation;
import org.signpost.language.Figure;
import org.signpost.language.WordVectors;

/**
 * One thing asked, standing alone.
 *
 * @param text the question, spelled out and completed from the conversation
 * @param subject the question without nations and places, which filter instead
 * @param nation the nation to answer for, if one is known
 * @param origin how the nation is known
 * @param shape what the answer has to hold
 * @param concepts the concepts named
 * @param intents the likeliest intents, best first
 * @param quoted figures that the visitor quotes
 * @param asOf the day the question is about: the day it is asked unless it looks back
 * @param excluded ids of statements said already, which a follow-up asks to go beyond
 * @param vector embedding of the text, alike for questions
 * @param searchVector embedding of the text, for seeking passages
 * @param words embeddings of its words
 */
public record Query(String text, String subject, @Nullable Nation nation, NationOrigin origin, AnswerShape shape,
		List<Concept> concepts, List<IntentPrediction> intents, Set<Figure> quoted, LocalDate asOf,
		Set<String> excluded, float[] vector, float[] searchVector, WordVectors words) {

	public Query {
		concepts = List.copyOf(concepts);
		intents = List.copyOf(intents);
		quoted = Set.copyOf(quoted);
		excluded = Set.copyOf(excluded);
	}

}
