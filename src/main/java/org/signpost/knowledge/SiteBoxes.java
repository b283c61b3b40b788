package org.signpost.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells what stands in the boxes, tabs and folds of site generators, whose label belongs
 * to what they hold and to nothing after them: a tab "Wales" makes its content Welsh. The
 * content is set one quotation deeper under its label as a heading. No state between
 * files.
 */
final class SiteBoxes {

	/** What it holds is indented under it (Python-Markdown). */
	private static final Pattern INDENTED = Pattern
		.compile("\\s*(?:(?:!!!|\\?\\?\\?\\+?)\\s+[\\w -]+?|===[!+]?)(?:\\s+\"(?<label>.*)\")?\\s*");

	/** Shut by a line of colons (Docusaurus, VitePress, Pandoc, GOV.UK). */
	private static final Pattern COLONS = Pattern
		.compile("\\s*:{3,}\\s*(?:\\{[^}]*}|[\\w-]+)\\s*(?:\\[(?<label>[^\\]]+)]|(?<words>[^\\s:{].*?))?\\s*:*\\s*");

	/** A fence that holds no code but what its directive sets out (MyST). */
	private static final Pattern DIRECTIVE = Pattern
		.compile("\\s*(?<fence>`{3,}|~{3,}|:{3,})\\{[\\w:-]+}\\s*(?<label>\\S.*?)?\\s*");

	/** How a directive is to look. */
	private static final Pattern OPTION = Pattern.compile("\\s*:[\\w-]+:(?:\\s.*)?");

	private static final Pattern COLONS_END = Pattern.compile("\\s*:{3,}\\s*");

	/** A tag of a template, shut by one of its name (Hugo, Liquid, GitBook). */
	private static final Pattern TAG = Pattern
		.compile("\\s*(?:\\{\\{[<%]-?\\s*(?<short>[\\w-]+)\\b.*?[>%]}}|\\{%-?\\s*(?<liquid>[\\w-]+)\\b.*?%})\\s*");

	/** A component with what it holds after it, perhaps on its line (MDX). */
	private static final Pattern COMPONENT = Pattern.compile("\\s*<(?<name>[A-Z][\\w.]*)\\s[^>]*(?<!/)>(?<rest>.*)");

	private static final Pattern LABEL = Pattern
		.compile("\\b(?:title|label|name|heading|header|summary|question)\\s*=\\s*\\{?(?:\"([^\"]*)\"|'([^']*)')");

	private static final Pattern QUOTED = Pattern.compile("(?<![=\\w])[\"“]([^\"”]+)[\"”]");

	private final List<SiteLine> lines;

	private final List<SiteLine> out = new ArrayList<>();

	private final Deque<Box> open = new ArrayDeque<>();

	private SiteBoxes(List<SiteLine> lines) {
		this.lines = lines;
	}

	/** The lines with what stands in boxes set deeper. */
	static List<SiteLine> read(List<SiteLine> lines) {
		return new SiteBoxes(lines).run();
	}

	private List<SiteLine> run() {
		var fenced = false;
		for (int i = 0; i < this.lines.size(); i++) {
			var line = this.lines.get(i);
			shutByIndent(line);
			if (!fenced && (directive(line, i) || (line.isFence() && shuts(line)))) {
				while (i + 1 < this.lines.size() && OPTION.matcher(this.lines.get(i + 1).text()).matches()) {
					i++;
				}
				continue;
			}
			fenced ^= line.isFence();
			if (fenced || line.isFence() || (!opens(line, i) && !shuts(line))) {
				add(line, outdented(line));
			}
		}
		return this.out;
	}

	private void shutByIndent(SiteLine line) {
		while (!this.open.isEmpty() && this.open.peek().end == null && !line.isBlank()
				&& line.indent() < this.open.peek().indent) {
			shut(line);
		}
	}

	private void shut(SiteLine line) {
		this.open.pop();
		add(line, "");
	}

	private boolean shuts(SiteLine line) {
		if (this.open.isEmpty() || this.open.peek().end == null
				|| !this.open.peek().end.matcher(line.text()).matches()) {
			return false;
		}
		shut(line);
		return true;
	}

