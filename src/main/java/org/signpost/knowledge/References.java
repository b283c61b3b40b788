package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.language.EditDistance;
import org.signpost.language.Figures;

/**
 * Puts values of the sources where a curated answer refers to them, as
 * <code>{amount pay-2025#winter-allowance}</code> does. Microseconds a line; for many
 * threads.
 */
final class References {

	private static final Pattern REFERENCE = Pattern.compile("\\{(?:([a-z]+)\\s+)?([\\w.-]+)#([\\w.-]+)\\s*}");

	/** What was meant for one, and would be shown to visitors. */
	private static final Pattern NO_REFERENCE = Pattern.compile("\\{[^{}]*#[^{}]*(?:}|$)|\\{(?:"
			+ Stream.of(NamedValue.Kind.values()).map(NamedValue.Kind::word).collect(Collectors.joining("|"))
			+ ")\\b[^{}]*(?:}|$)");

	/** What stands in the place of a value that is not there. */
	private static final String NOTHING = "…";

	private static final int NEAREST = 3;

	private final Map<String, Source> sources = new HashMap<>();

	private final Set<String> files;

	/**
	 * References to some sources.
	 * @param sources those that were read
	 * @param files paths of all files that are there, read or left out
	 */
	References(List<Source> sources, Set<String> files) {
		sources.forEach((source) -> this.sources.put(source.id(), source));
		this.files = files;
	}

	/** A row of a curated answer with the values in it. */
	Resolved resolve(String row) {
		var text = new StringBuilder();
		var places = new ArrayList<Place>();
		var mistakes = new ArrayList<Mistake>();
		var matcher = REFERENCE.matcher(row);
		var from = 0;
		while (matcher.find()) {
			text.append(row, from, matcher.start());
			var begin = text.length();
			text.append(words(matcher, mistakes));
			places.add(new Place(begin, text.length(), matcher.group(2), find(matcher.group(2), matcher.group(3))));
			from = matcher.end();
		}
		text.append(row.substring(from));
		NO_REFERENCE.matcher(text)
			.results()
			.forEach((found) -> mistakes.add(new Mistake(Mistake.Kind.UNKNOWN,
					"\"%s\" is no reference; write as in {amount source-id#name}".formatted(found.group()))));
		return new Resolved(text.toString(), places, mistakes);
	}

	private String words(Matcher reference, List<Mistake> mistakes) {
		var id = reference.group(2);
		var name = reference.group(3);
		var source = this.sources.get(id);
		if (source == null) {
			var there = this.files.contains(file(id));
			mistakes.add(there ? new Mistake(Mistake.Kind.GONE, file(id) + " is left out")
					: new Mistake(Mistake.Kind.UNKNOWN,
							"there is no source \"%s\"%s".formatted(id, nearest(id, this.sources.keySet(), "%s"))));
			return NOTHING;
		}
		var value = find(id, name);
		if (value == null) {
			mistakes.add(new Mistake(Mistake.Kind.UNKNOWN, "%s names no value {#%s}%s".formatted(file(id), name,
					nearest(name, source.values().stream().map(NamedValue::name).toList(), "{#%s}"))));
			return NOTHING;
		}
		return words(reference.group(1), id, value, mistakes);
	}

	private @Nullable NamedValue find(String id, String name) {
		var source = this.sources.get(id);
		var named = (source != null) ? source.values().stream().filter((value) -> value.name().equals(name)).toList()
				: List.<NamedValue>of();
		return named.stream()
			.filter((each) -> !each.words().isEmpty())
			.findFirst()
			.orElse(named.isEmpty() ? null : named.getFirst());
	}

	private static String words(@Nullable String word, String source, NamedValue value, List<Mistake> mistakes) {
		var kinds = value.kinds();
		if (kinds.isEmpty()) {
			mistakes.add(new Mistake(Mistake.Kind.GONE, "{#%s} in line %d of %s stands after no figure any more"
				.formatted(value.name(), value.line(), file(source))));
			return NOTHING;
		}
		var kind = kinds.stream().filter((each) -> each.word().equals(word)).findFirst();
		if (kind.isPresent()) {
			return value.as(kind.get()).orElseThrow();
		}
		var instead = reference(kinds.getFirst(), source, value);
		if (word == null) {
			mistakes.add(new Mistake(Mistake.Kind.LOOSE,
					"write %s, so that the answer is set aside when that is no %s any more".formatted(instead,
							kinds.getFirst().word())));
			return value.words();
		}
		mistakes.add(NamedValue.Kind.isOne(word)
				? new Mistake(Mistake.Kind.GONE,
						"\"%s\", named {#%s} in line %d of %s, is no %s; where the answer still holds, write %s"
							.formatted(value.words(), value.name(), value.line(), file(source), word, instead))
				: new Mistake(Mistake.Kind.UNKNOWN, "\"%s\" is no kind of value; write %s".formatted(word, instead)));
		return NOTHING;
	}

	static String reference(NamedValue.Kind kind, String source, NamedValue value) {
		return "{%s %s#%s}".formatted(kind.word(), source, value.name());
	}

	static String file(String source) {
		return "guidance/" + source + ".md";
	}

	private static String nearest(String name, Collection<String> known, String form) {
		var nearest = known.stream()
			.sorted(Comparator.comparingInt((String each) -> EditDistance.between(name, each, name.length()))
				.thenComparing(Comparator.naturalOrder()))
			.limit(NEAREST)
			.map(form::formatted)
			.collect(Collectors.joining(", "));
		return nearest.isEmpty() ? "; it names none" : "; nearest: " + nearest;
	}

	/**
	 * A row that says what its references stand for.
	 *
	 * @param text what it says
	 * @param places where values stand in it
	 * @param mistakes what is wrong with its references
	 */
	record Resolved(String text, List<Place> places, List<Mistake> mistakes) {

		/** The sources that a part of it takes values from. */
		List<String> sources(int begin, int end) {
			return places(begin, end).stream().map(Place::source).distinct().toList();
		}

		/** The values in a part of it. */
		List<Place> places(int begin, int end) {
			return this.places.stream().filter((place) -> place.begin >= begin && place.end <= end).toList();
		}

		/** Whether words stand in a part of it that no reference has put there. */
		boolean isTyped(String words, int begin, int end) {
			return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(words) + "(?![\\p{L}\\d])")
				.matcher(this.text)
				.results()
				.filter((found) -> found.start() >= begin && found.end() <= end)
				.anyMatch((found) -> this.places.stream()
					.noneMatch((place) -> place.begin < found.end() && found.start() < place.end));
		}

		/** The figures in a part of it that no reference has put there. */
		List<Figures.Placed> typed(int begin, int end) {
			return Figures.placed(this.text.substring(begin, end))
				.stream()
				.filter((figure) -> this.places.stream()
					.noneMatch((place) -> place.begin < begin + figure.end() && begin + figure.start() < place.end))
				.toList();
		}

	}

	/**
	 * Where a value stands, and the source it is from.
	 *
	 * @param begin where it begins
	 * @param end where it has ended
	 * @param source id of the source
	 * @param value the value, if the source names it
	 */
	record Place(int begin, int end, String source, @Nullable NamedValue value) {

	}

	/**
	 * What is wrong with a reference.
	 *
	 * @param kind what is done about it
	 * @param message what is wrong and what to write instead
	 */
	record Mistake(Kind kind, String message) {

		enum Kind {

			/** It never led anywhere, unless the source was another. */
			UNKNOWN,
			/** What it led to is no longer there, or of another kind. */
			GONE,
			/** It leads to a value, whatever that may become. */
			LOOSE

		}

	}

}
