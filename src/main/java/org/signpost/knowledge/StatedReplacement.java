package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a statement says has taken the place of something: "the Diploma, which replaces
 * the Certificate". Found in the words of the guidance, so that it is known where nobody
 * has written a vocabulary.
 *
 * @param replaced the name of what was replaced, as the statement has it
 * @param statement the statement that says so; its nations and date are the replacement's
 */
public record StatedReplacement(String replaced, Statement statement) {

	/** Begins a sentence or names a time: no part of a name. */
	private static final String NO_NAME = "(?!(?:The|An?|In|From|Since|Until|After|On|By|When|Now|This|Our|Their|January|February|March|April|May|June|July|August|September|October|November|December)\\b)";

	private static final String CAPITAL = NO_NAME + "[A-Z][\\w'’-]*";

	/** A name: words with capitals, joined by small ones, or an abbreviation. */
	private static final String NAME = "\\b(?<%s>" + CAPITAL + "(?:(?: and| (?:of|for|in|on)(?: the)?)? " + CAPITAL
			+ ")+|[A-Z]{3,}\\w*)";

	private static final List<Pattern> SAYINGS = List.of(Pattern.compile(
			"\\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|(?:takes|took|taken) the place of|(?:takes|took|taken) over from|in (?:the )?place of|instead of)(?: the| an?| its| their)?(?: old| older| former| earlier)? "
					+ NAME.formatted("old")),
			Pattern.compile(NAME.formatted("old")
					+ "(?:,[^,.]*,)? (?:(?:was|is|were|has been|have been|will be|being) (?:replaced|superseded|succeeded) by|gave way to|gives way to|made way for|makes way for)\\b"));

	/** The replacements that a source states; mostly none. */
	static List<StatedReplacement> in(Source source) {
		return source.statements().stream().flatMap((statement) -> in(statement).stream()).toList();
	}

	/** The replacements that a statement states; mostly none. */
	static List<StatedReplacement> in(Statement statement) {
		var found = new ArrayList<StatedReplacement>();
		for (var saying : SAYINGS) {
			var matcher = saying.matcher(statement.text());
			while (matcher.find()) {
				found.add(new StatedReplacement(matcher.group("old"), statement));
			}
		}
		return found;
	}

	/** Whether a text names what was replaced. */
	public boolean namedIn(String text) {
		return Pattern
			.compile("\\b" + Pattern.quote(this.replaced) + "\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
			.matcher(text)
			.find();
	}

	/**
	 * Whether another statement speaks of what was replaced as it was before, where this
	 * one applies.
	 */
	public boolean overtakes(Statement other) {
		var since = this.statement.asOf();
		return since != null && (other.asOf() == null || other.asOf().compareTo(since) < 0)
				&& this.statement.nations().stream().anyMatch(other.nations()::contains)
				&& namedIn(other.text() + " " + other.lead() + " " + String.join(" ", other.headings()));
	}

}