	private boolean directive(SiteLine line, int at) {
		var directive = DIRECTIVE.matcher(line.text());
		if (!directive.matches()) {
			return false;
		}
		var end = Pattern.compile("\\s*" + Pattern.quote(directive.group("fence")) + "\\s*");
		if (!isShutLater(at, end)) {
			return false;
		}
		open(line, directive.group("label"), -1, end);
		return true;
	}

	private boolean opens(SiteLine line, int at) {
		var indented = INDENTED.matcher(line.text());
		if (indented.matches()) {
			open(line, indented.group("label"), line.indent() + 4, null);
			return true;
		}
		var colons = COLONS.matcher(line.text());
		if (colons.matches() && isShutLater(at, COLONS_END)) {
			var label = labelOf(line.text());
			open(line, (label != null) ? label : first(colons, "label", "words"), -1, COLONS_END);
			return true;
		}
		var tag = TAG.matcher(line.text());
		if (tag.matches()) {
			var label = labelOf(line.text());
			var quoted = QUOTED.matcher(line.text());
			label = (label == null && quoted.find()) ? quoted.group(1) : label;
			var end = (tag.group("short") != null)
					? Pattern
						.compile("\\s*\\{\\{[<%]-?\\s*/\\s*" + Pattern.quote(tag.group("short")) + "\\s*-?[>%]}}\\s*")
					: Pattern.compile("\\s*\\{%-?\\s*end" + Pattern.quote(tag.group("liquid")) + "\\s*-?%}\\s*");
			if (label != null && isShutLater(at, end)) {
				open(line, holdsTag(at) ? null : label, -1, end);
				return true;
			}
		}
		return component(line, at);
	}

	private boolean component(SiteLine line, int at) {
		var component = COMPONENT.matcher(line.text());
		var label = component.matches() ? labelOf(line.text()) : null;
		if (label == null) {
			return false;
		}
		var shut = "</" + component.group("name") + ">";
		var rest = component.group("rest");
		if (rest.contains(shut)) {
			open(line, label, -1, COLONS_END);
			add(line, rest.substring(0, rest.indexOf(shut)));
			shut(line);
			return true;
		}
		var end = Pattern.compile("\\s*" + Pattern.quote(shut) + "\\s*");
		if (!isShutLater(at, end)) {
			return false;
		}
		open(line, label, -1, end);
		add(line, rest);
		return true;
	}

	/** The content is less far indented than a list within it would be. */
	private String outdented(SiteLine line) {
		var box = this.open.peek();
		if (box == null) {
			return line.text();
		}
		if (box.indent < 0 && !line.isBlank()) {
			box.indent = line.indent();
		}
		return line.outdented(box.indent);
	}

	private void open(SiteLine line, @Nullable String label, int indent, @Nullable Pattern end) {
		add(line, "");
		var shown = label != null && !label.isBlank();
		this.open.push(new Box(shown ? depth() + 1 : depth(), indent, end));
		if (shown) {
			add(line, "###### " + label);
			add(line, "");
		}
	}

	private int depth() {
		return this.open.isEmpty() ? 0 : this.open.peek().depth;
	}

	private void add(SiteLine line, String text) {
		this.out.add(new SiteLine(text, line.origin(), depth()));
	}

	private boolean isShutLater(int at, Pattern end) {
		return this.lines.subList(at + 1, this.lines.size())
			.stream()
			.anyMatch((line) -> end.matcher(line.text()).matches());
	}

	/** What holds nothing but further boxes names them for the generator only. */
	private boolean holdsTag(int at) {
		return this.lines.subList(at + 1, this.lines.size())
			.stream()
			.filter((line) -> !line.isBlank())
			.findFirst()
			.filter((line) -> TAG.matcher(line.text()).matches())
			.isPresent();
	}

	private static @Nullable String labelOf(String line) {
		var label = LABEL.matcher(line);
		if (!label.find()) {
			return null;
		}
		return (label.group(1) != null) ? label.group(1) : label.group(2);
	}

	private static @Nullable String first(Matcher matcher, String... names) {
		for (var name : names) {
			if (matcher.group(name) != null) {
				return matcher.group(name);
			}
		}
		return null;
	}

	/**
	 * A box that is open; how far its content is indented is known from its first line.
	 */
	private static final class Box {

		private final int depth;

		private int indent;

		private final @Nullable Pattern end;

		Box(int depth, int indent, @Nullable Pattern end) {
			this.depth = depth;
			this.indent = indent;
			this.end = end;
		}

	}

}
