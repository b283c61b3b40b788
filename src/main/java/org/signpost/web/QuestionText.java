package org.signpost.web;

/**
 * The words of a question as they may come from anywhere, made fit to be kept: no control
 * characters, no halves of characters, no white space around it.
 */
public final class QuestionText {

	/** Characters a question may have. */
	public static final int MAX_LENGTH = 500;

	private QuestionText() {
	}

	/** The tidy words, perhaps empty. */
	public static String tidy(String text) {
		var tidy = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
				tidy.append('\uFFFD');
			}
			else if (Character.isISOControl(character)) {
				tidy.append(' ');
			}
			else {
				tidy.appendCodePoint(character);
			}
		});
		return isBlank(tidy) ? "" : tidy.toString().strip();
	}

	/** Whether it is longer than we take. */
	public static boolean isTooLong(String text) {
		return text.codePointCount(0, text.length()) > MAX_LENGTH;
	}

	/** Also when there is nothing in it but characters that show nothing. */
	private static boolean isBlank(CharSequence text) {
		return text.codePoints()
			.allMatch((character) -> Character.isWhitespace(character) || Character.isSpaceChar(character)
					|| Character.getType(character) == Character.FORMAT);
	}

}
