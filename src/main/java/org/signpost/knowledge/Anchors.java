package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.signpost.language.Figures;

/**
 * Takes the anchors out of a source's body, <code>£385{#winter-allowance}</code> after a
 * figure and <code>[Lock Operations Diploma]{#diploma}</code> around other words, and
 * keeps the values they name. What is left reads as though they had never been there.
 * Microseconds a line; no state.
 *
 * @param text the body without anchors, line for line
 * @param values what they name, in the order of the text
 */
record Anchors(String text, List<NamedValue> values) {

	private static final Pattern ANCHOR = Pattern
		.compile("(?:\\[([^\\[\\]\\n^][^\\[\\]\\n]*)])?\\{#([\\w.-]+)}(?=([^\\S\\n]*(?:\\n|$))?)");

	/** Between things said apart: no figure reaches over it. */
	private static final Pattern APART = Pattern.compile("\\n\\s*\\n|\\|");

	/**
	 * Reads the body of a file.
	 * @param body the Markdown
	 * @param offset how many lines of the file stand before it
	 * @param problems where mistakes go
	 */
	static Anchors read(String body, int offset, Problems problems) {
		var places = new ArrayList<Place>();
		var text = new StringBuilder();
		var matcher = ANCHOR.matcher(body);
		var from = 0;
		var line = offset + 1;
		while (matcher.find()) {
			var between = body.substring(from, matcher.start());
			line += (int) between.chars().filter((c) -> c == '\n').count();
			text.append(between);
			var begin = text.length();
			var enclosed = matcher.group(1) != null;
			text.append(enclosed ? matcher.group(1) : "");
			places.add(new Place(matcher.group(2), begin, text.length(), enclosed, matcher.group(3) != null, line));
			from = matcher.end();
		}
		text.append(body, from, body.length());
		return new Anchors(text.toString(), values(text.toString(), places, problems));
	}

	private static List<NamedValue> values(String text, List<Place> places, Problems problems) {
		var values = new ArrayList<NamedValue>();
		var lines = new HashMap<String, Integer>();
		var cuts = new TreeSet<Integer>();
		APART.matcher(text).results().forEach((apart) -> cuts.addAll(List.of(apart.start(), apart.end())));
		var figures = new HashMap<Integer, List<Figures.Placed>>();
		for (var place : places) {
			var words = place.enclosed ? text.substring(place.begin, place.end)
					: figureBefore(text, place.end, cuts, figures);
			values.add(new NamedValue(place.name, words.replaceAll("\\s+", " "), place.line));
			if (words.isEmpty()) {
				// at the end of a line it is what site generators write after a heading
				if (!place.endsLine) {
					problems.warning(place.line,
							"{#%s} names nothing: it stands after no figure; write it directly after one, or [words]{#%1$s}"
								.formatted(place.name));
				}
				continue;
			}
			var first = lines.putIfAbsent(place.name, place.line);
			if (first != null) {
				problems.error(place.line, "{#%s} names a value in line %d already; give this one another name"
					.formatted(place.name, first));
			}
		}
		return values;
	}

	/**
	 * The figure that ends at a place, looked for among all that is said there.
	 * @param figures what has been found so far, by where it begins to be said
	 */
	private static String figureBefore(String text, int at, NavigableSet<Integer> cuts,
			Map<Integer, List<Figures.Placed>> figures) {
		var end = withoutMarks(text, at);
		var before = cuts.lower(end);
		var after = cuts.ceiling(end);
		var begin = (before != null) ? before : 0;
		var close = (after != null) ? after : text.length();
		return figures.computeIfAbsent(begin, (from) -> Figures.placed(text.substring(from, close).replace('\n', ' ')))
			.stream()
			.filter((figure) -> figure.end() == end - begin)
			.map((figure) -> text.substring(begin + figure.start(), end))
			.findFirst()
			.orElse("");
	}

	/** "**£385**{#x}" names what stands between the marks. */
	private static int withoutMarks(String text, int at) {
		var end = at;
		while (end > 0 && "*_`".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return end;
	}

	private record Place(String name, int begin, int end, boolean enclosed, boolean endsLine, int line) {

	}

}
