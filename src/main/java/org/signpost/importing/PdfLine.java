package org.signpost.importing;

import java.util.Comparator;
import java.util.List;

/**
 * A line of a page.
 *
 * @param pieces what stands in it, from left to right, parted by wide gaps
 * @param page from 1
 */
record PdfLine(List<Piece> pieces, int page) {

	PdfLine {
		pieces = List.copyOf(pieces);
	}

	String text() {
		return PdfDocument.text(this.pieces);
	}

	/**
	 * The size of its type, in points, rounded to halves: that of most of its letters.
	 */
	double size() {
		return this.pieces.stream().max(Comparator.comparingInt((piece) -> piece.text().length())).orElseThrow().size();
	}

	/** How far it stands from the top of the page, in points. */
	double y() {
		return this.pieces.getFirst().y();
	}

	boolean bold() {
		return this.pieces.stream().allMatch(Piece::bold);
	}

	double left() {
		return this.pieces.getFirst().left();
	}

	double right() {
		return this.pieces.getLast().right();
	}

	/** What pages share, whatever their number. */
	String key() {
		return text().replaceAll("\\d+", "#");
	}

	PdfLine with(List<Piece> some) {
		return new PdfLine(some, this.page);
	}

	/**
	 * Words without a wide gap between them.
	 *
	 * @param text the words
	 * @param left where it begins, in points from the left of the page
	 * @param right where it ends
	 * @param y how far it stands from the top of the page
	 * @param size of its type, in points
	 * @param bold whether all of it is set in bold
	 */
	record Piece(String text, double left, double right, double y, double size, boolean bold) {

	}

}
