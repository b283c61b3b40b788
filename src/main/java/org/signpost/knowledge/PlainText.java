package org.signpost.knowledge;

import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The words of a Markdown node without its markup and its pictures. Lines within a table
 * cell are several things said, so a semicolon parts them.
 */
final class PlainText {

	private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</?(?:p|li|div)\\b[^>]*>");

	private PlainText() {
	}

	static String of(Node node) {
		var words = lines(node).replace('\n', ' ');
		return (node instanceof TableCell) ? words.replaceAll("(?:; )+", "; ").replaceAll("^; |;$", "") : words;
	}

	/** The same with the lines that the words were written on. */
	static String lines(Node node) {
		var text = new StringBuilder();
		append(node, text, node instanceof TableCell);
		return text.toString().replaceAll("[^\\S\n]+", " ").replaceAll(" ?\n\\s*", "\n").strip();
	}

	private static void append(Node node, StringBuilder text, boolean cell) {
		switch (node) {
			case Text words -> text.append(words.getLiteral());
			case Code code -> text.append(code.getLiteral());
			case SoftLineBreak soft -> text.append('\n');
			case HardLineBreak hard -> text.append('\n');
			case HtmlInline html when BREAK.matcher(html.getLiteral()).matches() ->
				text.append((cell && !text.toString().matches("(?s).*[:,;.]\\s*")) ? "; " : " ");
			case Image image -> {
				// what it shows is no statement
			}
			default -> {
				for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
					append(child, text, cell);
				}
			}
		}
	}

}
