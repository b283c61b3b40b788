package org.signpost.importing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jsoup.nodes.Element;
import org.signpost.language.Figure;
import org.signpost.language.Figures;

/** Finds the heads of tables that mark none. */
final class Tables {

	private static final Set<Figure.Kind> VALUES = Set.of(Figure.Kind.MONEY, Figure.Kind.PERCENT, Figure.Kind.TIME,
			Figure.Kind.TELEPHONE);

	private Tables() {
	}

	/**
	 * In formats that know no heads the first row is it, as people write tables, unless
	 * it states an amount; so are rows that its cells reach down to or that part them.
	 */
	static void headByFirstRow(Element html) {
		for (var table : html.select("table")) {
			var rows = rows(table);
			if (!table.select("th").isEmpty() || rows.size() < 2 || rows.getFirst().select("> td").size() < 2
					|| states(rows.getFirst())) {
				continue;
			}
			int heads = 1;
			for (var cell : rows.getFirst().select("> td")) {
				if (cell.attr("rowspan").matches("[2-9]") || cell.attr("colspan").matches("[2-9]\\d?")) {
					heads = 2;
				}
			}
			if (heads == 2 && (rows.size() < 3 || states(rows.get(1)))) {
				heads = 1;
			}
			rows.subList(0, heads).forEach(Tables::makeHead);
		}
	}

	/**
	 * On web pages a first row is the head where all that it says is in bold, or where it
	 * has words and the rows under it figures.
	 */
	static void headByLooks(Element html) {
		for (var table : html.select("table")) {
			var rows = rows(table);
			if (table.select("th").isEmpty() && rows.size() > 1 && rows.getFirst().select("> td").size() > 1
					&& ((rows.getFirst().select("> td").stream().allMatch(Tables::isBold) && !isBold(rows.get(1)))
							|| isOverFigures(rows))) {
				makeHead(rows.getFirst());
			}
		}
	}

	/** Two columns without an empty corner rather name a thing and what is said of it. */
	private static boolean isOverFigures(List<Element> rows) {
		var heads = rows.getFirst().select("> td");
		if (rows.size() < 3 || heads.text().matches(".*\\d.*") || (heads.size() < 3 && heads.getFirst().hasText())) {
			return false;
		}
		return IntStream.range(1, heads.size())
			.anyMatch((column) -> rows.stream()
				.skip(1)
				.map((row) -> row.select("> td"))
				.allMatch((cells) -> cells.size() == heads.size() && cells.get(column).text().matches(".*\\d.*")));
	}

	private static List<Element> rows(Element table) {
		return table.select("tr").stream().filter((row) -> table.equals(row.closest("table"))).toList();
	}

	private static void makeHead(Element row) {
		row.select("> td").forEach((cell) -> cell.tagName("th"));
	}

	private static boolean isBold(Element cell) {
		return cell.text().isBlank() || cell.select("strong, b").text().equals(cell.text());
	}

	private static boolean states(Element row) {
		return row.select("> td")
			.stream()
			.skip(1)
			.anyMatch((cell) -> Figures.in(cell.text()).stream().anyMatch((figure) -> VALUES.contains(figure.kind())));
	}

}
