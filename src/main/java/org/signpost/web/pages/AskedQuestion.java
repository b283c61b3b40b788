package org.signpost.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/** An answer in the terms of the template {@code ask}. */
record AskedQuestion(List<PageBlock> blocks, List<PageCitation> citations, List<String> suggestions, boolean clarify,
		String nation) {

	static AskedQuestion of(ComposedAnswer answer) {
		var nation = answer.nation();
		return new AskedQuestion(blocks(answer.blocks()), answer.citations().stream().map(PageCitation::of).toList(),
				answer.suggestions(), answer.outcome() == Outcome.CLARIFY,
				(nation != null) ? nation.displayName() : "");
	}

	private static List<PageBlock> blocks(List<Block> blocks) {
		var page = new ArrayList<PageBlock>();
		for (var i = 0; i < blocks.size(); i++) {
			var block = blocks.get(i);
			page.add(new PageBlock(block.text(), block.citations(), block.href(), block.kind() == Block.Kind.P,
					isItem(blocks, i), block.kind() == Block.Kind.NOTE, block.kind() == Block.Kind.CONTACT,
					!isItem(blocks, i - 1), !isItem(blocks, i + 1)));
		}
		return page;
	}

	private static boolean isItem(List<Block> blocks, int index) {
		return index >= 0 && index < blocks.size() && blocks.get(index).kind() == Block.Kind.LI;
	}

	/**
	 * A block.
	 *
	 * @param first whether it is the first item of its list
	 * @param last whether it is the last item of its list
	 */
	record PageBlock(String text, List<Integer> cites, @Nullable String href, boolean paragraph, boolean item,
			boolean note, boolean contact, boolean first, boolean last) {
	}

	/** A citation. */
	record PageCitation(int n, String title, @Nullable String publisher, @Nullable String url,
			@Nullable String published, @Nullable String asOf, String section, String nationNames, String evidence) {

		static PageCitation of(Citation citation) {
			return new PageCitation(citation.n(), citation.title(), citation.publisher(), citation.url(),
					citation.published(), citation.asOf(), citation.section(),
					citation.nations().stream().sorted().map(Nation::displayName).collect(Collectors.joining(", ")),
					citation.evidence());
		}

	}

}
