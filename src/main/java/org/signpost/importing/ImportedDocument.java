package org.signpost.importing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was read of a document.
 *
 * @param title what it is called, if it says so
 * @param publisher who published it, if it says so
 * @param url its address, if it says so
 * @param published when it was published or last changed, as YYYY, YYYY-MM or YYYY-MM-DD,
 * if it says so
 * @param body its text as Markdown
 * @param notes what was dropped and what was not understood, to be told to the editor
 */
public record ImportedDocument(@Nullable String title, @Nullable String publisher, @Nullable String url,
		@Nullable String published, String body, List<String> notes) {

	public ImportedDocument {
		notes = List.copyOf(notes);
	}

	/**
	 * As Markdown with a head, in which TODO stands for what the document does not say.
	 */
	public String toMarkdown() {
		var head = new StringBuilder("---\n");
		line(head, "title", this.title);
		line(head, "publisher", this.publisher);
		line(head, "url", this.url);
		line(head, "published", this.published);
		head.append(
				"# TODO nations: ENGLAND, WALES, SCOTLAND or NORTHERN_IRELAND; take this line out where all four are meant\n");
		return head.append("---\n").append(this.body).append('\n').toString();
	}

	/** What the editor has to fill in. */
	public List<String> asked() {
		var asked = new ArrayList<String>();
		if (this.title == null) {
			asked.add("title");
		}
		if (this.publisher == null) {
			asked.add("publisher");
		}
		if (this.url == null) {
			asked.add("url");
		}
		if (this.published == null) {
			asked.add("published");
		}
		asked.add("nations");
		return asked;
	}

	/** Only a title must be there; what else is not known is a comment. */
	private static void line(StringBuilder head, String key, @Nullable String value) {
		if (value != null) {
			head.append(key).append(": ").append(quoted(value)).append('\n');
		}
		else if (key.equals("title")) {
			head.append("title: TODO\n");
		}
		else {
			head.append("# TODO ").append(key).append(":\n");
		}
	}

	private static String quoted(String value) {
		var plain = value.replaceAll("\\s+", " ").strip();
		return plain.matches("[-?].*|.*[:#\\[\\]{},&*!|>'\"%@`].*") && !plain.startsWith("http")
				? "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : plain;
	}

}
