package org.signpost.conversation;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * Which conversations to list: those with at least one turn that fits all of it. An empty
 * set and a missing moment fit everything.
 *
 * @param from the question was asked then or later
 * @param before the question was asked before that
 * @param outcomes the question ended in one of these ways
 * @param stars the answer's rating is one of these, 1 to 5
 * @param intents the most likely intent is one of these
 * @param nations the answer was for one of these
 * @param words the question has a word that begins with each of these
 */
public record ConversationFilter(@Nullable Instant from, @Nullable Instant before, Set<Outcome> outcomes,
		Set<Integer> stars, Set<String> intents, Set<Nation> nations, SoughtWords words) {

	/** Fits everything. */
	public static final ConversationFilter ALL = new ConversationFilter(null, null, Set.of(), Set.of(), Set.of(),
			Set.of(), SoughtWords.NONE);

	public ConversationFilter {
		outcomes = Set.copyOf(outcomes);
		stars = Set.copyOf(stars);
		intents = Set.copyOf(intents);
		nations = Set.copyOf(nations);
	}

}
