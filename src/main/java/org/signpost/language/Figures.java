package org.signpost.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the figures in a text: amounts, percentages, dates, years, times, telephone
 * numbers and counts, with number words read as their digits. What an answer says is held
 * against what its evidence says with it. Tens of microseconds a sentence; no state.
 */
public final class Figures {

	private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
			"august", "september", "october", "november", "december");

	private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

	private static final Map<String, Integer> UNITS = Map.ofEntries(Map.entry("zero", 0), Map.entry("one", 1),
			Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
			Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
			Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14),
			Map.entry("fifteen", 15), Map.entry("sixteen", 16), Map.entry("seventeen", 17), Map.entry("eighteen", 18),
			Map.entry("nineteen", 19), Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40),
			Map.entry("fifty", 50), Map.entry("sixty", 60), Map.entry("seventy", 70), Map.entry("eighty", 80),
			Map.entry("ninety", 90));

	private static final Map<String, String> SHARES = Map.of("half", "1/2", "a third", "1/3", "two thirds", "2/3",
			"a quarter", "1/4", "three quarters", "3/4");

	private static final String SHARE = "half|a third|two[- ]thirds|a quarter|three[- ]quarters";

	/** Before "half for the young", not "the second half for most". */
	private static final String SHARE_BEGINS = "(?<=^|[,;:(.] |\\b(?:and|or|is|are|at|cost|costs) )";

	private static final String UNIT = String.join("|",
			UNITS.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList());

	private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";

	/** "a school of 30 may appoint" names no day; the month is written with a capital. */
	private static final Pattern MAY_DO = Pattern
		.compile("\\bmay(?= (?!and\\b|or\\b|to\\b|until\\b|this\\b|next\\b)[a-z])");

	/** Tried in this order; what one has taken is gone for the next. */
	private static final List<Rule> RULES = List.of(
			new Rule("(?<![\\d])(?:\\d{4}|\\d{1,2})-\\d{1,2}-\\d{1,4}(?!\\d)", Figures::isoDay),
			new Rule(
					"£\\s?(" + NUMBER + ")\\s?(?:-|–|to)\\s?£?(" + NUMBER + ")\\s?(k|m|million|bn|billion|thousand)\\b",
					Figures::moneyRange),
			new Rule("£\\s?(" + NUMBER + ")\\s?(k\\b|m\\b|million|bn\\b|billion|thousand)?", Figures::money),
			new Rule("(" + NUMBER + ")\\s?(k|m|million|bn|billion|thousand)?\\s?(?:pounds|gbp)\\b", Figures::money),
			new Rule(
					"([$€])\\s?(" + NUMBER + ")\\s?(k\\b|m\\b|million|bn\\b|billion|thousand)?", Figures::foreignMoney),
			new Rule("(?<![\\w.,])(\\d{1,3})(?:p\\b|\\s?pence\\b)", Figures::pence),
			new Rule("(" + NUMBER + ")\\s?(?:%|per ?cent\\b)",
					(m, into) -> into.accept(Figure.Kind.PERCENT, plain(m.group(1)))),
			new Rule("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\b,? ?(\\d{4})?\\b", Figures::dayMonth),
			new Rule("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d),? ?(\\d{4})?", Figures::monthDay),
			new Rule("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b", Figures::slashedDay),
			new Rule("\\b" + MONTH + ",? (\\d{4})\\b", Figures::monthYear),
			new Rule("\\b((?:19|20)\\d{2})\\s?(?:/|-|–|to)\\s?((?:(?:19|20)\\d{2})|\\d{2})\\b(?!\\d|,\\d)",
					Figures::academicYear),
			new Rule("\\b(\\d{1,2})(?:[:.](\\d{2}))?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z])", Figures::clock),
			new Rule("\\b([01]?\\d|2[0-3]):([0-5]\\d)\\b", Figures::clock24),
			new Rule("(?<![\\d£])(?:0\\d{2,4}[ -]?\\d{3,4}(?:[ -]?\\d{3,4})?|116 ?\\d{3}|\\+44[ \\d]{9,13})(?!\\d)",
					(m, into) -> into.accept(Figure.Kind.TELEPHONE, m.group().replaceAll("[^0-9+]", ""))),
			new Rule("(?<![\\d.,])((?:19|20)\\d{2})(?![\\d]|,\\d|\\.\\d)s?\\b",
					(m, into) -> into.accept(Figure.Kind.YEAR, m.group(1))),
			new Rule("(?<![\\w.,])(" + NUMBER + ")\\s?(million|billion|thousand)\\b", Figures::scaled),
			new Rule("(?<![\\w.,£])(" + NUMBER + ")(?:st|nd|rd|th)?(?![\\w])",
					(m, into) -> into.accept(Figure.Kind.NUMBER, plain(m.group(1)))),
			new Rule(
					"(?=" + SHARE + ")(?:\\b(?:" + SHARE + ")(?= (?:of|the|your|their|an?) |[- ]pay\\b|[- ]price\\b)|"
							+ SHARE_BEGINS + "(?:" + SHARE + ")(?= for ))",
					(m, into) -> into.accept(Figure.Kind.NUMBER,
							SHARES.getOrDefault(m.group().replace('-', ' '), "1"))),
			new Rule("\\ba (?=(?:week|month|year)['’]s (?:full |basic |gross )?(?:pay|salary|wages?|notice)\\b)",
					(m, into) -> into.accept(Figure.Kind.NUMBER, "1")),
			new Rule("\\b(" + UNIT + ")[- ]hundred and (" + UNIT + ")(?:[- ](" + UNIT
					+ "))?(?:[- ](thousand|million|billion))?\\b", Figures::hundreds),
			new Rule("\\b(" + UNIT + ")(?:[- ](" + UNIT + "))?(?:[- ](hundred|thousand|million|billion))?\\b",
					Figures::words));

	/** Those that need no digit. */
	private static final List<Rule> IN_WORDS = RULES.subList(RULES.size() - 4, RULES.size());

	private static final Set<Figure.Kind> DATES = EnumSet.of(Figure.Kind.DAY, Figure.Kind.MONTH, Figure.Kind.YEAR,
			Figure.Kind.DAY_OF_MONTH);

	/** Ties a date to the rest of a sentence, before it. */
	private static final Pattern TIE = Pattern.compile(
			"(?:\\s*\\b(?:from|since|in|on|as of|as at|until|by|before|after|during|for|of)(?: the)?)?\\s+$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ONE = Pattern.compile("\\bone\\b|\\ba (?:year|month|week|day)\\b|\\bsingle\\b",
			Pattern.CASE_INSENSITIVE);

	private Figures() {
	}

	/** The figures that a text states. */
	public static Set<Figure> in(String text) {
		var figures = new TreeSet<Figure>();
		scan(text, (start, end, figure) -> figures.add(figure));
		return figures;
	}

	/** A text without its days, months and years, and the words that tie them in. */
	public static String undated(String text) {
		var dated = new BitSet();
		scan(text, (start, end, figure) -> {
			if (DATES.contains(figure.kind())) {
				var tie = TIE.matcher(text).region(0, start);
				dated.set(tie.find() ? tie.start() : start, end);
			}
		});
		var undated = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			if (!dated.get(i)) {
				undated.append(text.charAt(i));
			}
		}
		return dated.isEmpty() ? text : undated.toString().strip();
	}

	/**
	 * The figures that a text states, each where it stands, in the order of their ends.
	 */
	public static List<Placed> placed(String text) {
		var placed = new ArrayList<Placed>();
		// a space or a comma that might have gone on is no part of the figure
		scan(text, (start, end, figure) -> placed
			.add(new Placed(start, start + text.substring(start, end).replaceFirst("[\\s,]+$", "").length(), figure)));
		placed.sort(Comparator.comparingInt(Placed::end));
		return placed;
	}

	/** What has been read is blanked, not cut out, so that places stay the same. */
	private static void scan(String text, Found found) {
		var rest = MAY_DO.matcher(text).replaceAll("~~~").toLowerCase(Locale.ROOT);
		var digits = rest.chars().anyMatch(Character::isDigit);
		for (var rule : digits ? RULES : IN_WORDS) {
			var matcher = rule.pattern.matcher(rest);
			if (!matcher.find()) {
				continue;
			}
			var left = new StringBuilder();
			do {
				var start = matcher.start();
				var end = matcher.end();
				rule.reading.read(matcher, (kind, value) -> found.accept(start, end, new Figure(kind, value)));
				matcher.appendReplacement(left, "~".repeat(end - start));
			}
			while (matcher.find());
			rest = matcher.appendTail(left).toString();
		}
	}

	/**
	 * The figures that a text backs: those it states, and what follows from them, as a
	 * day backs its month and year and any date or amount backs its bare number.
	 */
	public static Set<Figure> backedBy(String text) {
		var stated = in(text);
		var backed = new TreeSet<Figure>(stated);
		for (var figure : stated) {
			var value = figure.value();
			switch (figure.kind()) {
				case DAY -> {
					backed.add(new Figure(Figure.Kind.MONTH, value.substring(0, 7)));
					backed.add(new Figure(Figure.Kind.YEAR, value.substring(0, 4)));
					backed.add(new Figure(Figure.Kind.DAY_OF_MONTH, value.substring(5)));
				}
				case MONTH -> backed.add(new Figure(Figure.Kind.YEAR, value.substring(0, 4)));
				case MONEY, PERCENT, YEAR ->
					backed.add(new Figure(Figure.Kind.NUMBER, value.substring(value.indexOf(' ') + 1)));
				default -> {
				}
			}
		}
		// "one" is mostly no figure, so it is only demanded beside a unit but always
		// backed
		if (ONE.matcher(text).find()) {
			backed.add(new Figure(Figure.Kind.NUMBER, "1"));
		}
		return backed;
	}

	private static void isoDay(Matcher m, Sink into) {
		var parts = m.group().split("-", -1);
		if (parts[0].length() == 4) {
			into.accept(Figure.Kind.DAY, day(parts[0], Integer.parseInt(parts[1]), parts[2]));
		}
		else if (parts[2].length() == 4) {
			into.accept(Figure.Kind.DAY, day(parts[2], Integer.parseInt(parts[1]), parts[0]));
		}
	}

	private static void money(Matcher m, Sink into) {
		into.accept(Figure.Kind.MONEY, scale(m.group(1), m.group(2)));
	}

	private static void foreignMoney(Matcher m, Sink into) {
		into.accept(Figure.Kind.MONEY, m.group(1) + " " + scale(m.group(2), m.group(3)));
	}

	private static void pence(Matcher m, Sink into) {
		into.accept(Figure.Kind.MONEY, plain(new BigDecimal(m.group(1)).movePointLeft(2).toPlainString()));
	}

	private static void moneyRange(Matcher m, Sink into) {
		into.accept(Figure.Kind.MONEY, scale(m.group(1), m.group(3)));
		into.accept(Figure.Kind.MONEY, scale(m.group(2), m.group(3)));
	}

	private static void hundreds(Matcher m, Sink into) {
		var value = 100 * UNITS.getOrDefault(m.group(1), 0) + UNITS.getOrDefault(m.group(2), 0)
				+ ((m.group(3) != null) ? UNITS.getOrDefault(m.group(3), 0) : 0);
		into.accept(Figure.Kind.NUMBER, scale(String.valueOf(value), m.group(4)));
	}

	private static void scaled(Matcher m, Sink into) {
		into.accept(Figure.Kind.NUMBER, scale(m.group(1), m.group(2)));
	}

	private static void dayMonth(Matcher m, Sink into) {
		calendar(m.group(1), m.group(2), m.group(3), into);
	}

	private static void monthDay(Matcher m, Sink into) {
		calendar(m.group(2), m.group(1), m.group(3), into);
	}

	private static void calendar(String day, String month, @Nullable String year, Sink into) {
		var number = month(month);
		if (year != null) {
			into.accept(Figure.Kind.DAY, day(year, number, day));
		}
		else {
			into.accept(Figure.Kind.DAY_OF_MONTH, "%02d-%02d".formatted(number, Integer.parseInt(day)));
		}
	}

	private static void slashedDay(Matcher m, Sink into) {
		into.accept(Figure.Kind.DAY, day(m.group(3), Integer.parseInt(m.group(2)), m.group(1)));
	}

	private static void monthYear(Matcher m, Sink into) {
		into.accept(Figure.Kind.MONTH, "%s-%02d".formatted(m.group(2), month(m.group(1))));
	}

	private static void academicYear(Matcher m, Sink into) {
		var first = Integer.parseInt(m.group(1));
		var second = m.group(2);
		into.accept(Figure.Kind.YEAR, m.group(1));
		if (second.length() == 2) {
			// 1999/00 ends in the next century
			var century = (Integer.parseInt(second) < first % 100) ? first / 100 + 1 : first / 100;
			second = "%d%s".formatted(century, second);
		}
		into.accept(Figure.Kind.YEAR, second);
	}

	private static void clock(Matcher m, Sink into) {
		var hour = Integer.parseInt(m.group(1)) % 12 + (m.group(3).startsWith("p") ? 12 : 0);
		into.accept(Figure.Kind.TIME, "%02d:%s".formatted(hour, (m.group(2) != null) ? m.group(2) : "00"));
	}

	private static void clock24(Matcher m, Sink into) {
		into.accept(Figure.Kind.TIME, "%02d:%s".formatted(Integer.parseInt(m.group(1)), m.group(2)));
	}

	private static void words(Matcher m, Sink into) {
		if (m.group(1).equals("one") && m.group(3) == null) {
			// "one of", "no one", "that one": hardly ever a figure
			return;
		}
		long value = UNITS.getOrDefault(m.group(1), 0);
		if (m.group(2) != null) {
			var second = UNITS.getOrDefault(m.group(2), 0);
			if (value >= 20 && second < 10) {
				value += second;
			}
			else {
				into.accept(Figure.Kind.NUMBER, String.valueOf(second));
			}
		}
		into.accept(Figure.Kind.NUMBER, scale(String.valueOf(value), m.group(3)));
	}

	private static String scale(String number, @Nullable String unit) {
		var value = new BigDecimal(number.replace(",", ""));
		var factor = switch ((unit == null) ? "" : unit) {
			case "hundred" -> 100L;
			case "k", "thousand" -> 1_000L;
			case "m", "million" -> 1_000_000L;
			case "bn", "billion" -> 1_000_000_000L;
			default -> 1L;
		};
		return plain(value.multiply(BigDecimal.valueOf(factor)).toPlainString());
	}

	private static String plain(String number) {
		var value = new BigDecimal(number.replace(",", "")).stripTrailingZeros();
		return value.toPlainString();
	}

	private static int month(String name) {
		for (int i = 0; i < MONTHS.size(); i++) {
			if (MONTHS.get(i).startsWith(name.substring(0, 3))) {
				return i + 1;
			}
		}
		throw new IllegalArgumentException(name);
	}

	private static String day(String year, int month, String day) {
		return "%s-%02d-%02d".formatted(year, month, Integer.parseInt(day));
	}

	/**
	 * A figure in a text. Those of a range written as one ("2025/26") stand in one place.
	 *
	 * @param start where it begins
	 * @param end where it has ended
	 * @param figure the figure
	 */
	public record Placed(int start, int end, Figure figure) {

	}

	private record Rule(Pattern pattern, Reading reading) {

		Rule(String pattern, Reading reading) {
			this(Pattern.compile(pattern), reading);
		}

	}

	private interface Reading {

		void read(Matcher matcher, Sink into);

	}

	private interface Found {

		void accept(int start, int end, Figure figure);

	}

	private interface Sink {

		void accept(Figure.Kind kind, String value);

	}

}
