package org.signpost.knowledge;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to turn to.
 *
 * @param id its id
 * @param name the person, body or service
 * @param purpose what for: {@code danger}, {@code child-at-risk}, {@code young-person},
 * {@code despair}, {@code education-stress}, {@code work-rights}, {@code careers} and so
 * on
 * @param nations where it serves
 * @param telephone number to show, if known
 * @param web address, if known
 * @param text a sentence for the visitor
 */
public record Contact(String id, String name, String purpose, Set<Nation> nations, @Nullable String telephone,
		@Nullable String web, String text) {

	public Contact {
		nations = Set.copyOf(nations);
	}

}
