package org.signpost.importing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads a date as documents write theirs. */
final class Dates {

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final Pattern ISO = Pattern.compile("^(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(?:T.*)?$");

	private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

	private static final Pattern SPELT = Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)? )?(\\p{Alpha}{3,}) (\\d{4})");

	private Dates() {
	}

	/** The date as YYYY, YYYY-MM or YYYY-MM-DD, or null where the text is none. */
	static @Nullable String of(@Nullable String text) {
		if (text == null) {
			return null;
		}
		var plain = text.strip();
		var iso = ISO.matcher(plain);
		if (iso.matches()) {
			return iso.group(1);
		}
		var slashed = SLASHED.matcher(plain);
		if (slashed.matches()) {
			return "%s-%02d-%02d".formatted(slashed.group(3), Integer.parseInt(slashed.group(2)),
					Integer.parseInt(slashed.group(1)));
		}
		var spelt = SPELT.matcher(plain);
		if (!spelt.find()) {
			return null;
		}
		var month = MONTHS.indexOf(spelt.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
		if (month == 0) {
			return null;
		}
		return (spelt.group(1) == null) ? "%s-%02d".formatted(spelt.group(3), month)
				: "%s-%02d-%02d".formatted(spelt.group(3), month, Integer.parseInt(spelt.group(1)));
	}

}
