package org.signpost.conflicts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.signpost.language.Figure;
import org.signpost.language.Figures;

/**
 * The values that a claim gives, so that they can be held against another's: amounts,
 * shares, durations, counts; or where it gives none of these, days and times. What is
 * numbered, as band 6 or step 4, is no value but a name. Immutable.
 *
 * @param values by what they measure
 * @param names what is numbered, and by which number
 * @param periods what amounts are paid for: an hour, a year
 * @param bound whether a single value is the least or the most there is
 */
public record ClaimValues(Map<Measure, Set<Value>> values, Map<String, Set<String>> names, Set<String> periods,
		Bound bound) {

	private static final String NUMBER = "(?:\\d[\\d,.]*\\d|\\d|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
			+ "|thirteen|fourteen|fifteen|sixteen|eighteen|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty|fifty|sixty|ninety)";

	private static final Pattern DURATION = Pattern.compile("(?<![£$€\\d.,])\\b(?<value>" + NUMBER
			+ "(?:(?: (?:to|or|and) (?:a )?| ?[-–] ?)" + NUMBER
			+ ")?)(?: (?:working|calendar|full|whole|school|consecutive))?[- ](?<unit>hour|day|night|week|fortnight|month|year)s?\\b(?![- ](?:old|of age)\\b)");

	private static final Pattern NAME = Pattern.compile(
			"\\b(?<noun>band|level|grade|step|stage|point|part|tier|module|phase|class|category|section|regulation|chapter|type|zone|scale|rank|route|option|plan|group|sector|track|paper|unit|schedule|article|paragraph|version|key stage|year)s? (?<number>\\d{1,3}[a-z]?)\\b(?!%|,\\d|\\.\\d| (?:per cent|pounds))"
					+ "|\\b(?<ordinal>first|second|third|fourth|fifth|1st|2nd|3rd|4th|final)[- ](?<of>year|class|grade|stage|step|degree)\\b"
					+ "|\\b(?<code>[a-z]{1,5})(?<coded>\\d{1,2})\\b");

	private static final Pattern PERIOD = Pattern.compile(
			"\\b(?:(?:a|an|per|each|every|for every|the) (?:\\w+ )?(?<each>hour|day|night|week|month|year|annum|term|session|shift|mile|metre)|(?<ly>hour|dai|night|week|month|year|annual)ly?)\\b");

	private static final Map<String, Double> DAYS = Map.of("hour", 1.0 / 24, "day", 1.0, "night", 1.0, "week", 7.0,
			"fortnight", 14.0, "month", 365.25 / 12, "year", 365.25);

	private static final Map<String, String> ORDINALS = Map.of("first", "1", "1st", "1", "second", "2", "2nd", "2",
			"third", "3", "3rd", "3", "fourth", "4", "4th", "4");

	/** Three months and twelve or thirteen weeks are the same in other words. */
	private static final double SAME_IN_OTHER_UNITS = 0.1;

	private static final Pattern LEAST = Pattern.compile(
			"\\b(?:at least|minimum|lowest|start(?:s|ed|ing)?|begin(?:s|ning)?|began|entry|bottom|not? (?:less|fewer|younger) than|or (?:more|over|older|above)|youngest)\\b");

	private static final Pattern MOST = Pattern.compile(
			"\\b(?:up to|as (?:much|many|high|long) as|at (?:the )?most|not? (?:more|older|longer) than|maximum|highest|top|ceiling|limit(?:ed)?|reach(?:es|ed)?|ris(?:es|ing) to|within|under|below|or (?:less|under|fewer|younger|below)|oldest)\\b");

	/** Whether a value is the least, the most or neither. */
	public enum Bound {

		LEAST, MOST, NONE

	}

	/** What values measure. */
	public enum Measure {

		MONEY, PERCENT, DURATION, COUNT, DAY, TIME

	}

	/**
	 * A value.
	 *
	 * @param amount the amount, in days of a duration; of a day without a year the month
	 * times 100 plus the day
	 * @param unit what tells it from others of its measure: the currency, the unit of a
	 * duration, the year of a day
	 */
	public record Value(double amount, String unit) {

	}

	static ClaimValues of(String text) {
		var rest = Figures.undated(text).toLowerCase(Locale.ROOT);
		var names = new HashMap<String, Set<String>>();
		rest = takeNames(rest, names);
		var values = new EnumMap<Measure, Set<Value>>(Measure.class);
		rest = takeDurations(rest, values);
		for (var figure : Figures.in(rest)) {
			switch (figure.kind()) {
				case MONEY -> add(values, Measure.MONEY, money(figure.value()));
				case PERCENT -> add(values, Measure.PERCENT, number(figure.value()));
				case NUMBER -> add(values, Measure.COUNT, number(figure.value()));
				default -> {
				}
			}
		}
		if (values.isEmpty()) {
			addMoments(text, values);
		}
		var periods = new HashSet<String>();
		if (values.containsKey(Measure.MONEY)) {
			var period = PERIOD.matcher(rest);
			while (period.find()) {
				periods.add(period(period));
			}
		}
		return new ClaimValues(values, names, periods, bound(rest));
	}

	private static Bound bound(String text) {
		var least = LEAST.matcher(text).find();
		var most = MOST.matcher(text).find();
		return (least == most) ? Bound.NONE : least ? Bound.LEAST : Bound.MOST;
	}

	private static String period(Matcher period) {
		var word = (period.group("each") != null) ? period.group("each") : period.group("ly");
		return switch (word) {
			case "annum", "annual" -> "year";
			case "dai" -> "day";
			default -> word;
		};
	}

	private static String takeNames(String text, Map<String, Set<String>> names) {
		var matcher = NAME.matcher(text);
		var left = new StringBuilder();
		while (matcher.find()) {
			String noun;
			String number;
			if (matcher.group("noun") != null) {
				noun = matcher.group("noun");
				number = matcher.group("number");
			}
			else if (matcher.group("ordinal") != null) {
				noun = matcher.group("of");
				number = ORDINALS.getOrDefault(matcher.group("ordinal"), matcher.group("ordinal"));
			}
			else {
				noun = matcher.group("code");
				number = matcher.group("coded");
			}
			names.computeIfAbsent(noun, (each) -> new HashSet<>()).add(number);
			matcher.appendReplacement(left, " ~ ");
		}
		return matcher.appendTail(left).toString();
	}

	private static String takeDurations(String text, Map<Measure, Set<Value>> values) {
		var matcher = DURATION.matcher(text);
		var left = new StringBuilder();
		while (matcher.find()) {
			var unit = matcher.group("unit");
			var days = DAYS.getOrDefault(unit, 1.0);
			for (var part : matcher.group("value").split(" (?:to|or|and) (?:a )?| ?[-–] ?(?=\\d)", -1)) {
				var amount = part.equals("half") ? 0.5
						: part.equals("one") ? 1
								: Figures.in(part + " items")
									.stream()
									.filter((figure) -> figure.kind() == Figure.Kind.NUMBER)
									.mapToDouble((figure) -> Double.parseDouble(figure.value()))
									.findFirst()
									.orElse(Double.NaN);
				if (!Double.isNaN(amount)) {
					add(values, Measure.DURATION, new Value(amount * days, unit));
				}
			}
			matcher.appendReplacement(left, " ~ ");
		}
		return matcher.appendTail(left).toString();
	}

	private static void addMoments(String text, Map<Measure, Set<Value>> values) {
		for (var figure : Figures.in(text)) {
			var value = figure.value();
			switch (figure.kind()) {
				case DAY -> add(values, Measure.DAY, day(value.substring(5), value.substring(0, 4)));
				case DAY_OF_MONTH -> add(values, Measure.DAY, day(value, ""));
				case TIME ->
					add(values, Measure.TIME, new Value(Double.parseDouble(value.replace(":", "").strip()), ""));
				default -> {
				}
			}
		}
	}

	private static Value day(String monthAndDay, String year) {
		return new Value(Double.parseDouble(monthAndDay.replace("-", "")), year);
	}

	private static Value money(String value) {
		var parts = value.split(" ", -1);
		return (parts.length == 2) ? new Value(Double.parseDouble(parts[1]), parts[0])
				: new Value(Double.parseDouble(value), "£");
	}

	private static Value number(String value) {
		var parts = value.split("/", -1);
		return new Value((parts.length == 2) ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])
				: Double.parseDouble(value), "");
	}

	private static void add(Map<Measure, Set<Value>> values, Measure measure, Value value) {
		values.computeIfAbsent(measure, (each) -> new HashSet<>()).add(value);
	}

	boolean isEmpty() {
		return this.values.isEmpty();
	}

	/** Whether the two give values of one measure at all. */
	public boolean comparable(ClaimValues other) {
		return this.values.keySet().stream().anyMatch(other.values::containsKey);
	}

	/**
	 * Whether both cannot be true of one thing: of one measure each gives what the other
	 * does not, and neither gives a range that the other's value lies in. Where that
	 * holds of two measures, one of them is a condition: £92 from 25 years on, £71
	 * before.
	 */
	public boolean contradict(ClaimValues other) {
		return !otherBound(other)
				&& this.values.keySet().stream().filter((measure) -> contradict(measure, other)).count() == 1;
	}

	/** Whether one gives what is the least, the other what is the most. */
	boolean otherBound(ClaimValues other) {
		return this.bound != other.bound && this.bound != Bound.NONE && other.bound != Bound.NONE;
	}

	private boolean contradict(Measure measure, ClaimValues other) {
		var own = of(measure);
		var others = other.of(measure);
		return !own.isEmpty() && !others.isEmpty() && !within(own, this.bound, others)
				&& !within(others, other.bound, own);
	}

	private Set<Value> of(Measure measure) {
		return this.values.getOrDefault(measure, Set.of());
	}

	private static boolean within(Set<Value> some, Bound bound, Set<Value> all) {
		return some.stream().allMatch((value) -> all.stream().anyMatch((other) -> same(value, other)))
				|| (some.size() == 1 && all.size() == 2 && bound == Bound.NONE
						&& between(some.iterator().next(), List.copyOf(all)));
	}

	private static boolean between(Value value, List<Value> range) {
		return range.stream().allMatch((end) -> end.unit().equals(value.unit()))
				&& range.stream().mapToDouble(Value::amount).min().orElse(0) < value.amount()
				&& range.stream().mapToDouble(Value::amount).max().orElse(0) > value.amount();
	}

	private static boolean same(Value a, Value b) {
		var apart = Math.abs(a.amount() - b.amount());
		if (a.unit().equals(b.unit()) || !DAYS.containsKey(a.unit()) || !DAYS.containsKey(b.unit())) {
			return apart < 1e-9;
		}
		return apart <= SAME_IN_OTHER_UNITS * Math.max(a.amount(), b.amount());
	}

	/** Whether one speaks of band 6 and the other of band 7. */
	public boolean namesOthers(ClaimValues other) {
		return this.names.entrySet().stream().anyMatch((each) -> {
			var numbers = other.names.get(each.getKey());
			return numbers != null && !numbers.containsAll(each.getValue()) && !each.getValue().containsAll(numbers);
		});
	}

	/** Whether both are paid for, but not for the same. */
	public boolean otherPeriod(ClaimValues other) {
		return !this.periods.isEmpty() && !other.periods.isEmpty()
				&& this.periods.stream().noneMatch(other.periods::contains);
	}

	/** Whether they are of different years, or in different currencies. */
	public boolean otherUnit(ClaimValues other) {
		return List.of(Measure.DAY, Measure.MONEY)
			.stream()
			.anyMatch((measure) -> apart(units(measure), other.units(measure)));
	}

	private static boolean apart(Set<String> a, Set<String> b) {
		return !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains);
	}

	private Set<String> units(Measure measure) {
		return this.values.getOrDefault(measure, Set.of())
			.stream()
			.map(Value::unit)
			.filter((unit) -> !unit.isEmpty())
			.collect(Collectors.toSet());
	}

	/**
	 * How far apart the nearest values of a common measure are, as a natural logarithm of
	 * their ratio, 0 where they are the same; of days and times 0.
	 */
	double apart(ClaimValues other) {
		var nearest = new ArrayList<Double>();
		this.values.forEach((measure, own) -> {
			if (measure != Measure.DAY && measure != Measure.TIME) {
				own.forEach((value) -> other.values.getOrDefault(measure, Set.of())
					.forEach((each) -> nearest.add(ratio(value.amount(), each.amount()))));
			}
		});
		return nearest.stream().mapToDouble(Double::doubleValue).min().orElse(0);
	}

	private static double ratio(double a, double b) {
		return (a <= 0 || b <= 0) ? ((a == b) ? 0 : 3) : Math.abs(Math.log(a / b));
	}

	/** The share of measures that they have in common. */
	double measuresInCommon(ClaimValues other) {
		var all = new HashSet<>(this.values.keySet());
		all.addAll(other.values.keySet());
		return this.values.keySet().stream().filter(other.values::containsKey).count()
				/ (double) Math.max(1, all.size());
	}

}
