package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes CommonMark of the Markdown that site generators and people write: takes off
 * directives, attribute lists and includes, which no visitor may see, and mends tables
 * whose line under the head is missing or miscounted. What is taken off or mended is a
 * warning with its line. Milliseconds a file; no state.
 *
 * @param text the Markdown to parse
 * @param lines of each of its lines the line of the body that it came from, from 0
 */
record SiteMarkup(String text, List<Integer> lines) {

	/** Lines that mean something to a generator and nothing to a reader. */
	private static final Pattern DIRECTIVE = Pattern.compile("""
			:::.*|\\{%.*%}|\\{\\{.*}}|<%.*%>|\\{::?[^}]*}|\\[TOC]|\\[\\[_?TOC_?]]|\\$[A-Z]{1,3}|\\*\\[[^\\]]+]:.*\
			|import\\s.+\\sfrom\\s.+|import\\s+['"].+|export\\s+(?:default|const)\\s.+""");

	/** What a reader sees as a box or a tab, its content indented under it. */
	private static final Pattern BOX = Pattern.compile("(?:!!!|\\?\\?\\?\\+?)\\s+[\\w-]+.*|===!?\\s+\".*\"");

	private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{[:#.][^{}]*}\\s*$");

	private static final Pattern ALERT = Pattern.compile("^(\\s*>\\s*)\\[![A-Za-z]+]\\s*$");

	private static final Pattern CALLOUT = Pattern.compile("^([\\^%])(?=\\S)(.*\\S)\\1$");

	private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]]+](?::\\s)?");

	private static final Pattern WIKI_LINK = Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]+)]]");

	/** What is left where a generator would have put a value. */
	private static final Pattern TOKEN = Pattern.compile(
			"\\$\\{[^}]*}|\\$[A-Za-z_][\\w.-]*\\$|\\{\\{.*?(?:}}|$)|\\{%.*?(?:%}|$)|<%.*?(?:%>|$)|%\\{\\w[^}]*}|\\{[A-Za-z_][\\w.-]*}|«[^»]*»|<<\\w+>>|}}|%}");

	private static final Pattern UNDER_HEAD = Pattern.compile("[\\s|:+=_–—-]*[-=–—]{1,}[\\s|:+=_–—-]*");

	private static final Pattern RULED_CELL = Pattern.compile("\\s*:?-+:?\\s*");

	private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```+|~~~+).*");

	/**
	 * Reads the body of a file. Lines of problems are given from the body's first as 0.
	 */
	static SiteMarkup read(String body, Notes notes) {
		return new Cleaning(body.split("\n", -1), notes).run();
	}

	/** The first token in a text that no visitor may see, empty when there is none. */
	static String token(String text) {
		var matcher = TOKEN.matcher(text);
		return matcher.find() ? matcher.group() : "";
	}

	/** Where notes about lines go. */
	interface Notes {

		void warn(int line, String message);

	}

	private static final class Cleaning {

		private final String[] lines;

		private final Notes notes;

		private final List<String> out = new ArrayList<>();

		private final List<Integer> origin = new ArrayList<>();

		Cleaning(String[] lines, Notes notes) {
			this.lines = lines;
			this.notes = notes;
		}

		SiteMarkup run() {
			var fenced = false;
			var boxed = false;
			var inTable = false;
			for (int i = 0; i < this.lines.length; i++) {
				var line = this.lines[i];
				if (FENCE.matcher(line).matches()) {
					fenced = !fenced;
				}
				else if (!fenced) {
					var bare = line.strip();
					boxed = BOX.matcher(bare).matches() || (boxed && (bare.isEmpty() || line.matches("(?: {4}|\t).*")));
					if (boxed) {
						line = line.replaceFirst("^(?: {4}|\t)", "");
						bare = line.strip();
					}
					line = line(bare, line, i);
					var row = isRow(i, inTable);
					if (row && !inTable) {
						this.lines[i] = line;
						table(i);
						line = this.lines[i];
					}
					inTable = row;
				}
				this.out.add(line);
				this.origin.add(i);
			}
			return new SiteMarkup(String.join("\n", this.out), List.copyOf(this.origin));
		}

		private String line(String bare, String line, int at) {
			if (DIRECTIVE.matcher(bare).matches() || BOX.matcher(bare).matches()) {
				this.notes.warn(at,
						"\"%s\" is left by a site generator and not read; take it out or write what it stands for"
							.formatted(bare));
				return "";
			}
			var callout = CALLOUT.matcher(bare);
			var text = callout.matches() ? callout.group(2) : line;
			text = ALERT.matcher(text).replaceFirst("$1");
			text = ATTRIBUTES.matcher(text).replaceFirst("");
			text = FOOTNOTE.matcher(text).replaceAll("");
			return WIKI_LINK.matcher(text).replaceAll("$1");
		}

		/** A row has bars, and begins with one unless the line under it rules a table. */
		private boolean isRow(int at, boolean inTable) {
			return this.lines[at].contains("|")
					&& (inTable || this.lines[at].strip().startsWith("|") || isRule(at + 1));
		}

		private boolean isRule(int at) {
			return at < this.lines.length && this.lines[at].contains("|")
					&& UNDER_HEAD.matcher(this.lines[at]).matches();
		}

		/** Looks a table through whose head is the line at this index. */
		private void table(int at) {
			if (!this.out.isEmpty() && !this.out.getLast().isBlank()) {
				this.out.add(""); // a table begins after an empty line
				this.origin.add(at);
			}
			var columns = cells(this.lines[at]).size();
			var end = at + 1;
			while (end < this.lines.length && isRow(end, true)) {
				end++;
			}
			if (isRule(at + 1)) {
				var ruled = cells(this.lines[at + 1]);
				if (ruled.size() != columns || !ruled.stream().allMatch((cell) -> RULED_CELL.matcher(cell).matches())) {
					this.notes.warn(at + 1,
							"the line under the table's head does not rule its %d columns; read as if it did. Write |%s"
								.formatted(columns, " --- |".repeat(columns)));
					this.lines[at + 1] = "|" + " --- |".repeat(columns);
				}
			}
			else if (end > at + 1) {
				this.notes.warn(at,
						"the table has no line under its head; its first line is read as the head. Write |%s under it"
							.formatted(" --- |".repeat(columns)));
				ruleAfter(at, columns);
			}
			for (int row = at + 2; row < end; row++) {
				var many = cells(this.lines[row]).size();
				if (many > columns) {
					this.notes.warn(row, "the row has %d cells where the table's head has %d; the last is not read"
						.formatted(many, columns));
				}
			}
		}

		/** The head and its rule come from one line. */
		private void ruleAfter(int at, int columns) {
			this.out.add(this.lines[at]);
			this.origin.add(at);
			this.lines[at] = "|" + " --- |".repeat(columns);
		}

		private static List<String> cells(String row) {
			var bare = row.strip();
			bare = bare.startsWith("|") ? bare.substring(1) : bare;
			bare = (bare.endsWith("|") && !bare.endsWith("\\|")) ? bare.substring(0, bare.length() - 1) : bare;
			return List.of(bare.split("(?<!\\\\)\\|", -1));
		}

	}

}
