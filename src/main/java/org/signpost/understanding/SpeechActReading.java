package org.signpost.understanding;

/**
 * What a visitor seems to be doing.
 *
 * @param act the likeliest act
 * @param probability how likely it is
 * @param handoff probability that any of the acts that a person should meet is meant
 * @param outOfScope probability that the question is about something else altogether
 * @param nearest cosine to the nearest example of the likeliest act
 */
public record SpeechActReading(SpeechAct act, double probability, double handoff, double outOfScope, double nearest) {

}
