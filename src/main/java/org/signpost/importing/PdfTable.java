package org.signpost.importing;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.signpost.importing.PdfLine.Piece;
import org.signpost.knowledge.HtmlMarkdown;

/**
 * A table told by where its words stand: lines of several pieces, each of which begins,
 * ends or is centred where those above it do.
 *
 * @param rows its cells, empty ones too
 * @param lines how many lines of the page it takes
 */
record PdfTable(List<List<String>> rows, int lines) {

	private static final int FEWEST = 3;

	/** So far apart pieces of one column may begin, in points. */
	private static final double NEAR = 12;

	/** The table that begins with a line, or null where none does. */
	static @Nullable PdfTable at(List<PdfLine> lines, int from) {
		var columns = lines.get(from).pieces();
		if (columns.size() < 2) {
			return null;
		}
		var rows = new ArrayList<List<String>>();
		int i = from;
		int whole = 0;
		for (; i < lines.size() && lines.get(i).page() == lines.get(from).page(); i++) {
			var line = lines.get(i);
			var cells = (i == from) ? columns.stream().map(Piece::text).toList() : cells(line, columns);
			if (cells == null || (i > from && far(lines.get(i - 1), line)) || (line.pieces().size() == 1
					&& (!goesOn(lines.get(i - 1), line) || !cells.getFirst().isEmpty()))) {
				break;
			}
			if (cells.getFirst().isEmpty() && !rows.isEmpty() && goesOn(lines.get(i - 1), line)) {
				rows.set(rows.size() - 1, joined(rows.getLast(), cells));
			}
			else {
				rows.add(cells);
				whole++;
			}
		}
		return (whole >= FEWEST) ? new PdfTable(rows, i - from) : null;
	}

	/** Each piece in the column it stands in, or null where one stands in none. */
	private static @Nullable List<String> cells(PdfLine line, List<Piece> columns) {
		var cells = new ArrayList<String>(columns.stream().map((column) -> "").toList());
		for (var piece : line.pieces()) {
			int column = 0;
			while (column < columns.size() && !isIn(piece, columns.get(column))) {
				column++;
			}
			if (column == columns.size() || !cells.get(column).isEmpty()) {
				return null;
			}
			cells.set(column, piece.text());
		}
		return cells;
	}

	private static boolean isIn(Piece piece, Piece column) {
		return Math.abs(piece.left() - column.left()) < NEAR || Math.abs(piece.right() - column.right()) < NEAR
				|| Math.abs(piece.left() + piece.right() - column.left() - column.right()) < NEAR;
	}

	/** A line further off than rows are is no row. */
	private static boolean far(PdfLine before, PdfLine line) {
		return line.y() < before.y() || line.y() - before.y() > 3.5 * line.size();
	}

	/** Lines of a cell stand closer than rows. */
	private static boolean goesOn(PdfLine before, PdfLine line) {
		return line.y() - before.y() <= 1.4 * line.size();
	}

	private static List<String> joined(List<String> row, List<String> more) {
		var cells = new ArrayList<String>();
		for (int i = 0; i < row.size(); i++) {
			cells.add((row.get(i) + " " + more.get(i)).strip());
		}
		return cells;
	}

	/** As Markdown, its first row as the head unless it states an amount. */
	List<String> markdown() {
		var html = Document.createShell("").body();
		var table = html.appendElement("table");
		this.rows.forEach((row) -> {
			var tr = table.appendElement("tr");
			row.forEach((cell) -> tr.appendElement("td").text(cell));
		});
		Tables.headByFirstRow(html);
		return HtmlMarkdown.of(html).lines().toList();
	}

}
