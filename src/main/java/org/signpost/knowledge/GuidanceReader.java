package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.signpost.language.Sentences;

/**
 * Reads one source from Markdown (CommonMark with GFM tables) into statements: each
 * sentence, list item, table row and, where it tells more, column, with the nations and
 * the date it is of. Mistakes name the file and line. Safe for many threads.
 */
final class GuidanceReader {

	private static final Set<String> KEYS = Set.of("title", "publisher", "url", "published", "checked", "nations",
			"standing");

	private final Parser parser = Parser.builder()
		.extensions(List.of(TablesExtension.create()))
		.includeSourceSpans(IncludeSourceSpans.BLOCKS)
		.build();

	private final Sentences sentences;

	GuidanceReader(Sentences sentences) {
		this.sentences = sentences;
	}

	/**
	 * Reads a source.
	 * @param id the file's name without {@code .md}
	 * @param text the whole file
	 * @param problems where mistakes go
	 */
	Source read(String id, String text, Problems problems) {
		var head = FrontMatter.read(text, problems);
		head.values().checkKeys(KEYS);
		var title = head.values().required("title");
		var url = head.values().text("url");
		if (url != null && !url.matches("https?://\\S+")) {
			problems.error(head.values().line("url"), "\"%s\" is no web address; write https://...".formatted(url));
		}
		var standing = head.values().text("standing");
		if (standing != null && !standing.equals("secondary")) {
			problems.error(head.values().line("standing"), "\"standing\" can only be \"secondary\"; else leave it out");
		}
		var published = head.partialDate("published");
		var nations = head.nations("nations");
		var anchors = Anchors.read(head.body(), head.bodyOffset(), problems);
		var body = SiteMarkup.read(anchors.text(),
				(line, message) -> problems.warning(head.bodyOffset() + line + 1, message));
		var reading = new Reading(id, nations, published, head.bodyOffset(), body.lines(), problems);
		reading.walk(this.parser.parse(body.text()), null);
		findTodos(text, problems);
		if (reading.statements.isEmpty()) {
			problems.warning(head.bodyOffset() + 1,
					"nothing is stated here; write sentences, lists or tables below the head");
		}
		return new Source(id, title, head.values().text("publisher"), url, published, head.date("checked"), nations,
				standing != null, reading.statements, anchors.values());
	}

