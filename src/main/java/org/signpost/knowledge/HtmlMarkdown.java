package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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
			"head", "del", "s", "strike");

	/** How a line begins that its author has numbered or dotted by hand. */
	private static final Pattern BULLET = Pattern.compile("[•·●▪◦‣∙‧○■□➢✓✔\uF0B7\uF0A7]\\s*(\\S.*)|[-–*]\\s+(\\S.*)");

	private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)]\\s+\\S.*");

	/**
	 * The level below all headings: a fold's, where it is not known what it stands under.
	 */
	private static final int LAST = 6;

	/** Marks the heading that a summary has become. */
	private static final String FOLDED = "signpost-folded";

	private final StringBuilder out = new StringBuilder();

	/** The level of the last heading. */
	private int level;

	/** Whether what follows the text that is written is not known. */
	private final boolean fragment;

	private boolean listed;

	private HtmlMarkdown(int level, boolean fragment) {
		this.level = level;
		this.fragment = fragment;
	}

	/** A fragment as Markdown. */
	static String of(String html) {
		// a fold that is not shut goes on in what follows the fragment
		var shut = html.split("(?i)</details>", -1).length >= html.split("(?i)<details", -1).length;
		return new HtmlMarkdown(LAST - 1, shut).written(Jsoup.parseBodyFragment(html).body());
	}

	/** An element with what it holds as Markdown. */
	public static String of(Element element) {
		return new HtmlMarkdown(1, false).written(element);
	}

	private String written(Element element) {
		blocks(element, "");
		return this.out.toString().replaceAll("\n{3,}", "\n\n").strip();
	}

	private void blocks(Element parent, String indent) {
		var words = new StringBuilder();
		var bold = true;
		for (var node : parent.childNodes()) {
			if (node instanceof Element element && holdsBlocks(element)) {
				inline(words, bold, indent);
				bold = true;
				block(element, indent);
			}
			else {
				bold &= (node instanceof Element element && element.is("strong, b"))
						|| (node instanceof TextNode text && text.isBlank());
				words(node, words);
			}
		}
		paragraph(words, indent);
	}

	/** What is all in bold before a block may be its heading. */
	private void inline(StringBuilder words, boolean bold, String indent) {
		if (bold && !words.toString().isBlank()) {
			line(indent + "**" + clean(words.toString()) + "**");
			words.setLength(0);
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
			case "h1", "h2", "h3", "h4", "h5", "h6" -> {
				if (!element.hasClass(FOLDED)) {
					this.level = name.charAt(1) - '0';
				}
				heading(name.charAt(1) - '0', text(element), indent);
			}
			case "details" -> fold(element, indent);
			case "blockquote" -> {
				if (element.select("h1, h2, h3, h4, h5, h6, details").isEmpty()) {
					blocks(element, indent);
				}
				else {
					quote(element, indent);
				}
			}
			case "summary", "legend" -> paragraph(new StringBuilder(text(element)), indent);
			case "caption" -> {
				// introduces the table
			}
			case "ul", "ol", "menu" -> {
				element.children().forEach((item) -> item(item, indent));
				this.out.append('\n');
			}
			case "li" -> item(element, indent);
			case "dl" -> definitions(element, indent);
			case "table" -> table(element, indent);
			default -> {
				if (isBold(element)) {
					line(indent + "**" + text(element) + "**");
				}
				else {
					blocks(element, indent);
				}
			}
		}
	}

	/** A paragraph all in bold may be a heading, which is told by what it stands over. */
	private static boolean isBold(Element element) {
		return element.normalName().matches("p|div") && element.hasText() && element.select("br").isEmpty()
				&& element.children().stream().noneMatch(HtmlMarkdown::holdsBlocks)
				&& element.select(":matchesOwn(\\S)").stream().allMatch((each) -> each.closest("strong, b, u") != null);
	}

	private void heading(int level, String text, String indent) {
		if (!text.isEmpty()) {
			line(indent + "#".repeat(level) + " " + text);
		}
	}

	/**
	 * What can be folded up is headed by its summary, and set as a quotation where it
	 * would else head what follows, too.
	 */
	private void fold(Element details, String indent) {
		var summary = details.selectFirst("> summary");
		if (summary == null) {
			blocks(details, indent);
			return;
		}
		var shown = details.clone();
		shown.select("> summary").remove();
		shown.tagName("div");
		shown.prependElement("h" + Math.min(LAST, this.level + 1)).addClass(FOLDED).html(summary.html());
		if (this.fragment || goesOnAfter(details)) {
			quote(shown, indent);
		}
		else {
			blocks(shown, indent);
		}
	}

	/** Whether text that is no heading or fold follows an element. */
	private static boolean goesOnAfter(Element element) {
		for (Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
			for (var next = at.nextSibling(); next != null; next = next.nextSibling()) {
				if (next instanceof TextNode text && !text.isBlank()) {
					return true;
				}
				if (next instanceof Element more && more.hasText() && !isFold(more)) {
					return !beginsByHeading(more);
				}
			}
		}
		return false;
	}

	/** Folds stand side by side, perhaps each in an element of its own. */
	private static boolean isFold(Element element) {
		return element.normalName().equals("details") || (!element.select("details").isEmpty()
				&& element.selectStream(":matchesOwn(\\S)").allMatch((each) -> each.closest("details") != null));
	}

	private static boolean beginsByHeading(Element element) {
		var first = element;
		while (!first.normalName().matches("h[1-6]")) {
			var inner = first.children().stream().filter(Element::hasText).findFirst().orElse(null);
			if (inner == null || !first.ownText().isBlank()) {
				return false;
			}
			first = inner;
		}
		return true;
	}

	private void quote(Element element, String indent) {
		var inner = new HtmlMarkdown(this.level, false);
		inner.blocks(element, "");
		var text = inner.out.toString().replaceAll("\n{3,}", "\n\n").strip();
		if (!text.isEmpty()) {
			this.out.append('\n');
			text.lines().forEach((line) -> this.out.append(indent).append("> ").append(line).append('\n'));
			this.out.append('\n');
		}
	}

	private void line(String text) {
		if (!text.isBlank()) {
			this.out.append('\n').append(text).append("\n\n");
		}
	}

	/**
	 * A paragraph, which is a list where its author has dotted its lines, or where lines
	 * that were broken by hand stand under one that introduces them.
	 */
	private void paragraph(StringBuilder words, String indent) {
		var lines = words.toString().lines().map(HtmlMarkdown::clean).filter((line) -> !line.isEmpty()).toList();
		words.setLength(0);
		var introduced = lines.size() > 2 && lines.getFirst().endsWith(":");
		var run = new StringBuilder();
		for (int i = 0; i < lines.size(); i++) {
			var bullet = BULLET.matcher(lines.get(i));
			if (bullet.matches()) {
				text(run, indent);
				listItem((bullet.group(1) != null) ? bullet.group(1) : bullet.group(2), indent);
			}
			else if (introduced && i > 0) {
				listItem(lines.get(i), indent);
			}
			else {
				run.append(run.isEmpty() ? "" : " ").append(lines.get(i));
				if (introduced) {
					text(run, indent);
				}
			}
		}
		text(run, indent);
	}

	private void text(StringBuilder run, String indent) {
		if (!run.isEmpty()) {
			var text = run.toString();
			this.out.append(indent).append(NUMBERED.matcher(text).matches() ? text : escapeStart(text)).append("\n\n");
			this.listed = false;
			run.setLength(0);
		}
	}

	/** The items of one list follow one another without an empty line. */
	private void listItem(String text, String indent) {
		var end = this.out.length();
		if (this.listed && end > 1 && this.out.charAt(end - 1) == '\n' && this.out.charAt(end - 2) == '\n') {
			this.out.setLength(end - 1);
		}
		this.out.append(indent).append("- ").append(text).append("\n\n");
		this.listed = true;
	}

	/** An item's words on one line, blocks within it under it. */
	private void item(Element item, String indent) {
		var inner = new HtmlMarkdown(this.level, false);
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
		var rows = rows(table);
		if (isLayout(table, rows)) {
			rows.forEach((row) -> row.select("> th, > td").forEach((cell) -> blocks(cell, indent)));
			return;
		}
		var caption = table.selectFirst("> caption");
		var grid = grid(rows);
		if (caption != null && !text(caption).isEmpty()) {
			paragraph(new StringBuilder(text(caption).replaceAll("[.:]$", "") + (grid.isEmpty() ? "" : ":")), indent);
		}
		if (rows.stream().allMatch(HtmlMarkdown::isNameAndValue)) {
			pairs(rows, indent);
			return;
		}
		var width = grid.stream().mapToInt(List::size).max().orElse(0);
		for (int i = 0; i < grid.size(); i++) {
			var row = new ArrayList<>(grid.get(i));
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

	private static List<Element> rows(Element table) {
		return table.select("tr")
			.stream()
			.filter((row) -> table.equals(row.closest("table")) && !row.select("> th, > td").isEmpty())
			.toList();
	}

	/** Whether a table only sets things side by side: it holds headings, or one row. */
	private static boolean isLayout(Element table, List<Element> rows) {
		var role = table.attr("role");
		if (role.equals("presentation") || role.equals("none")
				|| !table.select("td h1, td h2, td h3, td h4, td h5, td h6, td table, td details").isEmpty()) {
			return true;
		}
		return rows.size() == 1 || rows.stream().allMatch((row) -> row.select("> th, > td").size() == 1);
	}

	private static boolean isNameAndValue(Element row) {
		var cells = row.select("> th, > td");
		return cells.size() == 2 && cells.get(1).normalName().equals("td")
				&& cells.stream().noneMatch((cell) -> span(cell, "colspan") > 1 || span(cell, "rowspan") > 1);
	}

	private void pairs(List<Element> rows, String indent) {
		this.out.append('\n');
		rows.forEach((row) -> {
			var name = cellText(row.child(0)).replaceAll("\\s*:$", "");
			var value = cellText(row.child(1));
			if (!name.isEmpty() || !value.isEmpty()) {
				this.out.append(indent)
					.append("- ")
					.append(name.isEmpty() || value.isEmpty() ? name + value : name + ": " + value)
					.append('\n');
			}
		});
		this.out.append('\n');
	}

	/**
	 * The cells of a table, each in every place it spans; several rows of heads in one,
	 * an empty one where it has none.
	 */
	private static List<List<String>> grid(List<Element> trs) {
		var rows = new ArrayList<List<String>>();
		var spans = new ArrayList<int[]>(); // of each column: rows still to fill
		var spanned = new ArrayList<String>();
		int heads = 0;
		for (var tr : trs) {
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
			if (isOfHeads(tr) && heads == rows.size()) {
				heads++;
			}
			rows.add(row);
		}
		if (!rows.isEmpty() && heads == 0) {
			rows.addFirst(new ArrayList<>(java.util.Collections.nCopies(rows.getFirst().size(), "")));
		}
		for (; heads > 1 && rows.size() > 1; heads--) {
			rows.set(0, joined(rows.getFirst(), rows.remove(1)));
		}
		return rows;
	}

	private static boolean isOfHeads(Element row) {
		return row.closest("thead") != null || row.select("> td").isEmpty();
	}

	/** A head that spans others is said before each of them. */
	private static List<String> joined(List<String> above, List<String> below) {
		var heads = new ArrayList<String>();
		for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
			var first = (i < above.size()) ? above.get(i) : "";
			var second = (i < below.size()) ? below.get(i) : "";
			heads.add((first.equals(second) || second.isEmpty()) ? first
					: first.isEmpty() ? second : first + ", " + second);
		}
		return heads;
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
