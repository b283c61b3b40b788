package org.signpost.conflicts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Question;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Problem;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** Editors' answers on the wages of bell founders, resting on older and newer figures. */
class OvertakenAnswersTests {

	private static final String HEAD = """
			---
			title: a bell tuner's wage
			examples:
			  - what does a bell tuner earn
			  - bell tuner wage
			  - how much is a bell tuner paid
			  - pay of bell tuners
			  - what do you get as a bell tuner
			---
			## Anywhere
			""";

	private static final String OLD = "A bell tuner starts on £19,900 and earns £24,600 at most. [wages-2021]\n";

	private static final String NEW = "A bell tuner starts on £24,100 and earns £29,800 at most. [wages-2026]\n";

	private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

	private final ConflictFinder finder = ConflictFinder.of(Engines.tools().embedding());

	@TempDir
	Path folder;

	@BeforeEach
	void copyTheGuidance() throws IOException {
		Files.createDirectories(this.folder.resolve("guidance"));
		Files.createDirectories(this.folder.resolve("answers"));
		try (var files = Files.list(Engines.FOUNDRY.resolve("guidance"))) {
			for (var file : (List<Path>) files.toList()) {
				Files.copy(file, this.folder.resolve("guidance").resolve(file.getFileName().toString()));
			}
		}
	}

	@Test
	void namesTheLineAndWhatHasOvertakenIt() throws IOException {
		assertThat(find(OLD)).extracting(Problem::toString)
			.containsExactly(
					"answers/wage.md:11: warning: \"A bell tuner starts on £19,900 and earns £24,600 at most.\""
							+ " rests on guidance/wages-2021.md:9 (2021-04), which guidance/wages-2026.md:9 (2026-04) overtakes:"
							+ " \"Post: Bell tuner; Starting wage: £24,100; Top wage: £29,800; Loft money: £165\"; whoever asks for"
							+ " it is answered from the sources until the newer one is cited here");
	}

	@Test
	void leavesAloneWhatGivesTheNewerOneToo() throws IOException {
		assertThat(find(NEW)).isEmpty();
		assertThat(find(NEW + "> Before, a bell tuner started on £19,900. [wages-2021]\n")).isEmpty();
	}

	@Test
	void whoAsksReadsTheNewer() throws IOException {
		assertThat(ask(read(NEW))).contains("£24,100").contains("starts on");
		assertThat(ask(read(OLD))).contains("£24,100").doesNotContain("starts on");
	}

	@ParameterizedTest
	@ValueSource(strings = { "knowledge-base", "src/test/resources/knowledge-base" })
	void findsNoneWhereEditorsHaveKeptUp(Path kept) {
		assertThat(overtaken(Engines.knowledgeBase(kept))).isEmpty();
	}

	private static String ask(KnowledgeBase knowledgeBase) {
		return Engines.fresh(knowledgeBase)
			.answer(new Question("What does a bell tuner earn?", null, false, DAY), List.of())
			.answer()
			.text();
	}

	private List<Problem> find(String answer) throws IOException {
		return overtaken(read(answer));
	}

	private List<Problem> overtaken(KnowledgeBase knowledgeBase) {
		return this.finder.look(knowledgeBase, DAY, () -> {
		}).overtaken();
	}

	private KnowledgeBase read(String answer) throws IOException {
		Files.writeString(this.folder.resolve("answers/wage.md"), HEAD + answer);
		var reading = new KnowledgeBaseReader(Engines.tools().sentences()).read(this.folder);
		assertThat(reading.setAside()).isEmpty();
		return reading.knowledgeBase();
	}

}
