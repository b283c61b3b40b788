package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.signpost.knowledge.HtmlMarkdown;

/**
 * Reads the text of an OpenDocument file (ISO/IEC 26300, content.xml) by writing its
 * elements as those of HTML.
 */
final class OpenDocument {

	private static final Map<String, String> AS_HTML = Map.of("text:p", "p", "text:list", "ul", "text:list-item", "li",
			"table:table", "table", "table:table-row", "tr", "table:table-cell", "td", "text:line-break", "br");

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
			content.select("draw|frame, office|annotation, text|tracked-changes, text|table-of-content, text|note")
				.remove();
			var body = content.selectFirst("office|text");
			if (body == null) {
				throw new IOException("is no OpenDocument text (.odt)");
			}
			var html = Document.createShell("").body();
			write(body, html);
			Tables.headByFirstRow(html);
			var heading = html.selectFirst("h1");
			var said = meta.selectFirst("dc|title");
			var title = (heading != null) ? heading.text().strip()
					: (said != null && !said.text().isBlank()) ? said.text().strip() : null;
			if (heading != null) {
				heading.remove();
			}
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

	private static void write(Element from, Element into) {
		for (var node : from.childNodes()) {
			if (node instanceof TextNode text) {
				into.appendText(text.getWholeText());
			}
			else if (node instanceof Element element) {
				var name = element.tagName();
				if (name.equals("text:s") || name.equals("text:tab")) {
					into.appendText(" ");
				}
				else {
					write(element, target(element, name, into));
				}
			}
		}
	}

	private static Element target(Element element, String name, Element into) {
		var tag = name.equals("text:h") ? "h" + level(element) : AS_HTML.get(name);
		if (tag == null) {
			return into;
		}
		var written = into.appendElement(tag);
		copy(element, "table:number-columns-spanned", written, "colspan");
		copy(element, "table:number-rows-spanned", written, "rowspan");
		return written;
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
