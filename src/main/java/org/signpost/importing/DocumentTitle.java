package org.signpost.importing;

import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds what a document of an office is called. */
final class DocumentTitle {

	/** What programs call a document that nobody has named. */
	private static final Pattern UNNAMED = Pattern.compile(
			"(?i)(?:microsoft word - .*|(?:document|dokument|untitled|unbenannt|presentation)\\s*\\d*|.*\\.(?:docx?|odt|pdf|rtf|indd))");

	private DocumentTitle() {
	}

	/**
	 * The paragraph styled as a title, else the heading or line in bold that the text
	 * begins with, else the document's property; the first two are taken out of the text.
	 */
	static @Nullable String take(Element html, @Nullable String property) {
		var styled = html.selectFirst("h1.title");
		var first = html.children().stream().filter(Element::hasText).findFirst().orElse(null);
		var begins = (first != null && first.normalName().equals("h1")) ? first
				: TypedHeadings.first(html).orElse(null);
		var heading = (styled != null) ? styled : begins;
		if (heading == null) {
			return named(property);
		}
		heading.remove();
		return heading.text().strip();
	}

	/** A document's property, unless a program made it up. */
	static @Nullable String named(@Nullable String property) {
		return (property == null || property.isBlank() || UNNAMED.matcher(property.strip()).matches()) ? null
				: property.strip();
	}

}
