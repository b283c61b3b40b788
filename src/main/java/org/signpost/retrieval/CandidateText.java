package org.signpost.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;

/**
 * Puts a candidate into the words that the judge was trained on, as {@code texts.py} in
 * {@code src/training} does: "title &gt; heading: lead: text (nations, year)", the
 * bracket only for what the words do not say themselves.
 */
final class CandidateText {

	private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

	private static final Pattern COLUMN = Pattern.compile("^(.*?), by (.*?): ");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern VALUE = Pattern.compile(" \\([^()]*\\)(?=;|$)");

	private CandidateText() {
	}

	static String of(Statement statement, Source source) {
		var asOf = statement.asOf();
		var published = source.published();
		var year = (asOf != null && (published == null || asOf.year() != published.year()))
				? String.valueOf(asOf.year()) : null;
		return of(source.title(), statement.section(), statement.lead(), asked(statement), statement.nations(), year);
	}

	/**
	 * Of a column it is asked which rows have something in it: so put, the model finds
	 * that best.
	 */
	private static String asked(Statement statement) {
		return (statement.kind() == Statement.Kind.COLUMN) ? COLUMN
			.matcher(VALUE.matcher(statement.text()).replaceAll(""))
			.replaceFirst((column) -> Matcher.quoteReplacement("These have %s (%s): ".formatted(
					withoutScope(column.group(1), statement.section()).toLowerCase(Locale.ROOT), column.group(2))))
				: statement.text();
	}

	/**
	 * The head of a column without the nation and year at its end, where the heading
	 * above the table has the same and no other: said twice, they hide from the model
	 * what the column is of.
	 */
	private static String withoutScope(String head, String heading) {
		return SPACE.matcher(head)
			.results()
			.map((space) -> head.substring(space.end()))
			.filter((tail) -> heading.contains(tail) && !scope(tail).isEmpty() && scope(tail).equals(scope(heading)))
			.findFirst()
			.map((tail) -> head.substring(0, head.length() - tail.length()).replaceFirst("[,;:\\s]+$", ""))
			.orElse(head);
	}

	/** The nations and years that words name. */
	private static Set<String> scope(String words) {
		return Stream
			.concat(YEAR.matcher(words).results().map(MatchResult::group),
					Stream.of(Nation.values()).filter((nation) -> nation.isNamedIn(words)).map(Nation::name))
			.collect(Collectors.toSet());
	}

	/** An answer's notes are asides and say nothing of what it answers. */
	static String of(CuratedAnswer answer, CuratedAnswer.Section section) {
		var lines = section.lines()
			.stream()
			.filter((line) -> line.kind() != CuratedAnswer.Kind.NOTE)
			.map(CuratedAnswer.Line::text)
			.collect(Collectors.joining(" "));
		return of(answer.title(), "", null, lines, section.nations(), null);
	}

	static String of(String title, String heading, @Nullable String lead, String text, Collection<Nation> nations,
			@Nullable String year) {
		var words = new StringBuilder(title);
		if (!heading.isEmpty() && !heading.equals(title)) {
			words.append(" > ").append(heading);
		}
		words.append(": ");
		if (lead != null) {
			words.append(lead.replaceFirst("[: .]+$", "")).append(": ");
		}
		words.append(text);
		var more = new ArrayList<String>();
		if (nations.size() < Nation.values().length
				&& nations.stream().noneMatch((nation) -> nation.isNamedIn(words.toString()))) {
			nations.stream().sorted().map(Nation::displayName).forEach(more::add);
		}
		if (year != null && !YEAR.matcher(words).find()) {
			more.add(year);
		}
		return more.isEmpty() ? words.toString() : words + " (" + String.join(", ", more) + ")";
	}

}
