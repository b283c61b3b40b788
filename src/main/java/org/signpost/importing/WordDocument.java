package org.signpost.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.HtmlMarkdown;
import org.zwobble.mammoth.DocumentConverter;

/**
 * Reads a Word document by its styles: headings, lists and tables, in the order written.
 */
final class WordDocument {

	private static final String STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh";

	private WordDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		try {
			var result = new DocumentConverter().addStyleMap(STYLES)
				.imageConverter((image) -> java.util.Map.of("src", ""))
				.convertToHtml(file.toFile());
			var html = Jsoup.parseBodyFragment(result.getValue()).body();
			Tables.headByFirstRow(html);
			var notes = new ArrayList<>(
					result.getWarnings().stream().distinct().map((each) -> "not understood: " + each).toList());
			var pictures = html.select("img").size();
			if (pictures > 0) {
				notes.add("not read: %d pictures".formatted(pictures));
			}
			var core = properties(file, "docProps/core.xml");
			var heading = html.selectFirst("h1");
			var title = (heading != null) ? heading.text().strip() : text(core, "dc|title");
			if (heading != null) {
				heading.remove();
			}
			return new ImportedDocument(title, null, null, Dates.of(text(core, "dcterms|modified")),
					HtmlMarkdown.of(html), notes);
		}
		catch (UncheckedIOException | ZipException ex) {
			throw new IOException("is no Word document that can be read (.docx)", ex);
		}
	}

	private static @Nullable Document properties(Path file, String name) throws IOException {
		try (var zip = new ZipFile(file.toFile())) {
			var entry = zip.getEntry(name);
			return (entry == null) ? null : Jsoup.parse(zip.getInputStream(entry), "UTF-8", "", Parser.xmlParser());
		}
	}

	private static @Nullable String text(@Nullable Document properties, String query) {
		var found = (properties == null) ? null : properties.selectFirst(query);
		return (found == null || found.text().isBlank()) ? null : found.text().strip();
	}

}
