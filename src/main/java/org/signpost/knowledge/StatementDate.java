package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads off the date that a statement or heading is of: "from 1 September 2025",
 * "(September 2020 figures)", "in 2023/24".
 */
final class StatementDate {

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final String MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

	private static final Pattern DATE = Pattern
		.compile("(?<![\\d£,.])(?<!\\d{3}[ -])(?:(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? )?(?<month>" + MONTH
				+ "),? )?(?<year>(?:19|20)\\d{2})(?:-(?<isoMonth>\\d{2})(?:-(?<isoDay>\\d{2}))?(?!\\d))?(?![\\d]|,\\d|\\.\\d|%)");

	private static final Pattern DAY = Pattern
		.compile("(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH + "|"
				+ MONTH + " \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:19|20)\\d{2})?:?");

	/** Before a date that ends something or that something is compared with. */
	private static final Pattern NOT_OF = Pattern.compile(
			"(?:until|till|by|before|through|after|than|ends?(?: on)?|expires?(?: on)?|ending|up to|to|summer|finished|end of)\\s+(?:in )?(?:the )?(?:academic year )?$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern OF = Pattern.compile(
			"(?:from|since|as of|as at|effective|with effect from|in force|starting|dated|after being|valid from)\\s+(?:on |the )?$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NAME_BEFORE = Pattern
		.compile("(?:Act|Regulations|Order|Code|Bill|Report|Review|\\((?:Wales|Scotland|NI|Northern Ireland)\\))\\s+$");

	private StatementDate() {
	}

	/** The date a text is of, or null when it names none. */
	static @Nullable PartialDate of(String text) {
		var candidates = new ArrayList<Candidate>();
		var matcher = DATE.matcher(text);
		while (matcher.find()) {
			var date = date(matcher.group("year"),
					(matcher.group("month") != null) ? matcher.group("month") : matcher.group("isoMonth"),
					(matcher.group("day") != null) ? matcher.group("day") : matcher.group("isoDay"));
			if (date == null) {
				continue;
			}
			var before = text.substring(0, matcher.start());
			var rank = OF.matcher(before).find() ? 2
					: (NOT_OF.matcher(before).find() || NAME_BEFORE.matcher(before).find()) ? 0 : 1;
			candidates.add(new Candidate(rank, date));
		}
		PartialDate best = null;
		int bestRank = 0;
		for (var candidate : candidates) {
			// of several of one rank the latest, as in "raised in 2021 and 2023"
			if (candidate.rank > bestRank
					|| (candidate.rank == bestRank && best != null && candidate.date.compareTo(best) > 0)) {
				best = candidate.date;
				bestRank = candidate.rank;
			}
		}
		return best;
	}

	/** Whether a text is a day of a year and nothing else but its name. */
	static boolean isDay(String text) {
		return DAY.matcher(text.strip()).matches();
	}

	private static @Nullable PartialDate date(String year, @Nullable String month, @Nullable String day) {
		var number = (month == null) ? 0 : monthNumber(month);
		try {
			return new PartialDate(Integer.parseInt(year), number, (day == null) ? 0 : Integer.parseInt(day));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static int monthNumber(String month) {
		if (Character.isDigit(month.charAt(0))) {
			return Integer.parseInt(month);
		}
		return MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
	}

	private record Candidate(int rank, PartialDate date) {

	}

}
