package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads Markdown, its head by the names that generators of sites give to title, date and
 * so on. The text stays as it is, since the knowledge base reads what generators leave.
 */
final class MarkdownPage {

	private static final Pattern TITLE = Pattern
		.compile("\\A\\s*(?:# +(?<hash>.+?) *#* *|(?<under>\\S.*?) *\\n=+ *)(?:\\n|\\z)");

	private static final List<String> USED = List.of("title", "heading", "name", "page_title", "url", "canonical",
			"canonical_url", "permalink", "publisher", "organisation", "organization", "author", "site", "published",
			"lastmod", "last_update", "last_updated", "last_reviewed_on", "last_modified_at", "updated", "modified",
			"date", "image", "layout");

	private MarkdownPage() {
	}

	static ImportedDocument read(Path file) throws IOException {
		var head = FrontMatter.read(Texts.read(file));
		var notes = new ArrayList<String>();
		if (!head.understood()) {
			notes.add("not understood: the head of the file");
		}
		var unread = head.unread(USED);
		if (!unread.isEmpty()) {
			notes.add("not read: the head of the file also says %s; write into the text what visitors should know"
				.formatted(String.join(", ", unread)));
		}
		var body = head.body();
		var title = head.first("title", "heading", "name", "page_title");
		var own = TITLE.matcher(body);
		if (own.find()) {
			var named = (own.group("hash") != null) ? own.group("hash") : own.group("under");
			if (title == null || title.equalsIgnoreCase(named)) {
				title = (title == null) ? named : title;
				body = body.substring(own.end());
			}
		}
		var url = head.first("url", "canonical", "canonical_url", "permalink");
		var published = head.first("lastmod", "last_modified_at", "last_update.date", "last_updated",
				"last_reviewed_on", "updated", "modified", "published", "date");
		return new ImportedDocument(title,
				head.first("publisher", "organisation", "organization", "author", "author.name", "last_update.author",
						"site"),
				(url != null && url.matches("https?://\\S+")) ? url : null, Dates.of(published), body.strip(), notes);
	}

}
