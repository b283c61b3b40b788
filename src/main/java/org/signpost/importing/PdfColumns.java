package org.signpost.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.signpost.importing.PdfLine.Piece;

/**
 * Puts the lines of pages of two columns in the order in which they are read. Columns
 * have a gap that nearly no line of the page crosses, and lines that fill them; the cells
 * of a table do not.
 */
final class PdfColumns {

	private static final int FEWEST = 6;

	/** How full lines of text are, on the whole, of what their column is wide. */
	private static final double FULL = 0.55;

	/** Of all lines that may go over the gap, such as a heading over both columns. */
	private static final double CROSSING = 0.25;

	private PdfColumns() {
	}

	static List<PdfLine> inReadingOrder(List<PdfLine> lines) {
		var pages = new ArrayList<List<PdfLine>>();
		int from = 0;
		for (int i = 1; i <= lines.size(); i++) {
			if (i == lines.size() || lines.get(i).page() != lines.get(from).page()) {
				pages.add(lines.subList(from, i));
				from = i;
			}
		}
		var gaps = pages.stream().map(PdfColumns::gap).toList();
		var usual = gaps.stream().filter((gap) -> gap > 0).findFirst().orElse(-1.0);
		var ordered = new ArrayList<PdfLine>();
		for (int i = 0; i < pages.size(); i++) {
			// a last page may be too short to tell
			var gap = (gaps.get(i) > 0) ? gaps.get(i) : usual;
			var parted = gap > 0 && crossing(pages.get(i), gap) <= CROSSING * pages.get(i).size();
			ordered.addAll(parted ? parted(pages.get(i), gap) : pages.get(i));
		}
		return ordered;
	}

	private static long crossing(List<PdfLine> lines, double gap) {
		return lines.stream().filter((line) -> crosses(line, gap)).count();
	}

	private static boolean crosses(PdfLine line, double gap) {
		return line.pieces().stream().anyMatch((piece) -> piece.left() < gap && piece.right() > gap);
	}

	/** The middle of the gap, negative where there is none. */
	private static double gap(List<PdfLine> lines) {
		var left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
		var right = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
		double best = -1;
		long fewest = Long.MAX_VALUE;
		for (double x = left + 0.35 * (right - left); x < left + 0.65 * (right - left); x += 2) {
			var at = x;
			var pieces = lines.stream().flatMap((line) -> line.pieces().stream()).toList();
			var before = pieces.stream().filter((piece) -> piece.right() <= at).toList();
			var after = pieces.stream().filter((piece) -> piece.left() >= at).toList();
			var over = crossing(lines, at);
			if (over < fewest && over <= CROSSING * lines.size() && before.size() >= FEWEST && after.size() >= FEWEST
					&& fills(before, at - left) && fills(after, right - at)) {
				fewest = over;
				best = at;
			}
		}
		return best;
	}

	private static boolean fills(List<Piece> pieces, double width) {
		return pieces.stream().mapToDouble((piece) -> piece.right() - piece.left()).average().orElse(0) >= FULL * width;
	}

	/** A line over both columns ends what is read of them before it. */
	private static List<PdfLine> parted(List<PdfLine> lines, double gap) {
		var ordered = new ArrayList<PdfLine>();
		var second = new ArrayList<PdfLine>();
		for (var line : lines) {
			if (crosses(line, gap)) {
				ordered.addAll(second);
				second.clear();
				ordered.add(line);
				continue;
			}
			add(line, (piece) -> piece.right() <= gap, ordered);
			add(line, (piece) -> piece.left() >= gap, second);
		}
		ordered.addAll(second);
		return ordered;
	}

	private static void add(PdfLine line, Predicate<Piece> side, List<PdfLine> into) {
		var pieces = line.pieces().stream().filter(side).toList();
		if (!pieces.isEmpty()) {
			into.add(line.with(pieces));
		}
	}

}
