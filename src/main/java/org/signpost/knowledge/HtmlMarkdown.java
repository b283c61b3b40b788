package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes HTML as the Markdown that a source is read from: headings, paragraphs, lists and
 * tables, cells that span several written into each. Links and emphasis leave their
 * words. Costs what parsing costs; no state.
 */
public final class HtmlMarkdown {

	private static final List<String> SILENT = List.of("script", "style", "noscript", "template", "svg", "img",
			"picture", "video", "audio", "iframe", "object", "canvas", "form", "button", "input", "select", "textarea",
			"head");

	private final StringBuilder out = new StringBuilder();

	private HtmlMarkdown() {
	}

	/** A fragment as Markdown. */
	static String of(String html) {
		return of(Jsoup.parseBodyFragment(html).body());
	}

	/** An element with what it holds as Markdown. */
	public static String of(Element element) {
		var writing = new HtmlMarkdown();
		writing.blocks(element, "");
		return writing.out.toString().replaceAll("\n{3,}", "\n\n").strip();
	}

	private void blocks(Element parent, String indent) {
		var words = new StringBuilder();
		for (var node : parent.childNodes()) {
			if (node instanceof Element element && holdsBlocks(element)) {
				paragraph(words, indent);
				block(element, indent);
			}
			else {
				words(node, words);
			}
		}
		paragraph(words, indent);
	}

	private static boolean holdsBlocks(Element element) {
		return element.isBlock() || element.children().stream().anyMatch(HtmlMarkdown::holdsBlocks);
	}

	private void block(Element element, String indent) {
		var name = element.normalName();
		if (SILENT.contains(name)) {
			return;
		}
		switch (name) {
			case "h1", "h2", "h3", "h4", "h5", "h6" ->
				line(indent + "#".repeat(name.charAt(1) - '0') + " " + text(element));
			case "summary", "legend", "caption" -> paragraph(new StringBuilder(text(element)), indent);
			case "ul", "ol", "menu" -> {
				element.children().forEach((item) -> item(item, indent));
				this.out.append('\n');
			}
			case "li" -> item(element, indent);
			case "dl" -> definitions(element, indent);
			case "table" -> table(element, indent);
			default -> blocks(element, indent);
		}
	}

	private void line(String text) {
		if (!text.isBlank()) {
			this.out.append('\n').append(text).append("\n\n");
		}
	}

	private void paragraph(StringBuilder words, String indent) {
		var text = clean(words.toString());
		if (!text.isEmpty()) {
			this.out.append(indent).append(escapeStart(text)).append("\n\n");
		}
		words.setLength(0);
	}

	/** An item's words on one line, blocks within it under it. */
	private void item(Element item, String indent) {
		var inner = new HtmlMarkdown();
		inner.blocks(item, "");
		var lines = inner.out.toString().strip().split("\n", -1);
		this.out.append(indent).append("- ").append(lines[0]).append('\n');
		for (int i = 1; i < lines.length; i++) {
			this.out.append(lines[i].isBlank() ? "" : indent + "  " + lines[i]).append('\n');
		}
	}

	private void definitions(Element list, String indent) {
		var term = "";
		for (var part : list.select("dt, dd")) {
			if (part.normalName().equals("dt")) {
				term = text(part).replaceAll("\\s*:$", "");
			}
			else {
				this.out.append(indent)
					.append("- ")
					.append(term.isEmpty() ? "" : term + ": ")
					.append(text(part))
					.append('\n');
			}
		}
		this.out.append('\n');
	}

	private void table(Element table, String indent) {
		var caption = table.selectFirst("caption");
		if (caption != null) {
			paragraph(new StringBuilder(text(caption)), indent);
		}
		var rows = grid(table);
		if (rows.isEmpty()) {
			return;
		}
		var width = rows.stream().mapToInt(List::size).max().orElse(0);
		for (int i = 0; i < rows.size(); i++) {
			var row = new ArrayList<>(rows.get(i));
			while (row.size() < width) {
				row.add("");
			}
			this.out.append(indent).append("| ").append(String.join(" | ", row)).append(" |\n");
			if (i == 0) {
				this.out.append(indent).append('|').append(" --- |".repeat(width)).append('\n');
			}
		}
		this.out.append('\n');
	}

