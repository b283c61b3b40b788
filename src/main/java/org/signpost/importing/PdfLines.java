package org.signpost.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.signpost.importing.PdfLine.Piece;

/** Takes the lines of a PDF with where their words stand. For one document. */
final class PdfLines extends PDFTextStripper {

	/** So many spaces are no space between words. */
	private static final double WIDE = 3;

	/** Type so much smaller than that beside it is that of a note's mark. */
	private static final double RAISED = 0.8;

	private final List<PdfLine> lines = new ArrayList<>();

	private final List<Piece> words = new ArrayList<>();

	private double space;

	PdfLines() {
		setSortByPosition(true);
	}

	/** The lines of all pages from top to bottom. */
	List<PdfLine> of(PDDocument document) throws IOException {
		getText(document);
		return this.lines;
	}

	@Override
	protected void writeString(String text, List<TextPosition> positions) {
		var largest = positions.stream().mapToDouble(PdfLines::size).max().orElse(0);
		int end = positions.size();
		while (end > 1 && size(positions.get(end - 1)) <= RAISED * largest
				&& isMark(positions.get(end - 1).getUnicode())) {
			end--;
		}
		var last = positions.get(end - 1);
		var shown = (end == positions.size()) ? text
				: String.join("", positions.subList(0, end).stream().map(TextPosition::getUnicode).toList());
		this.words.add(new Piece(shown.replaceAll("\\s+", " ").strip(), positions.getFirst().getXDirAdj(),
				last.getXDirAdj() + last.getWidthDirAdj(), last.getYDirAdj(), largest,
				positions.stream().allMatch(PdfLines::isBold)));
		this.space = positions.getFirst().getWidthOfSpace();
	}

	private static double size(TextPosition position) {
		return Math.round(2 * position.getFontSizeInPt()) / 2.0;
	}

	private static boolean isBold(TextPosition position) {
		var name = (position.getFont() != null) ? position.getFont().getName() : null;
		return name != null && name.toLowerCase(Locale.ROOT).matches(".*(?:bold|black|heavy|semibold).*");
	}

	private static boolean isMark(String text) {
		return text.matches("[\\d*†‡]+");
	}

	@Override
	protected void writeLineSeparator() {
		end();
	}

	@Override
	protected void endPage(PDPage page) {
		end();
	}

	private void end() {
		var pieces = new ArrayList<Piece>();
		var largest = this.words.stream().mapToDouble(Piece::size).max().orElse(0);
		for (var word : this.words) {
			if (word.text().isEmpty() || (isMark(word.text()) && word.size() <= RAISED * largest)) {
				continue;
			}
			var before = pieces.isEmpty() ? null : pieces.getLast();
			if (before != null && word.left() - before.right() <= WIDE * this.space) {
				pieces.set(pieces.size() - 1,
						new Piece(before.text() + " " + word.text(), before.left(), word.right(), before.y(),
								(before.text().length() < word.text().length()) ? word.size() : before.size(),
								before.bold() && word.bold()));
			}
			else {
				pieces.add(word);
			}
		}
		if (!pieces.isEmpty()) {
			this.lines.add(new PdfLine(pieces, getCurrentPageNo()));
		}
		this.words.clear();
	}

}
