package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of Markdown on its way from what a site generator reads to what everybody reads.
 *
 * @param text the line
 * @param origin the line of the body that it came from, from 0
 * @param depth in how many boxes it stands
 */
record SiteLine(String text, int origin, int depth) {

	/** What the author has hidden from every reader, code set out in tags included. */
	private static final Pattern HIDDEN = Pattern.compile("""
			(?s)\\{%-?\\s*comment\\b.*?%}.*?\\{%-?\\s*endcomment\\b.*?%}\
			|\\{%-?\\s*highlight\\b.*?%}.*?\\{%-?\\s*endhighlight\\b.*?%}\
			|\\{#\\s.*?#}|\\{\\{-?\\s*/\\*.*?\\*/\\s*-?}}|\\{\\s*/\\*.*?\\*/\\s*}|<%(?:#|--).*?%>|<!--.*?-->\
			|<(script|style)\\b.*?</\\1>|\\{%-?\\s*(?:end)?raw\\s*-?%}|(?m:^%\\s[^\\n]*)""");

	private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```+|~~~+).*");

	SiteLine(String text, int origin) {
		this(text, origin, 0);
	}

	SiteLine with(String words) {
		return new SiteLine(words, this.origin, this.depth);
	}

	boolean isBlank() {
		return this.text.isBlank();
	}

	/** Whether it opens or shuts a block of code. */
	boolean isFence() {
		return FENCE.matcher(this.text).matches();
	}

	/** How many spaces stand before its first word; a tab counts as four. */
	int indent() {
		int spaces = 0;
		for (int i = 0; i < this.text.length(); i++) {
			switch (this.text.charAt(i)) {
				case ' ' -> spaces++;
				case '\t' -> spaces += 4;
				default -> {
					return spaces;
				}
			}
		}
		return spaces;
	}

	/** The line with at most so many spaces fewer before it. */
	String outdented(int spaces) {
		var line = this.text;
		int left = spaces;
		while (left > 0 && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
			left -= (line.charAt(0) == '\t') ? 4 : 1;
			line = line.substring(1);
		}
		return line;
	}

	/** The lines of a body without comments; what follows keeps its number. */
	static List<SiteLine> of(String body) {
		var shown = HIDDEN.matcher(body).replaceAll((found) -> found.group().replaceAll("[^\n]", ""));
		var lines = new ArrayList<SiteLine>();
		for (var line : shown.split("\n", -1)) {
			lines.add(new SiteLine(line, lines.size()));
		}
		return lines;
	}

}
