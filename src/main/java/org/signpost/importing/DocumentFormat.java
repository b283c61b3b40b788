package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of file that guidance can be made of. */
public enum DocumentFormat {

	/** A saved web page. */
	WEB_PAGE(Set.of("html", "htm", "xhtml"), WebPage::read),
	/** Markdown, perhaps of a site generator. */
	MARKDOWN(Set.of("md", "markdown", "mdx"), MarkdownPage::read),
	/** Word since 2007. */
	WORD(Set.of("docx"), WordDocument::read),
	/** LibreOffice and OpenOffice. */
	OPEN_DOCUMENT(Set.of("odt"), OpenDocument::read),
	/** PDF with text in it. */
	PDF(Set.of("pdf"), PdfDocument::read),
	/** Plain text. */
	TEXT(Set.of("txt", "text"), PlainDocument::read);

	@SuppressWarnings("ImmutableEnumChecker") // of Set.of, which nobody can change
	private final Set<String> endings;

	@SuppressWarnings("ImmutableEnumChecker") // methods without state
	private final Reading reading;

	DocumentFormat(Set<String> endings, Reading reading) {
		this.endings = endings;
		this.reading = reading;
	}

	/** The format that a file's name says, if it is one that can be read. */
	public static Optional<DocumentFormat> of(Path file) {
		var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((each) -> each.endings.stream().anyMatch((ending) -> name.endsWith("." + ending)))
			.findFirst();
	}

	/**
	 * Reads a document.
	 * @throws IOException if it cannot be read or is no such document
	 */
	public ImportedDocument read(Path file) throws IOException {
		return this.reading.read(file);
	}

	private interface Reading {

		ImportedDocument read(Path file) throws IOException;

	}

}
