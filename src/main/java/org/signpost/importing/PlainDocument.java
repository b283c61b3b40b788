package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads plain text: paragraphs, lists, and as headings the lines that are underlined, in
 * capitals, or short and alone without an end.
 */
final class PlainDocument {

	private static final Pattern BULLET = Pattern.compile("^\\s*[•●▪◦‣·*–-]\\s+(.*)");

	private static final Pattern NUMBERED = Pattern.compile("^\\s*(?:\\((?:\\d{1,2}|[a-z])\\)|(\\d{1,2})[.)])\\s+(.*)");

	private static final Pattern UNDERLINE = Pattern.compile("[=~.-]{3,}");

	/** Rules, and what stands at the foot of a printed page. */
	private static final Pattern FURNITURE = Pattern
		.compile("(?i)[-=_~*.\\s]{3,}|[-\\s]*(?:page )?\\d{1,4}(?: (?:of|/) \\d{1,4})?[-\\s]*");

	private static final Pattern QUESTION = Pattern.compile("Q(?:uestion)?\\s?\\d*[.:)]\\s+(.*)");

	private static final Pattern ANSWER = Pattern.compile("A(?:nswer)?\\s?\\d*[.:)]\\s+(.*)");

	/** Spaces that set a column apart. */
	private static final Pattern GAP = Pattern.compile("(?<=\\S)(?:\\s{3,}|\t+)(?=\\S)");

	private static final int SHORT = 70;

	private static final int FEWEST = 3;

	private PlainDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		var lines = new ArrayList<>(Texts.read(file).lines().toList());
		while (!lines.isEmpty() && lines.getFirst().isBlank()) {
			lines.removeFirst();
		}
		var markdown = markdown(lines);
		var title = (!markdown.isEmpty() && markdown.getFirst().startsWith("## ")) ? markdown.removeFirst().substring(3)
				: null;
		return new ImportedDocument(title, null, null, null, String.join("\n", markdown).strip(), List.of());
	}

	private static List<String> markdown(List<String> lines) {
		var out = new ArrayList<String>();
		for (int i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			var bare = line.strip();
			var underlined = i + 1 < lines.size() && UNDERLINE.matcher(lines.get(i + 1).strip()).matches()
					&& !bare.isEmpty();
			var question = QUESTION.matcher(bare);
			var answer = ANSWER.matcher(bare);
			if (!underlined && FURNITURE.matcher(bare).matches()) {
				out.add("");
			}
			else if (question.matches() && i + 1 < lines.size() && ANSWER.matcher(lines.get(i + 1).strip()).matches()) {
				out.add("");
				out.add("> ###### " + question.group(1));
				out.add(">");
			}
			else if (answer.matches()) {
				// the question heads this paragraph and nothing after it
				out.add("> " + line(answer.group(1)));
				while (i + 1 < lines.size() && !lines.get(i + 1).isBlank()
						&& !QUESTION.matcher(lines.get(i + 1).strip()).matches()) {
					i++;
					out.add("> " + line(lines.get(i)));
				}
				out.add("");
			}
			else if (isColumns(lines, i)) {
				i = columns(lines, i, out);
			}
			else if (underlined || isHeading(lines, i, bare)) {
				out.add("## " + bare);
				out.add("");
				i += underlined ? 1 : 0;
			}
			else {
				out.add(line(line));
				if (bare.endsWith(":")) {
					i = items(lines, i, out);
				}
			}
		}
		return out;
	}

	/** Lines set in under one that introduces them are its items, dotted or not. */
	private static int items(List<String> lines, int introducing, List<String> out) {
		int end = introducing + 1;
		while (end < lines.size() && lines.get(end).matches("(?:\t| {2,})\\s*[^\\s•●▪◦‣·*–-].*")
				&& !NUMBERED.matcher(lines.get(end)).matches()) {
			end++;
		}
		if (end - introducing < FEWEST) {
			return introducing;
		}
		lines.subList(introducing + 1, end).forEach((item) -> out.add("- " + item.strip()));
		return end - 1;
	}

	/** Two lines or more, one under the other, of as many columns. */
	private static boolean isColumns(List<String> lines, int at) {
		int columns = GAP.split(lines.get(at).strip()).length;
		return columns > 1 && at + 1 < lines.size() && GAP.split(lines.get(at + 1).strip()).length == columns
				&& !BULLET.matcher(lines.get(at)).matches();
	}

	/** Columns as a table; two of them name things and what is said of each. */
	private static int columns(List<String> lines, int from, List<String> out) {
		int columns = GAP.split(lines.get(from).strip()).length;
		int end = from;
		// without a figure where the next has one it is a head
		var pairs = columns == 2 && (lines.get(from).matches(".*\\d\\D*") || !lines.get(from + 1).matches(".*\\d\\D*"));
		out.add("");
		while (end < lines.size() && GAP.split(lines.get(end).strip()).length == columns) {
			var cells = List.of(GAP.split(lines.get(end).strip().replace("|", "\\|")));
			out.add(pairs ? "- " + cells.getFirst().replaceAll(":$", "") + ": " + cells.getLast()
					: "| " + String.join(" | ", cells) + " |");
			if (end == from && !pairs) {
				out.add("|" + " --- |".repeat(columns));
			}
			end++;
		}
		out.add("");
		return end - 1;
	}

	static String line(String line) {
		var bullet = BULLET.matcher(line);
		if (bullet.matches()) {
			return "- " + bullet.group(1);
		}
		var numbered = NUMBERED.matcher(line);
		if (numbered.matches()) {
			return ((numbered.group(1) != null) ? numbered.group(1) + ". " : "- ") + numbered.group(2);
		}
		return line.strip().replaceFirst("^([#>+|])", "\\\\$1");
	}

	private static boolean isHeading(List<String> lines, int at, String bare) {
		if (bare.isEmpty() || bare.length() > SHORT || BULLET.matcher(bare).matches()
				|| !Character.isUpperCase(bare.charAt(0))) {
			return false;
		}
		var alone = (at == 0 || lines.get(at - 1).isBlank()) && at + 1 < lines.size() && lines.get(at + 1).isBlank();
		var capitals = bare.equals(bare.toUpperCase(java.util.Locale.ROOT))
				&& bare.chars().filter(Character::isLetter).count() > 3;
		return ((at == 0 || lines.get(at - 1).isBlank()) && capitals) || (alone && !bare.matches(".*[.,;:!]"));
	}

}
