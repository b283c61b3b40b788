package org.signpost.importing;

import java.util.HashSet;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Puts each footnote after the block that refers to it, and takes off the marks: at the
 * end of a document it would stand under a heading, and of a nation, that is not its own.
 */
final class Footnotes {

	private static final String BLOCKS = "p, li, table, dl, blockquote, h1, h2, h3, h4, h5, h6, div";

	private static final Pattern MARK = Pattern.compile("\\W*(?:\\d{1,3}|[a-z]|[*†‡§]+|[ivx]+)\\W*");

	private Footnotes() {
	}

	static void place(Element html) {
		for (var link : html.select("a[href^=#]")) {
			var note = link.attr("href").length() > 1 ? html.getElementById(link.attr("href").substring(1)) : null;
			if (note == null || !MARK.matcher(link.text()).matches() || !isNote(note, link)) {
				continue;
			}
			var block = link.closest(BLOCKS);
			var outer = (link.closest("table, dl, ul, ol") != null) ? link.closest("table, dl, ul, ol") : block;
			var list = note.parent();
			note.select("a[href^=#]").forEach((back) -> {
				if (back.text().isBlank() || !back.text().matches(".*\\p{L}{2}.*")) {
					back.remove();
				}
			});
			if (outer != null && note.hasText() && !note.selectStream("*").anyMatch(link::equals)) {
				var text = new Element("p").text(note.text());
				outer.after(text);
				note.remove();
				if (list != null && !list.hasText()) {
					list.remove();
				}
			}
			var mark = link.closest("sup");
			((mark != null) ? mark : link).remove();
		}
		typed(html);
	}

	/** A note leads back to its mark, or is an item of a list of notes. */
	private static boolean isNote(Element note, Element link) {
		var sup = link.closest("sup");
		return !note.select("a[href^=#]").isEmpty() || (sup != null && note.normalName().equals("li"));
	}

	/** Marks that are only raised figures, told by the notes that begin with them. */
	private static void typed(Element html) {
		var marks = new HashSet<String>();
		html.select("sup").forEach((sup) -> {
			var before = sup.previousSibling();
			var first = before == null || (before instanceof TextNode text && text.isBlank());
			if (first && MARK.matcher(sup.text()).matches()) {
				marks.add(sup.text().strip());
			}
		});
		html.select("sup").forEach((sup) -> {
			if (marks.contains(sup.text().strip())) {
				sup.remove();
			}
		});
	}

}
