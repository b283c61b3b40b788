package org.signpost.understanding;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor seems to be doing.
 *
 * @param act the likeliest act
 * @param probability how likely it is
 * @param handoff probability that any of the acts that a person should meet is meant
 * @param beyond probability that it asks what guidance hardly ever says
 * @param outOfScope probability that the question is about something else altogether
 * @param second the next likeliest act that a person should meet, the likeliest being one
 * too; else null
 * @param nearest cosine to the nearest example of the likeliest act
 */
public record SpeechActReading(SpeechAct act, double probability, double handoff, double beyond, double outOfScope,
		@Nullable SpeechAct second, double nearest) {

}
