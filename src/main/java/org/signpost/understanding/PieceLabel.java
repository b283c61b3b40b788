package org.signpost.understanding;

/** What a word does in a message: it begins a piece or goes on with one. */
enum PieceLabel {

	ASKS(true, true), ASKING(true, false), TELLS(false, true), TELLING(false, false);

	private final boolean asks;

	private final boolean begins;

	PieceLabel(boolean asks, boolean begins) {
		this.asks = asks;
		this.begins = begins;
	}

	static PieceLabel of(boolean asks, boolean begins) {
		return asks ? (begins ? ASKS : ASKING) : (begins ? TELLS : TELLING);
	}

	/** Whether its piece asks something. */
	boolean asks() {
		return this.asks;
	}

	/** Whether it begins the piece. */
	boolean begins() {
		return this.begins;
	}

}
