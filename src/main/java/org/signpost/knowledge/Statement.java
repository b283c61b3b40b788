package org.signpost.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.Words;

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
 * @param figures the figures it states
 * @param stems the stems of its words
 */
public record Statement(String id, String source, Kind kind, String text, @Nullable String lead, List<String> headings,
		Set<Nation> nations, boolean nationsStated, @Nullable PartialDate asOf, int line, Set<Figure> figures,
		Set<String> stems) {

	public Statement {
		headings = List.copyOf(headings);
		nations = Set.copyOf(nations);
		figures = Set.copyOf(figures);
		stems = Set.copyOf(stems);
		if (nations.isEmpty()) {
			throw new IllegalArgumentException("A statement applies to at least one nation");
		}
	}

	/** A statement whose figures and stems are found in its text. */
	public Statement(String id, String source, Kind kind, String text, @Nullable String lead, List<String> headings,
			Set<Nation> nations, boolean nationsStated, @Nullable PartialDate asOf, int line) {
		this(id, source, kind, text, lead, headings, nations, nationsStated, asOf, line, Figures.in(text),
				new HashSet<>(Words.stems(text)));
	}

	/** The innermost heading above it, empty at the top of a file without headings. */
	public String section() {
		return this.headings.isEmpty() ? "" : this.headings.getLast();
	}

	/** The day that is all its heading says, empty where that is something else. */
	public String dayOfSection() {
		return StatementDate.isDay(section()) ? section().replaceFirst(":$", "") : "";
	}

	/** Whether it was read out of a table. */
	public boolean ofTable() {
		return this.kind == Kind.ROW || this.kind == Kind.COLUMN;
	}

	/** Whether it announces something that takes place on a day. */
	public boolean announcesEvent() {
		var words = (this.text + " " + this.lead + " " + String.join(" ", this.headings)).toLowerCase(Locale.ROOT);
		return namesEvent(words) && this.figures.stream().anyMatch((figure) -> figure.kind() == Figure.Kind.DAY);
	}

	/** Whether a text speaks of something that people come to on a day. */
	public static boolean namesEvent(String text) {
		return EVENT.matcher(text.toLowerCase(Locale.ROOT)).find();
	}

	private static final Pattern EVENT = Pattern.compile(
			"\\b(?:events?|open (?:days?|evenings?|mornings?)|fairs?|meetings?|visits?|webinars?|workshops?|talks?|tours?|sessions? for|taster days?)\\b");

	/** What a statement was in its source. */
	public enum Kind {

		SENTENCE, ITEM, ROW,
		/** Which rows of a table have something in one of its columns. */
		COLUMN

	}

}
