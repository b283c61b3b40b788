package org.signpost.understanding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The day that a question looks back to: "in 2018", "as of March 2024", "what was it two
 * years ago". Stateless; microseconds.
 */
final class LookingBack {

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	/** What asks of the past; "I was" tells of it. */
	private static final String ASKS = "(?:as (?:of|at)|back in|(?<!\\bi )(?:was|were|did)\\b[^.?!,]*?)";

	private static final Pattern NAMED = Pattern.compile(
			"\\b" + ASKS + "\\s(?:(?<month>" + String.join("|", MONTHS) + ")[a-z]* )?(?<year>20[012]\\d)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Map<String, Integer> NUMBERS = Map.of("a", 1, "one", 1, "two", 2, "three", 3, "four", 4,
			"five", 5, "six", 6, "ten", 10, "a couple of", 2, "a few", 3);

	private static final Pattern COUNTED = Pattern.compile("\\b" + ASKS + "\\s(?:(?<many>\\d|a couple of|a few|"
			+ String.join("|", NUMBERS.keySet()) + ") years? (?:ago|back|earlier|before)|last year)\\b",
			Pattern.CASE_INSENSITIVE);

	private LookingBack() {
	}

	/**
	 * The end of the month or year looked back to, else the day it is asked.
	 * @param text a question
	 * @param today the day it is asked
	 */
	static LocalDate read(String text, LocalDate today) {
		var named = NAMED.matcher(text);
		while (named.find()) {
			var year = Integer.parseInt(named.group("year"));
			var month = named.group("month");
			if (year < today.getYear()) {
				return YearMonth.of(year, (month != null) ? MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1 : 12)
					.atEndOfMonth();
			}
		}
		var counted = COUNTED.matcher(text);
		return counted.find() ? LocalDate.of(today.getYear() - years(counted.group("many")), 12, 31) : today;
	}

	private static int years(String many) {
		if (many == null) {
			return 1;
		}
		var word = many.toLowerCase(Locale.ROOT);
		return NUMBERS.containsKey(word) ? NUMBERS.get(word) : Math.max(1, Integer.parseInt(word));
	}

}
