package org.signpost.language;

/** How many slips of the pen lie between two words. */
public final class EditDistance {

	private EditDistance() {
	}

	/**
	 * Insertions, deletions, replacements and swaps of neighbours that turn one word into
	 * the other (optimal string alignment), or {@code limit + 1} when they are more.
	 */
	public static int between(String a, String b, int limit) {
		if (Math.abs(a.length() - b.length()) > limit) {
			return limit + 1;
		}
		var beforeLast = new int[b.length() + 1];
		var last = new int[b.length() + 1];
		var current = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			current[0] = i;
			int least = i;
			for (int j = 1; j <= b.length(); j++) {
				int cost = (a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1;
				current[j] = Math.min(Math.min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
				}
				least = Math.min(least, current[j]);
			}
			if (least > limit) {
				return limit + 1;
			}
			var spare = beforeLast;
			beforeLast = last;
			last = current;
			current = spare;
		}
		return Math.min(last[b.length()], limit + 1);
	}

}
