package org.signpost.composition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One finished piece of an answer: plain text, never markup.
 *
 * @param kind what it is
 * @param text the words
 * @param citations numbers of the {@link Citation}s that back it
 * @param href where a contact leads, {@code tel:} or {@code https:}
 */
public record Block(Kind kind, String text, List<Integer> citations, @Nullable String href) {

	public Block {
		citations = List.copyOf(citations);
	}

	/** What a block is. */
	public enum Kind {

		/** A sentence. */
		P,
		/** A list item. */
		LI,
		/** An older rule or a caveat. */
		NOTE,
		/** Somebody to turn to. */
		CONTACT

	}

}
