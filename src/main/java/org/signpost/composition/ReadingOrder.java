package org.signpost.composition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Statement;
import org.signpost.understanding.Query;

/**
 * The order in which an answer says its statements: the likeliest first, but rows of one
 * table and items of one list as one reads them in the source, those asked for by name
 * before the others. Days of events keep their own order. Microseconds an answer; safe
 * for many threads.
 */
final class ReadingOrder {

	private ReadingOrder() {
	}

	/**
	 * Orders statements; those of one table share out the places that they have.
	 * @param statements the likeliest first
	 */
	static List<Statement> of(List<Statement> statements, Query query, KnowledgeBase knowledgeBase) {
		var order = Comparator.comparing((Statement each) -> !StatementText.isNamed(each, query))
			.thenComparingInt((each) -> knowledgeBase.getSource(each).statements().indexOf(each));
		Map<List<?>, Iterator<Statement>> tables = new HashMap<>();
		return statements.stream()
			.map((place) -> tables.computeIfAbsent(table(place),
					(table) -> statements.stream().filter((each) -> table(each).equals(table)).sorted(order).iterator())
				.next())
			.toList();
	}

	/** What tells one table or list from another; anything else stands for itself. */
	private static List<?> table(Statement statement) {
		var together = (statement.kind() == Statement.Kind.ROW || statement.kind() == Statement.Kind.ITEM)
				&& !statement.announcesEvent();
		return together ? Arrays.asList(statement.source(), statement.kind(), statement.headings(), statement.lead())
				: List.of(statement.id());
	}

}
