package org.signpost.decision;

import java.util.List;
import java.util.Optional;

import org.signpost.understanding.Interpretation;
import org.signpost.understanding.SpeechAct;

/** The rules for a message as a whole, before its queries are looked at. */
final class MessageRules {

	/** Sure enough to point to people rather than answer; chosen on the decision set. */
	private static final double DISTRESS = 0.5;

	private static final double SMALL_TALK = 0.45;

	/** Small talk whatever the words remind of: "good evening" is not evening work. */
	private static final double PLAIN = 0.85;

	private MessageRules() {
	}

	static Optional<Decision> decide(Interpretation interpretation, List<Situation> situations) {
		var act = interpretation.act();
		if (act.act() == SpeechAct.EMPTY) {
			return Optional.of(new Decision.Decline("no words", Decision.Reason.EMPTY, null, null, List.of()));
		}
		if (act.act() == SpeechAct.OTHER_LANGUAGE) {
			return Optional
				.of(new Decision.Decline("another script", Decision.Reason.OTHER_LANGUAGE, null, null, List.of()));
		}
		var answerable = situations.stream().mapToDouble((each) -> each.answerability().probability()).max().orElse(0);
		var intent = situations.stream()
			.mapToDouble((each) -> each.answerability().signals().getOrDefault("intent", 0.0))
			.max()
			.orElse(0);
		if (act.handoff() > DISTRESS && act.act().group() == SpeechAct.Group.HANDOFF && intent < 0.75) {
			return Optional.of(new Decision.HandOver("needs a person: " + act.act(), act.act(), act.second()));
		}
		if (act.act().group() == SpeechAct.Group.SMALL_TALK && act.probability() > SMALL_TALK
				&& (intent < 0.6 || act.probability() > PLAIN)
				&& !interpretation.rewriting().rule().startsWith("reply")) {
			return Optional.of(new Decision.SmallTalk("small talk: " + act.act(), act.act()));
		}
		if (act.act() == SpeechAct.INJECTION && act.probability() > 0.5 && answerable < 0.6) {
			return Optional.of(new Decision.Decline("instructions to the program", Decision.Reason.INJECTION, null,
					null, List.of()));
		}
		return Optional.empty();
	}

}
