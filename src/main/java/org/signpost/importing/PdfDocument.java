package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.signpost.importing.PdfLine.Piece;

/**
 * Reads the text of a PDF: lines of larger type are headings, lines that go on are
 * joined, columns are read one after the other, what stands at the head or foot of most
 * pages is dropped. A PDF knows no tables; lines whose pieces stand under one another are
 * put together as one, and the editor is asked to compare.
 */
final class PdfDocument {

	/** Type so much larger than that of most of the text makes a heading. */
	private static final double LARGER = 1.12;

	private static final int SHORT = 80;

	private static final double SMALLER = 0.85;

	/** Space so much wider than that between lines begins a paragraph. */
	private static final double FURTHER = 1.2;

	/** No lines of one paragraph are further apart, in sizes of their type. */
	private static final double WIDEST = 2.2;

	private static final Pattern PAGE_NUMBER = Pattern
		.compile("(?i)[-–\\s]*(?:page )?\\d{1,4}(?: (?:of|/) \\d{1,4})?[-–\\s]*");

	private static final Pattern BULLET = Pattern.compile("^(?:[•●▪◦‣·\uF0B7\uF0A7]\\s*|[–-]\\s+)(.*)");

	private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}[.)]\\s+.*");

	private PdfDocument() {
	}

	static ImportedDocument read(Path file) throws IOException {
		try (var document = Loader.loadPDF(file.toFile())) {
			var lines = new ArrayList<>(new PdfLines().of(document));
			var notes = new ArrayList<String>();
			var dropped = furniture(lines, document.getNumberOfPages());
			if (!dropped.isEmpty()) {
				notes.add("dropped: %d lines at the head or foot of pages (\"%s\")".formatted(dropped.size(),
						dropped.getFirst().text()));
			}
			lines.removeAll(dropped);
			lines.removeIf((line) -> PAGE_NUMBER.matcher(line.text()).matches());
			if (lines.isEmpty()) {
				throw new IOException("holds no text, only pictures of it; have it recognised first");
			}
			var markdown = new Writing(PdfColumns.inReadingOrder(lines)).run(notes);
			var information = document.getDocumentInformation();
			var title = DocumentTitle.named(information.getTitle());
			if (!markdown.isEmpty() && markdown.getFirst().startsWith("## ")
					&& (title == null || !NUMBERED.matcher(markdown.getFirst().substring(3)).matches())) {
				title = markdown.removeFirst().substring(3);
			}
			var date = (information.getModificationDate() != null) ? information.getModificationDate()
					: information.getCreationDate();
			return new ImportedDocument(title, null, null,
					(date != null) ? Dates.of(date.toInstant().toString()) : null,
					String.join("\n", markdown).replaceAll("\n{3,}", "\n\n").strip(), notes);
		}
		catch (InvalidPasswordException ex) {
			throw new IOException("is locked by a password; save it without one", ex);
		}
	}

	/** The lines of the heads and feet of pages, which may have several. */
	private static List<PdfLine> furniture(List<PdfLine> lines, int pages) {
		var found = new ArrayList<PdfLine>();
		var rest = new ArrayList<>(lines);
		while (true) {
			var keys = shared(rest, pages);
			var more = rest.stream()
				.filter((line) -> keys.contains(line.key()) && (found.isEmpty() || isNear(line, found)))
				.toList();
			if (more.isEmpty()) {
				return found;
			}
			found.addAll(more);
			rest.removeAll(more);
		}
	}

	/** Text that pages share by chance stands apart from their heads and feet. */
	private static boolean isNear(PdfLine line, List<PdfLine> found) {
		return found.stream()
			.anyMatch((other) -> other.page() == line.page() && Math.abs(other.y() - line.y()) < WIDEST * line.size());
	}

	/**
	 * What stands first or last on at least half of three or more pages, or on both of
	 * two.
	 */
	private static Set<String> shared(List<PdfLine> lines, int pages) {
		var many = new HashMap<String, Integer>();
		for (int i = 0; i < lines.size(); i++) {
			var first = i == 0 || lines.get(i - 1).page() != lines.get(i).page();
			var last = i == lines.size() - 1 || lines.get(i + 1).page() != lines.get(i).page();
			if (first || last) {
				many.merge(lines.get(i).key(), 1, Integer::sum);
			}
		}
		var found = new HashSet<String>();
		many.forEach((key, count) -> {
			if (pages > 1 && count > 1 && count * 2 >= pages) {
				found.add(key);
			}
		});
		return found;
	}

	/** Writes lines in their order as Markdown. */
	private static final class Writing {

		private final List<PdfLine> lines;

		private final double usual;

		private final List<String> out = new ArrayList<>();

		/** How far apart lines of one paragraph stand, in sizes of their type. */
		private final double leading;

		/** Whether bold stands out. */
		private final boolean mixed;

		private @Nullable PdfLine before;

		Writing(List<PdfLine> lines) {
			this.lines = lines;
			this.usual = usualSize(lines);
			this.leading = leading(lines);
			this.mixed = lines.stream().filter(PdfLine::bold).count() * 2 < lines.size();
		}

		List<String> run(List<String> notes) {
			int tables = 0;
			for (int i = 0; i < this.lines.size(); i++) {
				var table = PdfTable.at(this.lines, i);
				if (table != null) {
					tables++;
					this.out.add("");
					this.out.addAll(table.markdown());
					this.out.add("");
					i += table.lines() - 1;
					this.before = null;
				}
				else {
					write(this.lines.get(i));
				}
			}
			if (tables > 0) {
				notes.add(
						"put together: %d tables from where their words stand on the page; compare them with the document"
							.formatted(tables));
			}
			if (this.lines.stream().filter((line) -> line.pieces().size() > 1).count() > 2 && tables == 0) {
				notes.add("not understood: what looks like a table comes as lines; write it as one");
			}
			var small = this.lines.stream().filter((line) -> line.size() < SMALLER * this.usual).count();
			if (small > 0) {
				notes.add("read where they stand: %d lines of small type, perhaps footnotes; move each to what it is of"
					.formatted(small));
			}
			while (!this.out.isEmpty() && this.out.getFirst().isEmpty()) {
				this.out.removeFirst();
			}
			return this.out;
		}

		private void write(PdfLine line) {
			var bullet = BULLET.matcher(line.text());
			var last = this.before;
			if (line.size() > LARGER * this.usual) {
				if (last != null && last.size() == line.size() && this.out.getLast().startsWith("## ")) {
					this.out.set(this.out.size() - 1, this.out.getLast() + " " + line.text());
				}
				else {
					this.out.add("");
					this.out.add("## " + line.text());
				}
			}
			else if (line.bold() && this.mixed && line.text().length() < SHORT && !line.text().matches(".*[.,;:]")) {
				this.out.add("");
				this.out.add("**" + line.text() + "**");
			}
			else if (bullet.matches()) {
				var first = this.out.isEmpty() || !this.out.getLast().strip().startsWith("- ");
				this.out.add((first ? "\n- " : "- ") + bullet.group(1));
			}
			else if (last != null && last.size() <= LARGER * this.usual && last.bold() == line.bold()
					&& goesOn(last, line) && !this.out.getLast().isEmpty()) {
				this.out.set(this.out.size() - 1, join(this.out.getLast(), line.text()));
			}
			else {
				this.out.add("");
				this.out.add(PlainDocument.line(line.text()));
			}
			this.before = line;
		}

		/** A sentence that is not ended goes on, over columns and pages too. */
		private boolean goesOn(PdfLine last, PdfLine line) {
			if (NUMBERED.matcher(line.text()).matches()) {
				return false;
			}
			var moved = last.page() != line.page() || line.y() < last.y();
			if (moved) {
				return !last.text().matches(".*[.!?:;]") && Character.isLowerCase(line.text().codePointAt(0));
			}
			return line.y() - last.y() <= FURTHER * this.leading * line.size();
		}

		private static String join(String before, String more) {
			return (before.endsWith("-") && !more.isEmpty() && Character.isLowerCase(more.charAt(0)))
					? before.substring(0, before.length() - 1) + more : before + " " + more;
		}

		/** The least distance that more than a few lines have. */
		private static double leading(List<PdfLine> lines) {
			var distances = new ArrayList<Double>();
			for (int i = 1; i < lines.size(); i++) {
				var distance = (lines.get(i).y() - lines.get(i - 1).y()) / lines.get(i).size();
				if (lines.get(i).page() == lines.get(i - 1).page() && distance > 0.9 && distance < WIDEST) {
					distances.add(distance);
				}
			}
			distances.sort(null);
			return distances.isEmpty() ? 1.2 : distances.get(distances.size() / 10);
		}

		/** The size of type that most letters have. */
		private static double usualSize(List<PdfLine> lines) {
			var letters = new HashMap<Double, Integer>();
			lines.forEach((line) -> letters.merge(line.size(), line.text().length(), Integer::sum));
			return letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
		}

	}

	/** The text of pieces that stand side by side. */
	static String text(List<Piece> pieces) {
		return String.join(" ", pieces.stream().map(Piece::text).toList());
	}

}
