package org.signpost.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * The guidance an organisation has dropped into its folder, as read and checked. A
 * snapshot: it never changes, so it may be shared by threads.
 *
 * @param sources its sources in the order of their ids
 * @param answers its curated answers in the order of their intents
 */
public record KnowledgeBase(List<Source> sources, List<CuratedAnswer> answers) {

	public KnowledgeBase {
		sources = List.copyOf(sources);
		answers = List.copyOf(answers);
	}

	/** The source with this id. */
	public Optional<Source> findSource(String id) {
		return this.sources.stream().filter((source) -> source.id().equals(id)).findFirst();
	}

}
