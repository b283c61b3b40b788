package org.signpost.knowledge;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One sentence, list item or table row of a source: the smallest thing that can be cited.
 *
 * @param id unique in the knowledge base and stable while its source does not change
 * @param source id of the source
 * @param kind what it was in the source
 * @param text the words as the source has them, a table row read with its column heads
 * @param lead the line that introduces the list it is an item of, if any
 * @param headings the headings above it, outermost first
 * @param nations the nations it applies to, never empty
 * @param nationsStated whether the nations come from the statement or its heading rather
 * than from the file
 * @param asOf the date it is of, if known
 * @param line line in the source's file, from 1
 */
public record Statement(String id, String source, Kind kind, String text, @Nullable String lead, List<String> headings,
		Set<Nation> nations, boolean nationsStated, @Nullable PartialDate asOf, int line) {

	public Statement {
		headings = List.copyOf(headings);
		nations = Set.copyOf(nations);
		if (nations.isEmpty()) {
			throw new IllegalArgumentException("A statement applies to at least one nation");
		}
	}

	/** The innermost heading above it, empty at the top of a file without headings. */
	public String section() {
		return this.headings.isEmpty() ? "" : this.headings.getLast();
	}

	/** What a statement was in its source. */
	public enum Kind {

		SENTENCE, ITEM, ROW

	}

}
