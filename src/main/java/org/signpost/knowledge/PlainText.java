package org.signpost.knowledge;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a Markdown node without its markup. */
final class PlainText {

	private PlainText() {
	}

	static String of(Node node) {
		var text = new StringBuilder();
		append(node, text);
		return text.toString().replaceAll("\\s+", " ").strip();
	}

	private static void append(Node node, StringBuilder text) {
		switch (node) {
			case Text words -> text.append(words.getLiteral());
			case Code code -> text.append(code.getLiteral());
			case SoftLineBreak soft -> text.append(' ');
			case HardLineBreak hard -> text.append(' ');
			default -> {
				for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
					append(child, text);
				}
			}
		}
	}

}
