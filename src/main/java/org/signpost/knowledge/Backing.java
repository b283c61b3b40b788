package org.signpost.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * The text that a statement backs an answer with: its own words, its list's lead, its
 * headings, and its source's title, year and publisher.
 */
public final class Backing {

	private Backing() {
	}

	/** All of it in one text, to be searched for figures and names. */
	public static String of(Statement statement, @Nullable Source source) {
		var text = new StringBuilder(statement.text());
		append(text, statement.lead());
		statement.headings().forEach((heading) -> append(text, heading));
		if (source != null) {
			append(text, source.title());
			append(text, source.publisher());
			append(text, (source.published() != null) ? String.valueOf(source.published().year()) : null);
		}
		append(text, (statement.asOf() != null) ? String.valueOf(statement.asOf().year()) : null);
		return text.toString();
	}

	private static void append(StringBuilder text, @Nullable String more) {
		if (more != null) {
			text.append(" \n ").append(more);
		}
	}

}
