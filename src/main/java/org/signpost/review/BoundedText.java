package org.signpost.review;

/**
 * A text in which a pattern may look at so many characters and no more: some patterns
 * would try for hours, and whoever cancels an evaluation would wait for them. For one
 * thread.
 */
final class BoundedText implements CharSequence {

	/** A second or less; an answer has some hundred characters. */
	private static final int MOST = 20_000_000;

	private final String text;

	private int looked;

	BoundedText(String text) {
		this.text = text;
	}

	@Override
	public int length() {
		return this.text.length();
	}

	/**
	 * {@inheritDoc}
	 * @throws InvalidCaseException when that was too much
	 */
	@Override
	public char charAt(int index) {
		this.looked++;
		if (this.looked > MOST) {
			throw new InvalidCaseException("expect", "has a pattern that takes too long");
		}
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.substring(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
