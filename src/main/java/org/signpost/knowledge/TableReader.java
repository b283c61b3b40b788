package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/**
 * Reads a table as one would read it out. A row says with its heads what it is of; an
 * empty cell of it is said to be not stated, so that nobody takes its neighbour for it. A
 * column that only some rows have something in says which: nobody finds that in the rows.
 */
final class TableReader {

	/** A longer column is no answer in a small panel; its rows are found one by one. */
	private static final int LONGEST = 60;

	/** Of two rows one sees at a glance which has it. */
	private static final int FEW = 3;

	private static final Pattern NOTHING = Pattern.compile("(?i)[-–—\\s]*|no|nil|n/?a|none\\b.*|not\\b.*");

	private static final Pattern YES = Pattern.compile("(?i)yes|✓|✔|•");

	private final Set<Nation> lead;

	private final List<Said> said = new ArrayList<>();

	private final List<Row> rows = new ArrayList<>();

	private List<String> heads = List.of();

	private TableReader(Set<Nation> lead) {
		this.lead = lead;
	}

	/**
	 * Reads a table.
	 * @param table the table
	 * @param lead the nations of the line that introduces it, if it names any
	 * @param lines tells in which line of the file a row stands
	 */
	static List<Said> read(TableBlock table, Set<Nation> lead, ToIntFunction<Node> lines) {
		var reader = new TableReader(lead);
		for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
			for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
				if (part instanceof TableHead && row instanceof TableRow) {
					reader.heads = cells(row);
				}
				else if (part instanceof TableBody && row instanceof TableRow) {
					reader.row(cells(row), lines.applyAsInt(row));
				}
			}
		}
		reader.columns();
		return reader.said;
	}

	/** A column headed by a nation makes a statement of its own for each row. */
	private void row(List<String> cells, int line) {
		var shared = new ArrayList<Integer>();
		var byNation = new ArrayList<Integer>();
		for (int i = 0; i < Math.min(this.heads.size(), cells.size()); i++) {
			if (ofNation(i)) {
				if (!cells.get(i).isBlank()) {
					byNation.add(i);
				}
			}
			else if (!cells.get(i).isBlank() || isLeftOut(i, cells)) {
				shared.add(i);
			}
		}
		var nations = nations(cells);
		this.rows.add(new Row(cells, !nations.isEmpty(), line));
		if (nations.isEmpty()) {
			nations = this.lead;
		}
		if (byNation.isEmpty()) {
			if (!shared.isEmpty()) {
				this.said.add(new Said(Statement.Kind.ROW, read(cells, shared), nations, line));
			}
			return;
		}
		for (var column : byNation) {
			var columns = new ArrayList<>(shared);
			columns.add(column);
			columns.sort(null);
			var scope = NationScope.ofLabel(this.heads.get(column));
			this.said.add(new Said(Statement.Kind.ROW, read(cells, columns), (scope != null) ? scope : nations, line));
		}
	}

	private boolean ofNation(int column) {
		return column > 0 && NationScope.ofLabel(this.heads.get(column)) != null;
	}

	/** A row with nothing but its name is a heading within the table. */
	private boolean isLeftOut(int column, List<String> cells) {
		return column > 0 && !this.heads.get(column).isBlank() && !cells.getFirst().isBlank()
				&& cells.stream().skip(1).anyMatch((cell) -> !cell.isBlank());
	}

	private Set<Nation> nations(List<String> cells) {
		for (int i = 0; i < Math.min(this.heads.size(), cells.size()); i++) {
			if (i == 0 || this.heads.get(i).matches("(?i)nation|country|where|part of the UK")) {
				var scope = NationScope.ofLabel(cells.get(i));
				if (scope != null) {
					return scope;
				}
			}
		}
		return EnumSet.noneOf(Nation.class);
	}

	private String read(List<String> cells, List<Integer> columns) {
		return String.join("; ", columns.stream().map((column) -> {
			var head = this.heads.get(column);
			var value = cells.get(column).isBlank() ? "not stated" : cells.get(column);
			return head.isBlank() ? value : head + ": " + value;
		}).toList());
	}

	private void columns() {
		var named = !this.heads.isEmpty() && !this.heads.getFirst().isBlank()
				&& this.rows.stream().noneMatch((row) -> row.ofNation() || row.name().isBlank());
		if (named && this.rows.size() >= FEW) {
			IntStream.range(1, this.heads.size())
				.filter((column) -> !ofNation(column) && !this.heads.get(column).isBlank())
				.forEach(this::column);
		}
	}

	private void column(int column) {
		var having = this.rows.stream().filter((row) -> !NOTHING.matcher(row.cell(column)).matches()).toList();
		if (having.isEmpty() || having.size() == this.rows.size()) {
			return;
		}
		var head = this.heads.get(column);
		var text = "%s, by %s: ".formatted(head, inASentence(this.heads.getFirst()))
				+ String.join("; ", having.stream().map((row) -> {
					var value = row.cell(column);
					return YES.matcher(value).matches() ? row.name() : "%s (%s)".formatted(row.name(), value);
				}).toList());
		if (text.split("\\s+").length <= LONGEST) {
			var own = NationScope.ofStatement(head);
			this.said.add(new Said(Statement.Kind.COLUMN, text, own.isEmpty() ? this.lead : own,
					this.rows.getFirst().line()));
		}
	}

	private static String inASentence(String head) {
		return head.matches("\\p{Lu}\\p{Ll}.*") ? head.substring(0, 1).toLowerCase(Locale.ROOT) + head.substring(1)
				: head;
	}

	private static List<String> cells(Node row) {
		var cells = new ArrayList<String>();
		for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
			if (cell instanceof TableCell) {
				cells.add(PlainText.of(cell));
			}
		}
		return cells;
	}

	/**
	 * What a table says.
	 *
	 * @param kind a row or a column
	 * @param text the words
	 * @param nations the nations that row, column or lead name, none where none does
	 * @param line line in the file, from 1
	 */
	record Said(Statement.Kind kind, String text, Set<Nation> nations, int line) {

	}

	private record Row(List<String> cells, boolean ofNation, int line) {

		String name() {
			return cell(0);
		}

		String cell(int column) {
			return (column < this.cells.size()) ? this.cells.get(column).strip() : "";
		}

	}

}
