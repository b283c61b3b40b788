package org.signpost.judging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Problem;
import org.signpost.knowledge.Statement;
import org.signpost.language.Words;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that stand where another thing is spoken of, among such as only stand reworded.
 */
class LikeSubjectsTests {

	private static final Path PAIRS = Path.of("src/test/resources/evidence/subjects.tsv");

	/** Of the 20; the others are alike in words, meaning or both. */
	private static final int FOUND = 11;

	private final LikeSubjects subjects = new LikeSubjects(Engines.tools().embedding());

	@TempDir
	Path folder;

	@Test
	void tellsWhatHasMovedAndNothingThatIsReworded() throws IOException {
		var pairs = Files.readAllLines(PAIRS)
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.replace("◆", "£385").split("\t", -1))
			.toList();
		var found = pairs.stream().filter((pair) -> differ(pair[1], pair[2])).toList();
		System.out.printf("subjects: %d of %d told apart%n", found.size(), pairs.size() / 2);
		assertThat(found).allMatch((pair) -> pair[0].equals("changed")).hasSizeGreaterThanOrEqualTo(FOUND);
	}

	@Test
	void anAnswerWhoseValueHasMovedIsSetAside() throws IOException {
		var source = "---\ntitle: Lock keeper\n---\nThe winter allowance is £385{#winter} a year.\n";
		var moved = "---\ntitle: Lock keeper\n---\nThe winter allowance has been stopped.\nA boat allowance of £385{#winter} is paid to keepers who live on an island.\n";
		write("answers/winter.md",
				"""
						---
						title: the winter allowance
						examples: [winter allowance, extra money in winter, cold weather pay, more in winter, allowance for winter]
						---
						## Anywhere
						The winter allowance is {amount lock#winter} a year.
						""");
		write("guidance/lock.md", source);
		assertThat(read().problems()).isEmpty();
		write("guidance/lock.md", moved);
		var reading = read();
		assertThat(reading.problems()).extracting(Problem::toString)
			.contains(
					"answers/winter.md:6: warning: {#winter} now stands in line 5 of guidance/lock.md, which speaks of"
							+ " something else: \"A boat allowance of £385 is paid to keepers who live on an island.\"; refer to the"
							+ " value that is meant, or say here what it is of");
		assertThat(reading.faultless()).isTrue();
		assertThat(reading.knowledgeBase().answers()).isEmpty();
	}

	private KnowledgeBaseReader.Reading read() {
		return new KnowledgeBaseReader(Engines.tools().sentences(), this.subjects).read(this.folder);
	}

	private boolean differ(String line, String statement) {
		return this.subjects.differ(line, line, new HashSet<>(Words.stems(line)), new Statement("a#1", "a",
				Statement.Kind.SENTENCE, statement, null, List.of(), EnumSet.allOf(Nation.class), false, null, 1));
	}

	private void write(String name, String text) throws IOException {
		var file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
