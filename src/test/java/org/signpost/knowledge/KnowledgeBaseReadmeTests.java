package org.signpost.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples in the knowledge base's README are read as it says. */
class KnowledgeBaseReadmeTests {

	private static final Path README = Path.of("knowledge-base/README.md");

	@TempDir
	Path folder;

	@Test
	void theWorkedSourceIsReadAsTheTableSays() throws IOException {
		var problems = new Problems("guidance/pay.md");
		var source = new GuidanceReader(new Sentences()).read("pay", block("markdown", 0), problems);
		assertThat(problems.found()).isEmpty();
		assertThat(source.statements()).extracting((statement) -> statement.text() + " | "
				+ statement.nations().stream().sorted().map(Nation::displayName).toList() + " | " + statement.asOf())
			.containsExactly("Post: Lock keeper; England: £24,750 | [England] | 2025-04",
					"Post: Lock keeper; Wales: £24,300 | [Wales] | 2025-04",
					"A lock keeper's pay rises each April. | [England, Wales] | 2025-04",
					"a winter allowance of £385 a year | [England, Wales] | 2025-04",
					"a boat allowance, if the post is on an island | [England, Wales] | 2025-04",
					"In Wales, a lock cottage costs £82 a week. | [Wales] | 2025-04");
		for (var statement : source.statements()) {
			assertThat(Files.readString(README)).contains("| " + statement.text());
		}
	}

	@Test
	void theOtherExamplesAreReadWithoutAMistake() throws IOException {
		var small = Path.of("src/test/resources/knowledge-base/guidance");
		Files.createDirectories(this.folder.resolve("guidance"));
		try (var files = Files.list(small)) {
			for (var file : (List<Path>) files.toList()) {
				Files.copy(file, this.folder.resolve("guidance").resolve(file.getFileName()));
			}
		}
		Files.createDirectories(this.folder.resolve("answers"));
		Files.writeString(this.folder.resolve("answers/winter-allowance.md"), block("markdown", 1));
		Files.writeString(this.folder.resolve("vocabulary.yaml"), block("yaml", 0));
		Files.writeString(this.folder.resolve("contacts.yaml"), block("yaml", 1));
		Files.writeString(this.folder.resolve("events.yaml"), block("yaml", 2));
		Files.writeString(this.folder.resolve("scope.yaml"), block("yaml", 3));
		assertThat(new KnowledgeBaseReader(new Sentences()).read(this.folder).problems()).extracting(Problem::toString)
			.isEmpty();
	}

	private static String block(String language, int number) throws IOException {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(README))
			.results()
			.skip(number)
			.findFirst()
			.orElseThrow()
			.group(1);
	}

}
