package org.signpost.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Statement;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole documents from their file to the statements that visitors are answered with. Each
 * line of a golden file is a statement: headings, what introduces it, its words, nations
 * where not all, date.
 */
class ImportedStatementsTests {

	private static final Path RESOURCES = Path.of("src/test/resources");

	@ParameterizedTest
	@ValueSource(strings = { "bell-ringer.md", "cooper.html" })
	void aWholeDocumentIsReadAsAnEditorWouldReadIt(String name, @TempDir Path folder) throws IOException {
		var file = RESOURCES.resolve("imports").resolve(name);
		var guidance = Files.createDirectories(folder.resolve("guidance"));
		Files.writeString(guidance.resolve("imported.md"),
				DocumentFormat.of(file).orElseThrow().read(file).toMarkdown());
		var statements = new KnowledgeBaseReader(new Sentences()).read(folder)
			.knowledgeBase()
			.sources()
			.getFirst()
			.statements()
			.stream()
			.map(ImportedStatementsTests::line)
			.collect(Collectors.joining("\n", "", "\n"));
		assertThat(statements).isEqualTo(
				Files.readString(RESOURCES.resolve("golden/imports").resolve(name.replaceAll("\\.\\w+$", ".txt"))));
	}

	private static String line(Statement statement) {
		var nations = (statement.nations().size() == 4) ? ""
				: " " + statement.nations().stream().sorted().map(Enum::name).toList();
		var lead = (statement.lead() != null) ? statement.lead() + " " : "";
		var date = (statement.asOf() != null) ? " (" + statement.asOf() + ")" : "";
		return String.join(" > ", statement.headings()) + " | " + lead + statement.text() + nations + date;
	}

}
