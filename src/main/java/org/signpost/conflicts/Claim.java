package org.signpost.conflicts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.signpost.knowledge.Statement;
import org.signpost.language.Words;
import org.signpost.understanding.Stopwords;

/**
 * One thing that a statement claims with its values: all that a sentence says, of a row
 * of a table one cell beside the row's name, so that no column is held against another.
 * Immutable; making one costs tens of microseconds.
 *
 * @param statement the statement
 * @param narrowed the statement as it would stand if it claimed this alone
 * @param values what it gives
 * @param own the stems of its words
 * @param context those and the stems of the words it stands under
 */
public record Claim(Statement statement, Statement narrowed, ClaimValues values, Set<String> own, Set<String> context) {

	/** Before the head of the next cell. */
	private static final Pattern NEXT_CELL = Pattern.compile("; (?=[^;:]+: )");

	public Claim {
		own = Set.copyOf(own);
		context = Set.copyOf(context);
	}

	/** What a statement claims; nothing where it gives no value. */
	public static List<Claim> of(Statement statement) {
		var claims = new ArrayList<Claim>();
		for (var text : texts(statement)) {
			var values = ClaimValues.of(text);
			if (!values.isEmpty()) {
				var narrowed = text.equals(statement.text()) ? statement : with(statement, text);
				claims.add(of(statement, narrowed, values));
			}
		}
		return claims;
	}

	/**
	 * Whether what the one's page is about is named by the other or what that stands
	 * under; "you have 28 days' holiday" is of another thing on a page on butchers.
	 */
	public boolean mayShareSubject(Claim other) {
		return namedBy(other) || other.namedBy(this);
	}

	private boolean namedBy(Claim other) {
		var title = new HashSet<String>();
		add(this.narrowed.headings().isEmpty() ? "" : this.narrowed.headings().getFirst(), title);
		return title.isEmpty() || title.stream().anyMatch(other.context::contains);
	}

	private static List<String> texts(Statement statement) {
		// the rows say what a column sums up
		if (statement.kind() == Statement.Kind.COLUMN) {
			return List.of();
		}
		if (statement.kind() != Statement.Kind.ROW) {
			return List.of(statement.text());
		}
		var cells = List.of(NEXT_CELL.split(statement.text()));
		return (cells.size() < 2) ? cells
				: cells.stream().skip(1).map((cell) -> cells.getFirst() + "; " + cell).distinct().toList();
	}

	private static Statement with(Statement statement, String text) {
		return new Statement(statement.id(), statement.source(), statement.kind(), text, statement.lead(),
				statement.headings(), statement.nations(), statement.nationsStated(), statement.asOf(),
				statement.line());
	}

	private static Claim of(Statement statement, Statement narrowed, ClaimValues values) {
		var own = new HashSet<String>();
		add(narrowed.text(), own);
		return new Claim(statement, narrowed, values, own, context(narrowed, own));
	}

	private static Set<String> context(Statement statement, Set<String> own) {
		var words = new HashSet<>(own);
		add((statement.lead() != null) ? statement.lead() : "", words);
		statement.headings().forEach((heading) -> add(heading, words));
		return words;
	}

	private static void add(String text, Set<String> words) {
		Words.stems(text.toLowerCase(Locale.ROOT))
			.stream()
			.filter((stem) -> stem.chars().allMatch(Character::isLetter) && !Stopwords.containsStem(stem))
			.forEach(words::add);
	}

}
