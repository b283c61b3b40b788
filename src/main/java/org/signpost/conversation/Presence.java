package org.signpost.conversation;

/** This server among those that share its database. */
interface Presence {

	/** A number that no other server has, also no earlier run of this one. */
	long number();

	/** Whether the server with this number no longer runs. */
	boolean isGone(long other);

}
