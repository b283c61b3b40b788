package org.signpost.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;
import org.signpost.language.Words;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;

/**
 * Turns a statement into what a reader sees of it: its own words, and of its heading and
 * lead what they need.
 */
final class StatementText {

	private StatementText() {
	}

	/** The statement as a sentence of an answer to a query. */
	static String of(Statement statement, Query query) {
		var text = switch (statement.kind()) {
			case ROW -> row(statement, query);
			case COLUMN -> sentence(headed(statement, statement.text(), query));
			case ITEM -> item(statement, query);
			case SENTENCE -> headed(statement, statement.text(), query);
		};
		return onItsDay(statement, text);
	}

	/** Under a heading that is a day, what happens on it is no answer without it. */
	static String onItsDay(Statement statement, String text) {
		var day = statement.dayOfSection();
		return (day.isEmpty() || text.contains(day)) ? text : day + ": " + text;
	}

	/**
	 * A row is read as "what it is of: in that nation it is so much; that head is so
	 * much", as one would read a table out; of many columns only those asked for.
	 */
	private static String row(Statement statement, Query query) {
		var cells = List.of(statement.text().split("; "));
		var first = cells.getFirst();
		var name = name(first);
		var rest = new ArrayList<>(cells.subList(Math.min(1, cells.size()), cells.size()));
		if (rest.isEmpty()) {
			return headed(statement, first, query);
		}
		var wanted = Stopwords.contentStems(query.text());
		var asked = rest.stream()
			.filter((cell) -> cell.contains(": ")
					&& wanted.containsAll(Stopwords.contentStems(cell.substring(0, cell.indexOf(": ")))))
			.toList();
		var shown = (asked.isEmpty() || rest.size() < 3) ? rest : asked;
		return sentence(headed(statement,
				name + ": " + String.join("; ", shown.stream().map(StatementText::cell).toList()), query));
	}

	/** Whether a query names the row that a statement is, by what stands at its head. */
	static boolean isNamed(Statement statement, Query query) {
		var name = Stopwords.contentStems(name(statement.text().split("; ", 2)[0]));
		return statement.kind() == Statement.Kind.ROW && !name.isEmpty()
				&& Stopwords.contentStems(query.text()).containsAll(name);
	}

	private static String name(String first) {
		return first.contains(": ") ? first.substring(first.indexOf(": ") + 2) : first;
	}

	private static String cell(String cell) {
		int colon = cell.indexOf(": ");
		if (colon < 0) {
			return cell;
		}
		var head = cell.substring(0, colon);
		var value = cell.substring(colon + 2);
		if (Arrays.stream(Nation.values()).anyMatch((nation) -> head.startsWith(nation.displayName()))) {
			return "in " + head + (head.contains(",") ? "," : "") + " it is " + value;
		}
		return head + (head.matches(".*[^s]s") ? " are " : " is ") + value;
	}

	private static String item(Statement statement, Query query) {
		var lead = statement.lead();
		if (lead != null) {
			var plain = lead.replaceFirst("[:\\s]+$", "");
			return sentence(plain + ": " + statement.text());
		}
		return sentence(headed(statement, statement.text(), query));
	}

	/** Puts the heading before words that do not name the subject asked about. */
	private static String headed(Statement statement, String text, Query query) {
		var section = statement.section();
		if (section.isEmpty()) {
			return text;
		}
		var own = Stopwords.contentStems(text);
		var asked = new HashSet<>(Stopwords.contentStems(query.text()));
		asked.removeAll(own);
		var heading = Stopwords.contentStems(section);
		var helps = heading.stream().anyMatch(asked::contains) && !own.containsAll(heading);
		var bare = text.matches(
				"(?i)(?:it|they|this|these|those|he|she|you|there|the (?:only|usual|same|other)|both|each|all|most|some)\\b.*");
		return (helps && (bare || own.size() < 6 || statement.kind() != Statement.Kind.SENTENCE))
				? section + ": " + text : text;
	}

	private static String sentence(String text) {
		return text.matches("(?s).*[.!?]$") ? text : text + ".";
	}

}
