package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

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
			|-+8<-+.*|\\{!.*!}|<[A-Z][a-z]\\w*\\s[^>]*/>\
			|\\([\\w-]+\\)=|\\+\\+\\+(?:\\s.*)?""");

	/** Code between the head of a page and its text (MDX), up to an empty line. */
	private static final Pattern MODULE = Pattern.compile(
			"import\\s.+\\sfrom\\s.+|import\\s+['\"].+|import\\s+\\{[^}]*|export\\s+(?:default|const|let|var|function|class)\\s.+");

	private static final Pattern ATTRIBUTES = Pattern.compile(
			"\\s*\\{\\s*[:#.][^{}]*}\\s*$|(?<=[)\\]*_`\\w])\\{:?\\s*(?:[#.][\\w-]+|[\\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\\s}]+))(?:\\s+[^{}]*)?}");

	/** An address is never shown, so it may be anything. */
	private static final Pattern ADDRESS = Pattern
		.compile("(?<=])\\(\\s*(?:\\{%[^%]*%}|\\{\\{.*?}}|<%.*?%>)[^\\s()]*\\s*\\)");

	/** Marks of what was taken out, put in, put right and made to stand out. */
	private static final Map<Pattern, String> EDITED = new LinkedHashMap<>();

	static {
		EDITED.put(Pattern.compile("\\{cite[\\w:]*}`[^`]*`"), "");
		EDITED.put(Pattern.compile("\\{[a-z][\\w:-]*}`([^`<]*?)\\s*(?:<[^`>]*>)?`"), "$1");
		EDITED.put(Pattern.compile("\\{~~.*?~>(.*?)~~}"), "$1");
		EDITED.put(Pattern.compile("\\{--.*?--}|\\{>>.*?<<}|~~(?=\\S).+?(?<=\\S)~~"), "");
		EDITED.put(Pattern.compile("\\{\\+\\+(.*?)\\+\\+}|\\{==(.*?)==}"), "$1$2");
		EDITED.put(Pattern.compile("(?<![=\\w])==(?=[^\\s=])(.+?)(?<=[^\\s=])==(?![=\\w])"), "$1");
		EDITED.put(Pattern.compile("(?<![+\\w])\\+\\+([a-z0-9+-]+)\\+\\+(?![+\\w])"), "$1");
		EDITED.put(Pattern.compile("(?<=^|[\\s|(]):[a-z][a-z0-9_+-]{2,}:(?=$|[\\s|).,;!])"), "");
		EDITED.put(Pattern.compile("^(\\s*(?:[-*+]|\\d+[.)])\\s+)\\[[ xX]]\\s+"), "$1");
	}

	/** What a term means, on lines under it (Markdown Extra). */
	private static final Pattern DEFINITION = Pattern.compile("\\s{0,3}:\\s+(\\S.*)");

	/** A tag that says of itself that Markdown stands in it. */
	private static final Pattern HOLDS_MARKDOWN = Pattern
		.compile("\\s{0,3}<[a-zA-Z]+\\s[^>]*\\bmarkdown\\s*=\\s*[\"']?(?:1|block|span)[\"']?[^>]*>\\s*");

	private static final Pattern CONTENTS = Pattern.compile("\\{:\\s*toc\\b.*}");

	private static final Pattern PLAIN = Pattern.compile("\\s{0,3}[\\p{L}\\d*_`\"'(\\[].*");

	private static final Pattern ALERT = Pattern.compile("^(\\s*>\\s*)\\[![A-Za-z]+]\\s*$");

	private static final Pattern CALLOUT = Pattern.compile("^([\\^%])(?=\\S)(.*\\S)\\1$");

	private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]]+](?::\\s)?");

	private static final Pattern WIKI_LINK = Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]+)]]");

	/** What is left where a generator would have put a value. */
	private static final Pattern TOKEN = Pattern.compile(
			"\\$\\{[^}]*}|\\$[A-Za-z_][\\w.-]*\\$|\\{\\{.*?(?:}}|$)|\\{%.*?(?:%}|$)|<%.*?(?:%>|$)|%\\{\\w[^}]*}|\\{[A-Za-z_][\\w.-]*}|«[^»]*»|<<\\w+>>|}}|%}");

	private static final Pattern UNDER_HEAD = Pattern.compile("[\\s|:+=_–—-]*[-=–—]{1,}[\\s|:+=_–—-]*");

	private static final Pattern RULED_CELL = Pattern.compile("\\s*:?-+:?\\s*");

	/**
	 * Reads the body of a file. Lines of problems are given from the body's first as 0.
	 */
	static SiteMarkup read(String body, Notes notes) {
		return new Cleaning(SiteBoxes.read(SiteFootnotes.read(SiteLine.of(body))), notes).run();
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

		private final List<SiteLine> read;

		private final Notes notes;

		private final List<String> out = new ArrayList<>();

		private final List<Integer> origin = new ArrayList<>();

		/** What the lines that follow define. */
		private @Nullable String term;

		private int depth;

		Cleaning(List<SiteLine> read, Notes notes) {
			this.read = read;
			this.lines = read.stream().map(SiteLine::text).toArray(String[]::new);
			this.notes = notes;
		}

		SiteMarkup run() {
			var fenced = false;
			var code = false;
			var inTable = false;
			for (int i = 0; i < this.lines.length; i++) {
				var line = this.lines[i];
				this.depth = this.read.get(i).depth();
				if (this.read.get(i).isFence()) {
					fenced = !fenced;
				}
				else if (!fenced) {
					var bare = line.strip();
					code = MODULE.matcher(bare).matches() || (code && !bare.isEmpty());
					line = code ? module(bare, i) : defined(line(bare, line, i), i);
					var row = isRow(i, inTable);
					if (row && !inTable) {
						this.lines[i] = line;
						table(i);
						line = this.lines[i];
					}
					inTable = row;
				}
				add(line, i);
				if (HOLDS_MARKDOWN.matcher(line).matches()) {
					add("", i);
				}
			}
			return new SiteMarkup(String.join("\n", this.out), List.copyOf(this.origin));
		}

		private void add(String line, int at) {
			this.out.add("> ".repeat(this.depth) + line);
			this.origin.add(this.read.get(at).origin());
		}

		/** Code of several lines is told of once. */
		private String module(String bare, int at) {
			if (MODULE.matcher(bare).matches()) {
				warn(at, bare);
			}
			return "";
		}

		private void warn(int at, String left) {
			this.notes.warn(this.read.get(at).origin(),
					"\"%s\" is left by a site generator and not read; take it out or write what it stands for"
						.formatted(left));
		}

		/** A definition as an item that names its term; the line of the term goes. */
		private String defined(String line, int at) {
			var definition = DEFINITION.matcher(line);
			if (definition.matches()) {
				var begins = this.term == null;
				if (begins) {
					takeTerm();
				}
				if (this.term != null) {
					return "- " + this.term + ": " + definition.group(1);
				}
			}
			if (this.term != null && !line.isBlank()) {
				if (this.read.get(at).indent() < 2) {
					this.term = null;
				}
				else {
					return "  " + line.strip();
				}
			}
			return line;
		}

		private void takeTerm() {
			int last = this.out.size() - 1;
			if (last > 0 && isBlank(last)) {
				last--;
			}
			var quoted = "> ".repeat(this.depth);
			var before = (last >= 0 && this.out.get(last).startsWith(quoted))
					? this.out.get(last).substring(quoted.length()) : "";
			if (PLAIN.matcher(before).matches() && (last == 0 || isBlank(last - 1))) {
				this.term = before.strip();
				this.out.set(last, quoted);
			}
		}

		private boolean isBlank(int at) {
			return this.out.get(at).replace(">", "").isBlank();
		}

		private String line(String bare, String line, int at) {
			if (DIRECTIVE.matcher(bare).matches()) {
				warn(at, bare);
				if (CONTENTS.matcher(bare).matches() && !this.out.isEmpty()) {
					this.out.set(this.out.size() - 1, ""); // stands for the contents, too
				}
				return "";
			}
			var callout = CALLOUT.matcher(bare);
			var text = callout.matches() ? callout.group(2) : line;
			text = ALERT.matcher(text).replaceFirst("$1");
			text = ADDRESS.matcher(text).replaceAll("(#)");
			text = ATTRIBUTES.matcher(text).replaceAll("");
			for (var edit : EDITED.entrySet()) {
				text = edit.getKey().matcher(text).replaceAll(edit.getValue());
			}
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
			if (!this.out.isEmpty() && !isBlank(this.out.size() - 1)) {
				add("", at); // a table begins after an empty line
			}
			var columns = cells(this.lines[at]).size();
			var end = at + 1;
			while (end < this.lines.length && isRow(end, true)) {
				end++;
			}
			if (isRule(at + 1)) {
				var ruled = cells(this.lines[at + 1]);
				if (ruled.size() != columns || !ruled.stream().allMatch((cell) -> RULED_CELL.matcher(cell).matches())) {
					this.notes.warn(this.read.get(at + 1).origin(),
							"the line under the table's head does not rule its %d columns; read as if it did. Write |%s"
								.formatted(columns, " --- |".repeat(columns)));
					this.lines[at + 1] = "|" + " --- |".repeat(columns);
				}
			}
			else if (end > at + 1) {
				this.notes.warn(this.read.get(at).origin(),
						"the table has no line under its head; its first line is read as the head. Write |%s under it"
							.formatted(" --- |".repeat(columns)));
				ruleAfter(at, columns);
			}
			for (int row = at + 2; row < end; row++) {
				var many = cells(this.lines[row]).size();
				if (many > columns) {
					this.notes.warn(this.read.get(row).origin(),
							"the row has %d cells where the table's head has %d; the last is not read".formatted(many,
									columns));
				}
			}
		}

		/** The head and its rule come from one line. */
		private void ruleAfter(int at, int columns) {
			add(this.lines[at], at);
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
