package org.signpost.importing;

import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Finds the headings of documents whose authors know none: lines of their own that are
 * all in bold. How far one is of what follows is left to the reading of Markdown.
 */
final class TypedHeadings {

	private static final String BOLD = "strong, b, u";

	private TypedHeadings() {
	}

	/** Parts a question in bold from the answer on the next line of its paragraph. */
	static void part(Element html) {
		html.select("p > strong:first-child, p > b:first-child").forEach((bold) -> {
			var paragraph = bold.parent();
			if (paragraph != null && isBlank(bold.previousSibling()) && bold.nextSibling() instanceof Element line
					&& line.normalName().equals("br") && !bold.text().strip().endsWith(":")) {
				line.remove();
				paragraph.before(new Element("p").appendChild(bold));
			}
		});
	}

	/** The line in bold that the text begins with, if it does. */
	static Optional<Element> first(Element html) {
		return html.select("p, h1, h2, h3, h4, h5, h6, li, td:not(:has(p, div))")
			.stream()
			.filter(Element::hasText)
			.findFirst()
			.filter((first) -> first.normalName().equals("p") && first.select(BOLD).text().equals(first.text()));
	}

	private static boolean isBlank(@org.jspecify.annotations.Nullable Node node) {
		return node == null || (node instanceof TextNode text && text.isBlank());
	}

}
