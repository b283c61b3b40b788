package org.signpost.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.signpost.language.Figure;
import org.signpost.language.Figures;

/**
 * Finds the figures and named words that a curated answer repeats though a source that it
 * cites states them, and tells what to write in their place: what is typed stays behind
 * when the source changes. Tens of microseconds a line; for many threads.
 */
final class TypedFigures {

	/** What is a value wherever it stands; a bare number may be a name ("level 7"). */
	private static final Set<Figure.Kind> VALUES = Set.of(Figure.Kind.MONEY, Figure.Kind.PERCENT, Figure.Kind.DAY,
			Figure.Kind.MONTH, Figure.Kind.YEAR, Figure.Kind.DAY_OF_MONTH, Figure.Kind.TIME);

	/** A year beside a name is part of it: "the 2016 Act", "Teachers' Pay 2025". */
	private static final Pattern NAMED_BY_YEAR = Pattern
		.compile("(?:\\S\\s+\\p{Lu}[\\p{L}’']*|\\))\\s+(?:19|20)\\d{2}$|^(?:19|20)\\d{2}\\s+\\p{Lu}");

	private final Map<String, Source> sources = new HashMap<>();

	/** What each source names as words, once it is asked for. */
	private final Map<String, List<Words>> named = new ConcurrentHashMap<>();

	TypedFigures(List<Source> sources) {
		sources.forEach((source) -> this.sources.put(source.id(), source));
	}

	/**
	 * What to write in place of the figures and named words typed in a part of a row.
	 * @param row the row with the values of its references
	 * @param begin where the part begins
	 * @param end where it has ended
	 * @param evidence the statements behind it
	 * @return empty where nothing is typed that its sources state
	 */
	Optional<String> find(References.Resolved row, int begin, int end, List<Statement> evidence) {
		var instead = new LinkedHashSet<String>();
		var text = row.text().substring(begin, end);
		for (var placed : row.typed(begin, end)) {
			var typed = text.substring(placed.start(), placed.end());
			if (!names(text, placed)) {
				instead(typed, placed.figure(), evidence)
					.ifPresent((what) -> instead.add("for \"%s\" %s".formatted(typed, what)));
			}
		}
		words(evidence).filter((value) -> row.isTyped(value.words(), begin, end))
			.forEach((value) -> instead.add("for \"%s\" write %s".formatted(value.words(), value.reference())));
		return instead.isEmpty() ? Optional.empty()
				: Optional.of("what a source states is taken from there, not typed: " + String.join("; ", instead));
	}

	/** Names and other words that the sources of a line name as values. */
	private Stream<Words> words(List<Statement> evidence) {
		return evidence.stream()
			.map(Statement::source)
			.distinct()
			.flatMap((source) -> this.named.computeIfAbsent(source, (id) -> words(getSource(id))).stream());
	}

	private static List<Words> words(Source source) {
		return source.values()
			.stream()
			.filter((value) -> value.kinds().equals(List.of(NamedValue.Kind.WORDS)))
			.map((value) -> new Words(value.words(), References.reference(NamedValue.Kind.WORDS, source.id(), value)))
			.toList();
	}

	private static boolean names(String text, Figures.Placed placed) {
		return placed.figure().kind() == Figure.Kind.YEAR
				&& (NAMED_BY_YEAR.matcher(text.substring(0, placed.end())).find()
						|| NAMED_BY_YEAR.matcher(text.substring(placed.start())).find());
	}

	/**
	 * What to write in place of a figure that is typed and that a source states.
	 * @param typed the figure as it is typed
	 * @param evidence the statements behind the line it is in
	 * @return nothing where no source states it word for word
	 */
	private Optional<String> instead(String typed, Figure figure, List<Statement> evidence) {
		var near = first(evidence.stream().map((statement) -> nearby(typed, figure, statement)))
			.or(() -> first(evidence.stream().map((statement) -> place(typed, figure, statement))));
		// a year stands for many things, so what another statement gives may be another
		if (near.isPresent() || !VALUES.contains(figure.kind()) || figure.kind() == Figure.Kind.YEAR) {
			return near;
		}
		var sources = evidence.stream().map(Statement::source).distinct().map(this::getSource).toList();
		return first(sources.stream().map((source) -> reference(typed, figure, source, source.values().stream())))
			.or(() -> first(sources.stream()
				.flatMap((source) -> source.statements().stream())
				.filter((statement) -> statement.figures().contains(figure))
				.map((statement) -> place(typed, figure, statement))));
	}

	private static Optional<String> first(Stream<Optional<String>> said) {
		return said.flatMap(Optional::stream).findFirst();
	}

	/** The reference to a value that stands where a statement does. */
	private Optional<String> nearby(String typed, Figure figure, Statement statement) {
		var source = getSource(statement.source());
		if (source.values().isEmpty()) {
			return Optional.empty();
		}
		var lines = lines(statement, source);
		return reference(typed, figure, source,
				source.values()
					.stream()
					.filter((value) -> value.line() >= lines.first && value.line() < lines.end)
					.sorted(Comparator.comparingInt((value) -> Math.abs(value.line() - statement.line()))));
	}

	private static Optional<String> reference(String typed, Figure figure, Source source, Stream<NamedValue> values) {
		return values
			.flatMap((value) -> value.kinds()
				.stream()
				.filter((kind) -> says(value.as(kind).orElseThrow(), typed, figure))
				.map((kind) -> "write " + References.reference(kind, source.id(), value)))
			.findFirst();
	}

	/** Where to name a value that a statement, or what introduces it, states. */
	private static Optional<String> place(String typed, Figure figure, Statement statement) {
		var own = statement.figures().contains(figure);
		if (!VALUES.contains(figure.kind())
				|| !(own || (statement.lead() != null && Figures.in(statement.lead()).contains(figure)))) {
			return Optional.empty();
		}
		return Optional.of("name it %s line %d of %s, as in %s{#a-name}, and write {%s %s#a-name}".formatted(
				own ? "in" : "above", statement.line(), References.file(statement.source()), typed,
				new NamedValue("", typed, 0).kinds().getFirst().word(), statement.source()));
	}

	/**
	 * Where a statement stands: up to the next, an item together with what introduces it
	 * and a row with the table's head.
	 */
	private static Lines lines(Statement statement, Source source) {
		var alone = statement.lead() == null && !statement.ofTable();
		int first = alone ? statement.line() : 1;
		int end = Integer.MAX_VALUE;
		for (var other : source.statements()) {
			if (other.line() > statement.line()) {
				end = Math.min(end, other.line());
			}
			else if (!alone
					&& (other.ofTable() != statement.ofTable() || !Objects.equals(other.lead(), statement.lead()))) {
				first = Math.max(first, other.line() + 1);
			}
		}
		return new Lines(first, (statement.kind() == Statement.Kind.COLUMN) ? Integer.MAX_VALUE : end);
	}

	private Source getSource(String id) {
		return Objects.requireNonNull(this.sources.get(id));
	}

	private static boolean says(String words, String typed, Figure figure) {
		return words.equals(typed) || (VALUES.contains(figure.kind()) && Figures.in(words).equals(Set.of(figure)));
	}

	/** Words that a source names, and the reference to them. */
	private record Words(String words, String reference) {

	}

	/** Lines of a source, from the first to before the end. */
	private record Lines(int first, int end) {

	}

}
