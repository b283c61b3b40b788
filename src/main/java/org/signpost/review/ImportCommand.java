package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.signpost.importing.DocumentFormat;
import org.signpost.importing.ImportedDocument;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.OtherFiles;
import org.signpost.language.Sentences;

/**
 * {@code import FILE-or-FOLDER… --into=DIR}: makes a source of each document, and tells
 * what was dropped, is asked of the editor and was not understood.
 */
final class ImportCommand {

	private static final String NO_FORMAT = "not imported: no format that can be read; save it as a web page, .docx, .odt, .pdf, .md or .txt";

	private final KnowledgeBaseReader reader = new KnowledgeBaseReader(new Sentences());

	/** The files named in this run. */
	private final Set<Path> named = new HashSet<>();

	/** Files of the folders named that are of no format that can be read. */
	private final List<Path> others = new ArrayList<>();

	/**
	 * Imports documents.
	 * @return 0 when each could be read, else 1
	 */
	int run(CommandLine line, PrintStream out) throws IOException {
		var into = line.value("into", "");
		if (line.words().isEmpty() || into.isEmpty()) {
			throw new IllegalArgumentException(
					"name files or folders and where to: import FILE-or-FOLDER… --into=knowledge-base/guidance");
		}
		var files = new ArrayList<Path>();
		for (var word : line.words()) {
			files.addAll(files(Path.of(word)));
		}
		var folder = Files.createDirectories(Path.of(into));
		int failed = 0;
		for (int i = 0; i < files.size(); i++) {
			out.printf("[%d/%d] ", i + 1, files.size());
			failed += read(files.get(i), folder, line.has("replace"), out) ? 0 : 1;
		}
		this.others.forEach((file) -> out.println(file + ": " + NO_FORMAT));
		out.printf("%d of %d documents imported into %s; fill in what is marked TODO, then run check%n",
				files.size() - failed, files.size(), folder);
		return (failed == 0) ? 0 : 1;
	}

	private List<Path> files(Path named) throws IOException {
		if (!Files.exists(named)) {
			throw new NoSuchFileException(named.toString());
		}
		if (!Files.isDirectory(named)) {
			return List.of(named);
		}
		try (var found = Files.walk(named)) {
			var all = found.filter(Files::isRegularFile).sorted().toList();
			all.stream()
				.filter((file) -> DocumentFormat.of(file).isEmpty() && OtherFiles.mayHoldText(file))
				.forEach(this.others::add);
			return all.stream().filter((file) -> DocumentFormat.of(file).isPresent()).toList();
		}
	}

	private boolean read(Path file, Path folder, boolean replace, PrintStream out) throws IOException {
		var format = DocumentFormat.of(file);
		if (format.isEmpty()) {
			out.println(file + ": " + NO_FORMAT);
			return false;
		}
		ImportedDocument document;
		try {
			document = format.get().read(file);
		}
		catch (IOException | RuntimeException ex) {
			out.println(file + ": not imported: it "
					+ (ex instanceof IOException ? ex.getMessage() : "cannot be read (" + ex + ")"));
			return false;
		}
		var target = target(folder, name(file, document));
		if (Files.exists(target) && !replace) {
			out.println(file + ": not imported: " + target + " is there already; use --replace to write it anew");
			return false;
		}
		Files.writeString(target, document.toMarkdown(), StandardCharsets.UTF_8);
		var reading = this.reader.readSource(target);
		out.println(file + " -> " + target + ": " + reading.statements() + " statements");
		document.notes().forEach((note) -> out.println("    " + note));
		out.println("    to fill in: " + String.join(", ", document.asked()));
		reading.problems()
			.stream()
			.filter((problem) -> !problem.message().startsWith("a TODO is left"))
			.forEach((problem) -> out.println("    " + target + ":" + problem.line() + ": " + problem.message()));
		return true;
	}

	/** Of several documents with one title each gets a file of its own. */
	private Path target(Path folder, String name) {
		var target = folder.resolve(name + ".md");
		for (int n = 2; !this.named.add(target); n++) {
			target = folder.resolve(name + "-" + n + ".md");
		}
		return target;
	}

	/** The document's title, else its file's name, as a file is named. */
	private static String name(Path file, ImportedDocument document) {
		var title = (document.title() != null) ? document.title()
				: file.getFileName().toString().replaceFirst("\\.\\w+$", "");
		var name = title.toLowerCase(Locale.ROOT)
			.replaceAll("['’]", "")
			.replaceAll("[^\\p{Alnum}]+", "-")
			.replaceAll("^-|-$", "");
		return name.isEmpty() ? "imported" : name.substring(0, Math.min(60, name.length())).replaceFirst("-$", "");
	}

}