	private static void findTodos(String text, Problems problems) {
		var lines = text.split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (lines[i].contains("TODO")) {
				problems.warning(i + 1, "a TODO is left: " + lines[i].strip());
			}
		}
	}

	/** One walk through a document; keeps the headings above the current line. */
	private final class Reading {

		private final String source;

		private final Set<Nation> nations;

		private final @Nullable PartialDate published;

		private final int offset;

		private final List<Integer> lines;

		private final Problems problems;

		private final List<Statement> statements = new ArrayList<>();

		private int columns;

		private final List<Level> headings = new ArrayList<>();

		/**
		 * The line of the HTML that is read, where what is walked was written as HTML.
		 */
		private @Nullable Integer html;

		Reading(String source, Set<Nation> nations, @Nullable PartialDate published, int offset, List<Integer> lines,
				Problems problems) {
			this.source = source;
			this.nations = nations;
			this.published = published;
			this.offset = offset;
			this.lines = lines;
			this.problems = problems;
		}

		/**
		 * Reads what a node holds.
		 * @param lead the line that introduces it, if any
		 * @return the line at its end that introduces what follows, if any
		 */
		@Nullable String walk(Node parent, @Nullable String lead) {
			var introduced = lead;
			for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
				switch (node) {
					case Heading heading -> {
						unused(introduced, node);
						open(heading);
						introduced = null;
					}
					case Paragraph paragraph -> introduced = paragraph(paragraph, introduced);
					case ListBlock list -> {
						items(list, introduced);
						introduced = null;
					}
					case TableBlock table -> {
						rows(table, introduced);
						introduced = null;
					}
					case BlockQuote quote -> introduced = walk(quote, introduced);
					case HtmlBlock first -> {
						var whole = new StringBuilder();
						var line = line(first);
						node = gather(first, whole);
						introduced = html(whole.toString(), line, introduced);
					}
					case IndentedCodeBlock code -> this.problems.warning(line(code),
							"lines indented by four spaces or more are code to Markdown and not read; take the spaces out");
					default -> {
						// code and rules state nothing
					}
				}
			}
			if (parent instanceof Document && this.html == null) {
				unused(introduced, parent.getLastChild());
			}
			return introduced;
		}

		/** The text of the blocks of HTML that an empty line parts; the last of them. */
		private static Node gather(HtmlBlock first, StringBuilder into) {
			Node last = first;
			into.append(first.getLiteral()).append('\n');
			for (var next = first.getNext(); next != null; next = next.getNext()) {
				if (next instanceof HtmlBlock html) {
					into.append(html.getLiteral()).append('\n');
				}
				else if (next instanceof IndentedCodeBlock code && HtmlMarkdown.looksLike(code.getLiteral())) {
					into.append(code.getLiteral()).append('\n');
				}
				else {
					break;
				}
				last = next;
			}
			return last;
		}

		private @Nullable String html(String html, int line, @Nullable String lead) {
			var outer = this.html;
			this.html = line;
			try {
				return walk(GuidanceReader.this.parser.parse(HtmlMarkdown.of(html)), lead);
			}
			finally {
				this.html = outer;
			}
		}

		private void unused(@Nullable String lead, @Nullable Node at) {
			if (lead != null) {
				this.problems.warning((at != null) ? line(at) : this.offset + 1,
						"\"%s\" introduces nothing that could be read, so it is left out".formatted(lead));
			}
		}

		private void open(Heading heading) {
			var words = PlainText.of(heading);
			var text = shown(words, line(heading));
			this.headings.removeIf((level) -> level.level >= heading.getLevel());
			if (text.isEmpty() && !words.isEmpty()) {
				return;
			}
			if (text.isEmpty()) {
				this.problems.error(line(heading), "this heading is empty; write a few words or take the line out");
				return;
			}
			this.headings.add(new Level(heading.getLevel(), text));
		}

		/** A heading without the tokens in it. */
		private String shown(String heading, int line) {
			var text = heading;
			for (var token = SiteMarkup.token(text); !token.isEmpty(); token = SiteMarkup.token(text)) {
				this.problems.warning(line,
						"the heading's \"%s\" is left by a site generator and not shown; write what it stands for"
							.formatted(token));
				text = text.replace(token, "").replaceAll("\\s+", " ").strip();
			}
			return text;
		}

		/** The last sentence when it introduces what follows, else null. */
		private @Nullable String paragraph(Paragraph paragraph, @Nullable String introduced) {
			var written = PlainText.lines(paragraph);
			var words = written.replace('\n', ' ');
			var found = GuidanceReader.this.sentences.of(words);
			var at = 0;
			var lead = (introduced != null) ? introduced : dayOfHeading();
			for (int i = 0; i < found.size(); i++) {
				var sentence = found.get(i);
				if (i == found.size() - 1 && sentence.endsWith(":")) {
					return sentence;
				}
				var scope = NationScope.ofStatement(sentence);
				if (scope.isEmpty() && introduced != null) {
					scope = NationScope.ofStatement(introduced);
				}
				at = Math.max(at, words.indexOf(sentence, at));
				add(Statement.Kind.SENTENCE, sentence, lead, scope, line(paragraph, written.substring(0, at)));
			}
			return null;
		}

		/** A heading that is a day and nothing else belongs to what stands under it. */
		private @Nullable String dayOfHeading() {
			var innermost = this.headings.isEmpty() ? "" : this.headings.getLast().text;
			return StatementDate.isDay(innermost) ? innermost + ":" : null;
		}

		private void items(ListBlock list, @Nullable String lead) {
			for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
				var text = new StringBuilder();
				ListBlock nested = null;
				for (var part = item.getFirstChild(); part != null; part = part.getNext()) {
					if (part instanceof ListBlock inner) {
						nested = inner;
						items(inner, text.toString().strip());
					}
					else if (part instanceof TableBlock table) {
						rows(table, text.toString().strip());
					}
					else {
						text.append(PlainText.of(part)).append(' ');
					}
				}
				var words = text.toString().strip();
				if (!words.isEmpty() && !(nested != null && words.endsWith(":"))) {
					var scope = NationScope.ofStatement(words);
					if (scope.isEmpty() && lead != null) {
						scope = NationScope.ofStatement(lead);
					}
					add(Statement.Kind.ITEM, words, lead, scope, line(item));
				}
			}
		}

		private void rows(TableBlock table, @Nullable String lead) {
			var scope = (lead != null) ? NationScope.ofStatement(lead) : EnumSet.noneOf(Nation.class);
			TableReader.read(table, scope, this::line)
				.forEach((said) -> add(said.kind(), said.text(), lead, said.nations(), said.line()));
		}

		private void add(Statement.Kind kind, String text, @Nullable String lead, Set<Nation> own, int line) {
			var names = this.headings.stream().map(Level::text).toList();
			var stated = !own.isEmpty();
			var scope = own;
			if (scope.isEmpty()) {
				scope = NationScope.ofHeadings(names);
				stated = !scope.isEmpty();
			}
			if (scope.isEmpty()) {
				scope = this.nations;
			}
			var token = SiteMarkup.token(text + ((lead != null) ? " " + lead : ""));
			if (!token.isEmpty()) {
				this.problems.warning(line,
						"\"%s\" is left by a site generator, so what it stands in is not used; write what it stands for"
							.formatted(token));
				return;
			}
			var id = this.source + "#" + number(kind);
			this.statements.add(new Statement(id, this.source, kind, text, lead, names, scope, stated,
					date(text, lead, names), line));
		}

		/** What is read out of a table once more does not number what follows anew. */
		private String number(Statement.Kind kind) {
			if (kind == Statement.Kind.COLUMN) {
				this.columns++;
				return (this.statements.size() - this.columns + 1) + "." + this.columns;
			}
			return String.valueOf(this.statements.size() - this.columns + 1);
		}

		private @Nullable PartialDate date(String text, @Nullable String lead, List<String> names) {
			var date = StatementDate.of(text);
			for (int i = names.size() - 1; date == null && i >= 0; i--) {
				date = StatementDate.of(names.get(i));
			}
			if (date == null && lead != null) {
				date = StatementDate.of(lead);
			}
			return (date != null) ? date : this.published;
		}

		/** The line on which a paragraph goes on after some of its words. */
		private int line(Paragraph paragraph, String before) {
			var spans = paragraph.getSourceSpans();
			var breaks = (int) before.chars().filter((c) -> c == '\n').count();
			return (this.html != null || breaks >= spans.size()) ? line(paragraph)
					: this.offset + this.lines.get(spans.get(breaks).getLineIndex()) + 1;
		}

		private int line(Node node) {
			if (this.html != null) {
				return this.html;
			}
			var spans = node.getSourceSpans();
			return this.offset + (spans.isEmpty() ? 0 : this.lines.get(spans.getFirst().getLineIndex())) + 1;
		}

	}

	private record Level(int level, String text) {

	}

}
