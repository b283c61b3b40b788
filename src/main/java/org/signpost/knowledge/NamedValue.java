package org.signpost.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.signpost.language.Figure;
import org.signpost.language.Figures;

/**
 * A value that a source states and answers may take from it by its name. Immutable.
 *
 * @param name unique in the source
 * @param words the value as the source has it, empty when nothing is left of it
 * @param line line in the source's file, from 1
 */
public record NamedValue(String name, String words, int line) {

	private static final Pattern MONTH_AND_YEAR = Pattern.compile("\\p{L}+,? \\d{4}$");

	private static final Pattern YEAR = Pattern.compile("\\d{4}$");

	/** The value as one of a kind, if it is one. */
	Optional<String> as(Kind kind) {
		var figures = Figures.in(this.words);
		if (this.words.isEmpty() || (kind != Kind.WORDS && figures.isEmpty())
				|| !figures.stream().allMatch((figure) -> kind.figures.contains(figure.kind()))) {
			return Optional.empty();
		}
		return switch (kind) {
			case MONTH -> end(MONTH_AND_YEAR);
			case YEAR -> end(YEAR);
			default -> Optional.of(this.words);
		};
	}

	private Optional<String> end(Pattern pattern) {
		return pattern.matcher(this.words).results().map(MatchResult::group).findFirst();
	}

	/** The kinds it is one of, the closest first. */
	List<Kind> kinds() {
		return Stream.of(Kind.values()).filter((kind) -> as(kind).isPresent()).toList();
	}

	/** What an answer expects of a value that it refers to. */
	enum Kind {

		AMOUNT(Figure.Kind.MONEY), PERCENTAGE(Figure.Kind.PERCENT), NUMBER(Figure.Kind.NUMBER, Figure.Kind.TELEPHONE),
		TIME(Figure.Kind.TIME), DATE(Figure.Kind.DAY, Figure.Kind.MONTH, Figure.Kind.YEAR, Figure.Kind.DAY_OF_MONTH),
		/** A day's month and year, too. */
		MONTH(Figure.Kind.DAY, Figure.Kind.MONTH),
		/** A day's or a month's year, too. */
		YEAR(Figure.Kind.DAY, Figure.Kind.MONTH, Figure.Kind.YEAR),
		/** A name, or what else an editor has put in brackets. */
		WORDS(Figure.Kind.values());

		@SuppressWarnings("ImmutableEnumChecker") // of Set.of, which nobody can change
		private final Set<Figure.Kind> figures;

		Kind(Figure.Kind... figures) {
			this.figures = Set.of(figures);
		}

		/** As an editor writes it. */
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** Whether a word is one that an editor may write. */
		static boolean isOne(String word) {
			return Stream.of(values()).anyMatch((kind) -> kind.word().equals(word));
		}

	}

}
