package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.HtmlMarkdown;

/**
 * Reads the text of an OpenDocument file (ISO/IEC 26300, content.xml) by writing its
 * elements as those of HTML.
 */
final class OpenDocument {

	private static final Map<String, String> AS_HTML = Map.of("text:p", "p", "text:list", "ul", "text:list-item", "li",
			"table:table", "table", "table:table-row", "tr", "table:table-cell", "td", "text:line-break", "br",
			"draw:text-box", "div", "table:table-header-rows", "thead");

	private OpenDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		try (var zip = new ZipFile(file.toFile())) {
			var content = parse(zip, "content.xml");
			var meta = parse(zip, "meta.xml");
			var notes = new ArrayList<String>();
			var pictures = content.select("draw|image").size();
			if (pictures > 0) {
				notes.add("not read: %d pictures".formatted(pictures));
			}
			content.select(
					"draw|image, draw|object, svg|title, svg|desc, office|annotation, text|tracked-changes, text|table-of-content")
				.remove();
			var body = content.selectFirst("office|text");
			if (body == null) {
				throw new IOException("is no OpenDocument text (.odt)");
			}
			var html = Document.createShell("").body();
			new Writing(content).write(body, html);
			Footnotes.place(html);
			Tables.headByFirstRow(html);
			var said = meta.selectFirst("dc|title");
			var title = DocumentTitle.take(html, (said != null) ? said.text() : null);
			var changed = meta.selectFirst("dc|date");
			return new ImportedDocument(title, null, null, (changed != null) ? Dates.of(changed.text()) : null,
					HtmlMarkdown.of(html), notes);
		}
		catch (ZipException ex) {
			throw new IOException("is no OpenDocument text (.odt)", ex);
		}
	}

	private static Document parse(ZipFile zip, String name) throws IOException {
		var entry = zip.getEntry(name);
		if (entry == null) {
			throw new IOException("is no OpenDocument text (.odt)");
		}
		try (var stream = zip.getInputStream(entry)) {
			return Jsoup.parse(stream, "UTF-8", "", Parser.xmlParser());
		}
	}

	/** Writes what OpenDocument names as what HTML does. */
	private static final class Writing {

		/** The names of the styles of a document and what they are made from. */
		private final Map<String, String> parents = new HashMap<>();

		private final Set<String> bold = new HashSet<>();

		private int notes;

		Writing(Document content) {
			content.select("style|style").forEach((style) -> {
				this.parents.put(style.attr("style:name"), style.attr("style:parent-style-name"));
				if (style.select("style|text-properties").attr("fo:font-weight").equals("bold")) {
					this.bold.add(style.attr("style:name"));
				}
			});
		}

		void write(Element from, Element into) {
			for (var node : from.childNodes()) {
				if (node instanceof TextNode text) {
					into.appendText(text.getWholeText());
				}
				else if (node instanceof Element element) {
					write(element, element.tagName(), into);
				}
			}
		}

		private void write(Element element, String name, Element into) {
			switch (name) {
				case "text:s", "text:tab" -> into.appendText(" ");
				case "table:covered-table-cell" -> {
					// lies under the cell that spans it
				}
				case "table:table-cell" -> {
					for (int n = 0; n < repeated(element); n++) {
						write(element, target(element, name, into));
					}
				}
				case "text:note" -> note(element, into);
				default -> write(element, target(element, name, into));
			}
		}

		/** As Word's notes come: a mark that leads to the note at the end. */
		private void note(Element note, Element into) {
			this.notes++;
			var body = note.selectFirst("text|note-body");
			var root = into;
			for (var up = root.parent(); up != null && !root.normalName().equals("body"); up = root.parent()) {
				root = up;
			}
			if (body != null) {
				var list = root.selectFirst("> ol.notes");
				list = (list != null) ? list : root.appendElement("ol").addClass("notes");
				write(body, list.appendElement("li").id("note-" + this.notes));
			}
			into.appendElement("sup")
				.appendElement("a")
				.attr("href", "#note-" + this.notes)
				.text("[" + this.notes + "]");
		}

		/** Many empty cells may stand for the rest of a row. */
		private static int repeated(Element cell) {
			var many = cell.attr("table:number-columns-repeated");
			return (many.matches("\\d{1,2}") && cell.hasText()) ? Integer.parseInt(many) : 1;
		}

		private Element target(Element element, String name, Element into) {
			var tag = tag(element, name);
			if (tag == null) {
				return into;
			}
			var written = into.appendElement(tag);
			if (tag.equals("h1") && !name.equals("text:h")) {
				written.addClass("title");
			}
			copy(element, "table:number-columns-spanned", written, "colspan");
			copy(element, "table:number-rows-spanned", written, "rowspan");
			return (name.equals("text:p") && this.bold.contains(element.attr("text:style-name")))
					? written.appendElement("strong") : written;
		}

		private @Nullable String tag(Element element, String name) {
			return switch (name) {
				case "text:h" -> "h" + level(element);
				case "text:p" -> isTitle(element.attr("text:style-name")) ? "h1" : "p";
				case "text:span" -> this.bold.contains(element.attr("text:style-name")) ? "strong" : null;
				case "table:table-cell" -> (element.closest("table|table-header-rows") != null) ? "th" : "td";
				default -> AS_HTML.get(name);
			};
		}

		private boolean isTitle(String style) {
			return style.equals("Title") || "Title".equals(this.parents.get(style));
		}

		private static String level(Element heading) {
			var level = heading.attr("text:outline-level");
			return level.matches("[1-6]") ? level : "6";
		}

		private static void copy(Element from, String name, Element into, String as) {
			if (from.hasAttr(name)) {
				into.attr(as, from.attr(name));
			}
		}

	}

}
