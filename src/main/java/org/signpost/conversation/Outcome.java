package org.signpost.conversation;

/** How a question ended. */
public enum Outcome {

	/** The guidance states it, and every figure and rule said is cited. */
	ANSWERED,

	/** The answer depends on something not said, so one short question goes back. */
	CLARIFY,

	/** On the subject, but the guidance does not say. */
	NOT_COVERED,

	/** Not a question this guidance is for. */
	OUT_OF_SCOPE,

	/** Greeting, thanks, who are you, goodbye, abuse. */
	SMALL_TALK,

	/** Distress, safeguarding, legal trouble, or a wish for a person. */
	HANDOFF

}
