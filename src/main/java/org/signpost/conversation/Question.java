package org.signpost.conversation;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * What a visitor asks, with what the page knows of them.
 *
 * @param text the words as typed, never blank
 * @param nation the nation the page knows of its visitor
 * @param forceNation whether {@code nation} wins over what the words say
 * @param date the day to answer as of
 */
public record Question(String text, @Nullable Nation nation, boolean forceNation, LocalDate date) {

	public Question {
		Objects.requireNonNull(date, "date");
		if (text.isBlank()) {
			throw new IllegalArgumentException("A question needs words");
		}
	}

}
