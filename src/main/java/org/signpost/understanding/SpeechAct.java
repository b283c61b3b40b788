package org.signpost.understanding;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a visitor does by what they say. */
public enum SpeechAct {

	/** Asks something about a career. */
	QUESTION(Group.QUESTION),
	/** Tells of themselves and asks nothing yet. */
	FACT(Group.BACKGROUND),

	GREETING(Group.SMALL_TALK), THANKS(Group.SMALL_TALK), GOODBYE(Group.SMALL_TALK), IDENTITY(Group.SMALL_TALK),
	CAPABILITY(Group.SMALL_TALK), ACKNOWLEDGEMENT(Group.SMALL_TALK), ABUSE(Group.SMALL_TALK),

	/** Despair, self-harm. */
	DESPAIR(Group.HANDOFF),
	/** Breaking down at or through work. */
	STRESS(Group.HANDOFF),
	/** Somebody is being harmed or at risk. */
	SAFEGUARDING(Group.HANDOFF),
	/** In trouble with an employer or the law. */
	LEGAL(Group.HANDOFF),
	/** Wants to talk to a person. */
	PERSON(Group.HANDOFF),

	/** Asks for something else altogether. */
	OUT_OF_SCOPE(Group.OUT_OF_SCOPE),
	/** Tries to make the program do something else. */
	INJECTION(Group.OUT_OF_SCOPE),
	/** Nothing that can be read as words. */
	EMPTY(Group.OUT_OF_SCOPE),
	/** Writes in a language or script that the guidance is not in. */
	OTHER_LANGUAGE(Group.OUT_OF_SCOPE);

	private final Group group;

	SpeechAct(Group group) {
		this.group = group;
	}

	public Group group() {
		return this.group;
	}

	/** Acts that are met alike. */
	public enum Group {

		QUESTION, BACKGROUND, SMALL_TALK, HANDOFF, OUT_OF_SCOPE;

		Stream<SpeechAct> acts() {
			return Arrays.stream(SpeechAct.values()).filter((act) -> act.group == this);
		}

	}

}
