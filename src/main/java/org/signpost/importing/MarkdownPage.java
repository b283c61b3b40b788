package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads Markdown, its head by the names that generators of sites give to title, date and
 * so on. The text stays as it is, since the knowledge base reads what generators leave.
 */
final class MarkdownPage {

	private static final Pattern HEAD = Pattern
		.compile("\\A\uFEFF?---[ \t]*\\R(.*?)\\R(?:---|\\.\\.\\.)[ \t]*(?:\\R|\\z)", Pattern.DOTALL);

	private static final Pattern TITLE = Pattern.compile("\\A\\s*# +(.+?) *#* *\\R");

	private MarkdownPage() {
	}

	static ImportedDocument read(Path file) throws IOException {
		var text = Files.readString(file).replace("\r\n", "\n");
		var notes = new ArrayList<String>();
		var head = HEAD.matcher(text);
		Map<?, ?> values = Map.of();
		var body = text.replaceFirst("^\uFEFF", "");
		if (head.find()) {
			values = values(head.group(1), notes);
			body = text.substring(head.end());
		}
		var title = first(values, "title", "heading", "name", "page_title");
		var own = TITLE.matcher(body);
		if (own.find() && (title == null || title.equalsIgnoreCase(own.group(1)))) {
			title = (title == null) ? own.group(1) : title;
			body = body.substring(own.end());
		}
		var url = first(values, "url", "canonical", "canonical_url", "permalink");
		return new ImportedDocument(title, first(values, "publisher", "organisation", "organization", "author", "site"),
				(url != null && url.matches("https?://\\S+")) ? url : null, Dates.of(first(values, "published",
						"lastmod", "last_updated", "last_reviewed_on", "updated", "modified", "date")),
				body.strip(), notes);
	}

	private static Map<?, ?> values(String yaml, List<String> notes) {
		var options = new LoaderOptions();
		options.setWarnOnDuplicateKeys(false);
		try {
			if (new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> map) {
				return map;
			}
		}
		catch (YAMLException ex) {
			notes.add("not understood: the head of the file");
		}
		return Map.of();
	}

	private static @Nullable String first(Map<?, ?> values, String... names) {
		for (var name : names) {
			var value = values.get(name);
			if (value instanceof String || value instanceof Number || value instanceof Date) {
				var text = (value instanceof Date date) ? date.toInstant().toString() : String.valueOf(value).strip();
				if (!text.isEmpty()) {
					return text;
				}
			}
		}
		return null;
	}

}
