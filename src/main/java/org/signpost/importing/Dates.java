package org.signpost.importing;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.PartialDate;
import org.signpost.language.Figure;
import org.signpost.language.Figures;

/** Reads a date as documents write theirs. */
final class Dates {

	private static final Set<Figure.Kind> DATES = Set.of(Figure.Kind.DAY, Figure.Kind.MONTH, Figure.Kind.YEAR);

	private static final String DATE = "(?: on| in| at)?:?\\s+(\\d{1,2}(?:st|nd|rd|th)? \\p{Alpha}+ \\d{4}|\\p{Alpha}+ \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})";

	private static final Pattern CHANGED = Pattern
		.compile("(?i)\\b(?:(?:last )?(?:updated|reviewed|modified|changed)|page last)" + DATE);

	private static final Pattern PUBLISHED = Pattern.compile("(?i)\\b(?:published|posted|issued)" + DATE);

	private Dates() {
	}

	/** The date on which a text says it was changed, else published, else null. */
	static @Nullable String said(String text) {
		var changed = CHANGED.matcher(text);
		var published = PUBLISHED.matcher(text);
		return changed.find() ? of(changed.group(1)) : published.find() ? of(published.group(1)) : null;
	}

	/** The date as YYYY, YYYY-MM or YYYY-MM-DD, or null where the text names none. */
	static @Nullable String of(@Nullable String text) {
		if (text == null) {
			return null;
		}
		var date = PartialDate.parse(text);
		if (date == null) {
			// days come before months, and months before years
			date = Figures.in(text)
				.stream()
				.filter((figure) -> DATES.contains(figure.kind()))
				.sorted()
				.findFirst()
				.map((figure) -> PartialDate.parse(figure.value()))
				.orElse(null);
		}
		return (date != null) ? date.toString() : null;
	}

}
