package org.signpost.knowledge;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the guide says of itself.
 *
 * @param subject completes "I can help with questions about ..."
 * @param description one or two sentences, if written
 * @param starters questions to begin with
 * @param topics completes "I can tell you about ..."
 */
public record Scope(String subject, @Nullable String description, List<String> starters, List<String> topics) {

	public Scope {
		starters = List.copyOf(starters);
		topics = List.copyOf(topics);
	}

}
