package org.signpost.retrieval;

import java.util.Set;
import java.util.regex.Pattern;

import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figure;
import org.signpost.language.Figures;
import org.signpost.language.Words;

/** Tells whether a statement holds the kind of thing that a question asks for. */
public final class AnswerFit {

	private static final Pattern FREE = Pattern
		.compile("\\b(?:free|no (?:charge|cost|fee)|nothing|unpaid|paid for|fees? paid)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern LENGTH = Pattern.compile(
			"\\b(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|thirty|sixty|a|an|half an?|each|per)(?:[- ](?:to|or|and) (?:\\d+|\\w+))?[- ](?:minute|hour|day|night|week|month|term|year|session|shift)s?\\b|\\b(?:anniversary|full[- ]time|part[- ]time|8:30am|never expires)\\b|\\d(?:am|pm)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> MONEY_WORDS = stems(
			"much pay paid salary salaries earn earns earned wage wages money income cost costs price fee fees amount get make sum figure rate rates worth range scale start starting");

	private static final Set<String> TIME_WORDS = stems(
			"long time take takes last lasts year years month months week weeks day days hour hours many get got finish complete length duration deadline within need");

	private static final Set<String> DATE_WORDS = stems(
			"date day time year month start begin begins happen take place held open close become");

	private static final Set<String> COUNT_WORDS = stems("many number count total");

	private AnswerFit() {
	}

	private static Set<String> stems(String words) {
		return Set.copyOf(Words.stems(words).stream().distinct().toList());
	}

	/** Whether a statement holds what is asked for. */
	public static boolean holds(Statement statement, AnswerShape shape) {
		var lead = statement.lead();
		return holds(statement.text(), statement.figures(), shape)
				|| (lead != null && holds(lead, Figures.in(lead), shape));
	}

	/** Whether a sentence holds what is asked for. */
	public static boolean holds(String text, Set<Figure> figures, AnswerShape shape) {
		return switch (shape) {
			case AMOUNT -> has(figures, Figure.Kind.MONEY) || FREE.matcher(text).find();
			case DURATION -> LENGTH.matcher(text).find();
			case DATE -> has(figures, Figure.Kind.DAY, Figure.Kind.MONTH, Figure.Kind.YEAR, Figure.Kind.TIME,
					Figure.Kind.DAY_OF_MONTH);
			case NUMBER -> has(figures, Figure.Kind.NUMBER, Figure.Kind.PERCENT);
			default -> true;
		};
	}

	/**
	 * Words of a question that the kind of answer stands for, so that a fitting statement
	 * need not use them.
	 */
	static boolean standsFor(AnswerShape shape, String term) {
		return switch (shape) {
			case AMOUNT -> MONEY_WORDS.contains(term);
			case DURATION -> TIME_WORDS.contains(term);
			case DATE -> DATE_WORDS.contains(term);
			case NUMBER -> COUNT_WORDS.contains(term);
			default -> false;
		};
	}

	private static boolean has(Set<Figure> figures, Figure.Kind... kinds) {
		var wanted = Set.of(kinds);
		return figures.stream().anyMatch((figure) -> wanted.contains(figure.kind()));
	}

}
