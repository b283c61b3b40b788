package org.signpost.conversation;

/** What we may ask a visitor for. */
public enum Slot {

	/** Which of the four nations. */
	NATION,

	/** Which role is meant. */
	ROLE,

	/** Which of several subjects is meant. */
	TOPIC

}
