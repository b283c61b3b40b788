package org.signpost.web.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/** An answer in the terms of the template {@code ask}. */
record AskedQuestion(List<PageBlock> blocks, List<PageCitation> citations, List<String> suggestions, boolean clarify,
		@Nullable Nation nation) {

	static AskedQuestion of(ComposedAnswer answer) {
		return new AskedQuestion(blocks(answer.blocks()), answer.citations().stream().map(PageCitation::of).toList(),
				answer.suggestions(), answer.outcome() == Outcome.CLARIFY, answer.nation());
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

	/** A day or month as people write it; a year, or what is no date, as it is. */
	private static String readable(String date) {
		try {
			return switch (date.length()) {
				case 7 -> YearMonth.parse(date).format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK));
				case 10 -> LocalDate.parse(date).format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
				default -> date;
			};
		}
		catch (DateTimeParseException ex) {
			return date;
		}
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
					Optional.ofNullable(citation.published()).map(AskedQuestion::readable).orElse(null),
					Optional.ofNullable(citation.asOf())
						.filter((date) -> !date.equals(citation.published()))
						.map(AskedQuestion::readable)
						.orElse(null),
					citation.section(),
					citation.nations().stream().sorted().map(Nation::displayName).collect(Collectors.joining(", ")),
					citation.evidence());
		}

	}

}
