package org.signpost.composition;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/**
 * An answer ready to be sent.
 *
 * @param outcome how the question ended
 * @param blocks what is said, in reading order
 * @param citations what backs it, numbered from 1 without gaps
 * @param suggestions next questions or choices, shown as buttons
 * @param nation the nation it is for, if one
 */
public record ComposedAnswer(Outcome outcome, List<Block> blocks, List<Citation> citations, List<String> suggestions,
		@Nullable Nation nation) {

	public ComposedAnswer {
		blocks = List.copyOf(blocks);
		citations = List.copyOf(citations);
		suggestions = List.copyOf(suggestions);
	}

	/** The blocks' texts joined by line breaks. */
	public String text() {
		return this.blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
	}

}
