package org.signpost.understanding;

/** What a word of a message shows of whether a piece begins with it. */
final class PieceFeatures {

	private PieceFeatures() {
	}

	/**
	 * The words and marks around a word, the closed classes that they belong to, and what
	 * the piece so far is like.
	 */
	static String[] of(MarkedWord[] words, int i, String[] labels) {
		var before = (i == 0) ? "^" : labels[i - 1];
		int start = i;
		while (start > 0 && !PieceLabel.valueOf(labels[start - 1]).begins()) {
			start--;
		}
		start = Math.max(0, start - 1);
		int since = i - start;
		var length = (since < 2) ? since : (since < 5) ? 3 : (since < 9) ? 4 : 5;
		var asked = false;
		for (int k = start; k < i; k++) {
			asked |= words[k].kind() == 'q' || words[k].kind() == 'v';
		}
		var mark = mark(words, i - 1);
		var ends = ends(words, i);
		var own = word(words, i);
		var next = word(words, i + 1);
		var kinds = "" + kind(words, i) + kind(words, i + 1) + kind(words, i + 2);
		var state = before + asked;
		return new String[] { "bias", "w=" + own, "w-=" + word(words, i - 1), "w--=" + word(words, i - 2), "w+=" + next,
				"w++=" + word(words, i + 2), "w+++=" + word(words, i + 3), "m-=" + mark, "m=" + mark(words, i),
				"2-=" + word(words, i - 1) + " " + own, "2=" + own + " " + next,
				"3=" + own + " " + next + " " + word(words, i + 2), "l=" + before, "lw=" + state + own,
				"lm=" + state + mark, "lmw=" + state + mark + own, "lm2=" + state + mark + own + " " + next,
				"le=" + state + ends, "lme=" + state + mark + ends, "ln=" + before + length,
				"lnm=" + before + length + mark, "k=" + kinds, "lk=" + state + kinds, "lmk=" + state + mark + kinds,
				"lkk=" + state + kinds + kind(words, i + 3), "lk-=" + state + kind(words, i - 1) + kinds,
				"lwk=" + state + own + kind(words, i + 1) + kind(words, i + 2),
				"lmwk=" + state + mark + own + kind(words, i + 1) + kind(words, i + 2) };
	}

	private static char kind(MarkedWord[] words, int i) {
		return (i < 0) ? '^' : (i >= words.length) ? '$' : words[i].kind();
	}

	private static String word(MarkedWord[] words, int i) {
		return (i < 0) ? "^" : (i >= words.length) ? "$" : words[i].letters();
	}

	private static String mark(MarkedWord[] words, int i) {
		return (i < 0) ? "^" : words[i].mark();
	}

	/** How the sentence ends that a word is in. */
	private static String ends(MarkedWord[] words, int i) {
		for (int k = i; k < words.length; k++) {
			if (".?!".contains(words[k].mark()) && !words[k].mark().isEmpty()) {
				return words[k].mark();
			}
		}
		return "$";
	}

}