	/**
	 * The cells of a table, each in every place it spans; an empty head where it has
	 * none.
	 */
	private static List<List<String>> grid(Element table) {
		var rows = new ArrayList<List<String>>();
		var spans = new ArrayList<int[]>(); // of each column: rows still to fill
		var spanned = new ArrayList<String>();
		for (var tr : table.select("tr")) {
			if (tr.closest("table") != table) {
				continue;
			}
			var row = new ArrayList<String>();
			for (var cell : tr.select("> th, > td")) {
				fill(row, spans, spanned);
				var text = cellText(cell);
				for (int n = 0; n < span(cell, "colspan"); n++) {
					while (spans.size() <= row.size()) {
						spans.add(new int[1]);
						spanned.add("");
					}
					spans.get(row.size())[0] = span(cell, "rowspan") - 1;
					spanned.set(row.size(), text);
					row.add(text);
				}
			}
			fill(row, spans, spanned);
			if (!row.isEmpty()) {
				if (rows.isEmpty() && tr.select("> td").size() > 1 && table.select("thead").isEmpty()) {
					rows.add(new ArrayList<>(java.util.Collections.nCopies(row.size(), "")));
				}
				rows.add(row);
			}
		}
		return rows;
	}

	private static void fill(List<String> row, List<int[]> spans, List<String> spanned) {
		while (row.size() < spans.size() && spans.get(row.size())[0] > 0) {
			spans.get(row.size())[0]--;
			row.add(spanned.get(row.size()));
		}
	}

	private static int span(Element cell, String name) {
		var value = cell.attr(name).strip();
		return value.matches("[1-9]\\d?") ? Integer.parseInt(value) : 1;
	}

	private static String cellText(Element cell) {
		var words = new StringBuilder();
		for (var node : cell.childNodes()) {
			words(node, words);
		}
		// what stands under one another in a cell are several things said
		return words.toString()
			.replaceAll("[ \t\u00a0]+", " ")
			.strip()
			.replaceAll("\\s*\n\\s*", "; ")
			.replaceAll("([:,;.]);", "$1")
			.replace("|", "\\|");
	}

	private static String text(Element element) {
		var words = new StringBuilder();
		for (var node : element.childNodes()) {
			words(node, words);
		}
		return clean(words.toString());
	}

	private static void words(Node node, StringBuilder into) {
		if (node instanceof TextNode text) {
			into.append(text.getWholeText().replaceAll("\\s+", " ").replaceAll("([\\\\`*_<\\[\\]])", "\\\\$1"));
		}
		else if (node instanceof Element element && !SILENT.contains(element.normalName())) {
			if (element.normalName().equals("br")) {
				into.append('\n');
				return;
			}
			var apart = element.isBlock();
			into.append(apart ? "\n" : "");
			element.childNodes().forEach((child) -> words(child, into));
			into.append(apart ? "\n" : "");
		}
	}

	private static String clean(String words) {
		return words.replaceAll("[\\s\u00a0]+", " ").strip();
	}

	/** What would begin a list or a heading where it only stands first. */
	private static String escapeStart(String text) {
		return text.matches("(?:[-+#>=|~]|\\d+[.)]\\s).*") ? escaped(text) : text;
	}

	private static String escaped(String text) {
		return Character.isDigit(text.charAt(0)) ? text.replaceFirst("([.)])", "\\\\$1") : "\\" + text;
	}

	/** Whether a text begins as HTML does. */
	static boolean looksLike(String text) {
		var start = text.stripLeading().toLowerCase(Locale.ROOT);
		return start.matches("(?s)</?[a-z!].*");
	}

}
