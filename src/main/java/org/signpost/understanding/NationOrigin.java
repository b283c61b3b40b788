package org.signpost.understanding;

/** How we know which nation a question is about. */
public enum NationOrigin {

	/** The page insists on it. */
	FORCED,
	/** The question says so. */
	SAID,
	/** The question names a title or body that only this nation has. */
	TERM,
	/** Said earlier in the conversation. */
	EARLIER,
	/** The page knows its visitor. */
	PAGE,
	/** The question names this nation's matter, so it comes first. */
	MATTER,
	/** Not known. */
	UNKNOWN

}
