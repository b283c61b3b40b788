package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a PDF: lines of larger type are headings, lines that go on are
 * joined, what stands at the head or foot of most pages is dropped. A PDF knows no
 * tables, so these come as lines.
 */
final class PdfDocument {

	/** Type so much larger than that of most of the text makes a heading. */
	private static final double LARGER = 1.12;

	private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:page )?\\d{1,4}(?: (?:of|/) \\d{1,4})?");

	private static final Pattern BULLET = Pattern.compile("^[•●▪◦‣·\uF0B7–-]\\s*(.*)");

	private PdfDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		try (var document = Loader.loadPDF(file.toFile())) {
			var lines = new Stripper().lines(document);
			var notes = new ArrayList<String>();
			var furniture = furniture(lines, document.getNumberOfPages());
			var dropped = lines.stream().filter((line) -> furniture.contains(line.key())).count();
			if (dropped > 0) {
				notes.add("dropped: %d lines at the head or foot of pages".formatted(dropped));
			}
			lines.removeIf((line) -> furniture.contains(line.key()) || PAGE_NUMBER.matcher(line.text).matches());
			if (lines.isEmpty()) {
				throw new IOException("holds no text, only pictures of it; have it recognised first");
			}
			if (lines.stream().filter((line) -> line.gaps > 0).count() > 2) {
				notes.add("not understood: what looks like a table comes as lines; write it as one");
			}
			var information = document.getDocumentInformation();
			var markdown = markdown(lines);
			var title = (information.getTitle() != null && !information.getTitle().isBlank())
					? information.getTitle().strip() : null;
			if (!markdown.isEmpty() && markdown.getFirst().startsWith("## ")) {
				title = markdown.removeFirst().substring(3);
			}
			var date = (information.getModificationDate() != null) ? information.getModificationDate()
					: information.getCreationDate();
			return new ImportedDocument(title, null, null,
					(date != null) ? Dates.of(date.toInstant().toString()) : null, String.join("\n", markdown).strip(),
					notes);
		}
		catch (InvalidPasswordException ex) {
			throw new IOException("is locked by a password; save it without one", ex);
		}
	}

	/** Lines that stand first or last on at least half of three or more pages. */
	private static Set<String> furniture(List<Line> lines, int pages) {
		var many = new HashMap<String, Integer>();
		for (int i = 0; i < lines.size(); i++) {
			var first = i == 0 || lines.get(i - 1).page != lines.get(i).page;
			var last = i == lines.size() - 1 || lines.get(i + 1).page != lines.get(i).page;
			if (first || last) {
				many.merge(lines.get(i).key(), 1, Integer::sum);
			}
		}
		var found = new HashSet<String>();
		many.forEach((key, count) -> {
			if (pages > 2 && count * 2 >= pages) {
				found.add(key);
			}
		});
		return found;
	}

	private static List<String> markdown(List<Line> lines) {
		var usual = usualSize(lines);
		var out = new ArrayList<String>();
		Line before = null;
		for (var line : lines) {
			var bullet = BULLET.matcher(line.text);
			if (line.size > LARGER * usual) {
				if (before != null && before.size == line.size && out.getLast().startsWith("## ")) {
					out.set(out.size() - 1, out.getLast() + " " + line.text);
				}
				else {
					out.add("");
					out.add("## " + line.text);
				}
			}
			else if (bullet.matches()) {
				out.add((before == null || BULLET.matcher(before.text).matches()) ? "- " + bullet.group(1)
						: "\n- " + bullet.group(1));
			}
			else if (before != null && before.size <= LARGER * usual && !line.begins && !out.getLast().isEmpty()) {
				out.set(out.size() - 1, join(out.getLast(), line.text));
			}
			else {
				out.add("");
				out.add(PlainDocument.line(line.text));
			}
			before = line;
		}
		while (!out.isEmpty() && out.getFirst().isEmpty()) {
			out.removeFirst();
		}
		return out;
	}

	private static String join(String before, String more) {
		return (before.endsWith("-") && !more.isEmpty() && Character.isLowerCase(more.charAt(0)))
				? before.substring(0, before.length() - 1) + more : before + " " + more;
	}

	/** The size of type that most letters have. */
	private static double usualSize(List<Line> lines) {
		var letters = new HashMap<Double, Integer>();
		lines.forEach((line) -> letters.merge(line.size, line.text.length(), Integer::sum));
		return letters.entrySet().stream().max(java.util.Map.Entry.comparingByValue()).orElseThrow().getKey();
	}

	/**
	 * A line of a page.
	 *
	 * @param text its words
	 * @param size of its type, in points, rounded to halves
	 * @param page from 1
	 * @param begins whether more space stands above it than between lines
	 * @param gaps wide gaps within it
	 */
	private record Line(String text, double size, int page, boolean begins, int gaps) {

		/** What pages share, whatever their number. */
		String key() {
			return this.text.replaceAll("\\d+", "#");
		}

	}

	private static final class Stripper extends PDFTextStripper {

		private final List<Line> lines = new ArrayList<>();

		private final StringBuilder text = new StringBuilder();

		private double size;

		private int gaps;

		private @Nullable TextPosition last;

		private double above;

		private double height;

		Stripper() throws IOException {
			setSortByPosition(true);
		}

		List<Line> lines(PDDocument document) throws IOException {
			getText(document);
			return this.lines;
		}

		@Override
		protected void writeString(String words, List<TextPosition> positions) {
			var first = positions.getFirst();
			if (this.text.isEmpty()) {
				this.height = first.getYDirAdj() - this.above;
				this.above = first.getYDirAdj();
			}
			if (this.last != null && !this.text.isEmpty() && first.getXDirAdj() - this.last.getXDirAdj()
					- this.last.getWidthDirAdj() > 3 * first.getWidthOfSpace()) {
				this.gaps++;
			}
			this.last = positions.getLast();
			this.size = Math.max(this.size, Math.round(2 * first.getFontSizeInPt()) / 2.0);
			this.text.append(words);
		}

		@Override
		protected void writeWordSeparator() {
			this.text.append(' ');
		}

		@Override
		protected void writeLineSeparator() {
			end();
		}

		@Override
		protected void endPage(org.apache.pdfbox.pdmodel.PDPage page) {
			end();
			this.above = 0;
		}

		private void end() {
			var words = this.text.toString().replaceAll("\\s+", " ").strip();
			if (!words.isEmpty()) {
				this.lines.add(new Line(words, this.size, getCurrentPageNo(),
						this.height > 1.6 * this.size || this.height < 0, this.gaps));
			}
			this.text.setLength(0);
			this.size = 0;
			this.gaps = 0;
			this.last = null;
		}

	}

}
