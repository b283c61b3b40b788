package org.signpost.understanding;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor seems to be doing.
 *
 * @param act the likeliest act
 * @param probability how likely it is
 * @param handoff probability that any of the acts that a person should meet is meant
 * @param smallTalk probability that nothing is asked: a greeting, thanks and so on
 * @param outOfScope probability that the question is about something else altogether
 * @param second the next likeliest act that a person should meet, the likeliest being one
 * too; else null
 */
public record SpeechActReading(SpeechAct act, double probability, double handoff, double smallTalk, double outOfScope,
		@Nullable SpeechAct second) {

	/** The same message read after what was said before it; it does what it did. */
	SpeechActReading within(SpeechActReading together) {
		var elsewhere = Math.min(this.outOfScope, together.outOfScope);
		var asks = this.act == SpeechAct.OUT_OF_SCOPE && together.act.group() != SpeechAct.Group.OUT_OF_SCOPE;
		return new SpeechActReading(asks ? SpeechAct.QUESTION : this.act, this.probability, this.handoff,
				this.smallTalk, elsewhere, this.second);
	}

}
