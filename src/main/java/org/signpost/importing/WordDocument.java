package org.signpost.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

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

	private static final String STYLES = "p[style-name='Title'] => h1.title:fresh\np[style-name='Subtitle'] => p:fresh\nu => u";

	private WordDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		try {
			var result = new DocumentConverter().addStyleMap(STYLES)
				.imageConverter((image) -> java.util.Map.of("src", ""))
				.convertToHtml(shown(file));
			var html = Jsoup.parseBodyFragment(result.getValue()).body();
			Footnotes.place(html);
			Tables.headByFirstRow(html);
			TypedHeadings.part(html);
			var notes = new ArrayList<>(
					result.getWarnings().stream().distinct().map((each) -> "not understood: " + each).toList());
			var pictures = html.select("img").size();
			if (pictures > 0) {
				notes.add("not read: %d pictures".formatted(pictures));
			}
			var core = properties(file, "docProps/core.xml");
			var title = DocumentTitle.take(html, text(core, "dc|title"));
			return new ImportedDocument(title, null, null, Dates.of(text(core, "dcterms|modified")),
					HtmlMarkdown.of(html), notes);
		}
		catch (UncheckedIOException | ZipException ex) {
			throw new IOException("is no Word document that can be read (.docx)", ex);
		}
	}

	/** The document without the text that its author has hidden. */
	private static InputStream shown(Path file) throws IOException {
		var written = new ByteArrayOutputStream();
		try (var zip = new ZipFile(file.toFile()); var out = new ZipOutputStream(written)) {
			for (var entry : Collections.list(zip.entries())) {
				var bytes = zip.getInputStream(entry).readAllBytes();
				if (entry.getName().equals("word/document.xml")
						&& new String(bytes, StandardCharsets.UTF_8).contains("w:vanish")) {
					bytes = withoutHidden(bytes);
				}
				out.putNextEntry(new ZipEntry(entry.getName()));
				out.write(bytes);
				out.closeEntry();
			}
		}
		return new ByteArrayInputStream(written.toByteArray());
	}

	private static byte[] withoutHidden(byte[] xml) throws IOException {
		var document = Jsoup.parse(new ByteArrayInputStream(xml), "UTF-8", "", Parser.xmlParser());
		document.outputSettings().prettyPrint(false);
		document.select("w|r > w|rPr > w|vanish").forEach((hidden) -> {
			var run = hidden.closest("w|r");
			if (run != null && !hidden.attr("w:val").matches("false|0|off")) {
				run.remove();
			}
		});
		return document.outerHtml().getBytes(StandardCharsets.UTF_8);
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
