package org.signpost.knowledge;

/** The kind of thing that an answer has to hold to answer its question. */
public enum AnswerShape {

	/** A sum of money. */
	AMOUNT,
	/** A count or another number that is not money. */
	NUMBER,
	/** A point in time. */
	DATE,
	/** A length of time. */
	DURATION,
	/** Somewhere. */
	PLACE,
	/** Yes or no. */
	YES_NO,
	/** Several things. */
	LIST,
	/** What something is. */
	DEFINITION,
	/** Somebody, or a body. */
	PERSON,
	/** Steps to get somewhere. */
	HOW,
	/** Where to look or whom to ask. */
	WHERE_TO_FIND,
	/** Anything that says something about the subject. */
	ANY

}
