package org.signpost.importing;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.PartialDate;
import org.signpost.language.Figure;
import org.signpost.language.Figures;

/** Reads a date as documents write theirs. */
final class Dates {

	private static final Set<Figure.Kind> DATES = Set.of(Figure.Kind.DAY, Figure.Kind.MONTH, Figure.Kind.YEAR);

	private Dates() {
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
