package org.signpost.importing;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
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

	private static final Pattern NUMBERED = Pattern.compile("^\\s*(\\d{1,2})[.)]\\s+(.*)");

	private static final Pattern UNDERLINE = Pattern.compile("[=~-]{3,}");

	private static final int SHORT = 70;

	private PlainDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		var lines = new ArrayList<>(text(file).replace("\r", "").lines().toList());
		while (!lines.isEmpty() && lines.getFirst().isBlank()) {
			lines.removeFirst();
		}
		var markdown = markdown(lines);
		var title = (!markdown.isEmpty() && markdown.getFirst().startsWith("## ")) ? markdown.removeFirst().substring(3)
				: null;
		return new ImportedDocument(title, null, null, null, String.join("\n", markdown).strip(), List.of());
	}

	/** UTF-8, else as Windows writes. */
	private static String text(Path file) throws IOException {
		try {
			return Files.readString(file).replaceFirst("^\uFEFF", "");
		}
		catch (CharacterCodingException ex) {
			return Files.readString(file, Charset.forName("windows-1252"));
		}
	}

	private static List<String> markdown(List<String> lines) {
		var out = new ArrayList<String>();
		for (int i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			var bare = line.strip();
			var underlined = i + 1 < lines.size() && UNDERLINE.matcher(lines.get(i + 1).strip()).matches()
					&& !bare.isEmpty();
			if (underlined || isHeading(lines, i, bare)) {
				out.add("## " + bare);
				out.add("");
				i += underlined ? 1 : 0;
			}
			else {
				out.add(line(line));
			}
		}
		return out;
	}

	static String line(String line) {
		var bullet = BULLET.matcher(line);
		if (bullet.matches()) {
			return "- " + bullet.group(1);
		}
		var numbered = NUMBERED.matcher(line);
		if (numbered.matches()) {
			return numbered.group(1) + ". " + numbered.group(2);
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
		return (at == 0 || lines.get(at - 1).isBlank()) && capitals || alone && !bare.matches(".*[.,;:!]");
	}

}
