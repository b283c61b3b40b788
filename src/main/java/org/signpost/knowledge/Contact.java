package org.signpost.knowledge;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param hours when somebody answers, a sentence, if known
 */
public record Contact(String id, String name, String purpose, Set<Nation> nations, @Nullable String telephone,
		@Nullable String web, String text, @Nullable String hours) {

	public Contact {
		nations = Set.copyOf(nations);
	}

	/** What for and when, for the visitor. */
	public String description() {
		return Stream.of(this.text, this.hours).filter((sentence) -> sentence != null).collect(Collectors.joining(" "));
	}

	/** The page to turn to without what readers need not see of an address, if known. */
	public @Nullable String site() {
		return (this.web != null) ? this.web.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/.*$", "") : null;
	}

}
