package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.answering.Edition;
import org.signpost.answering.Editions;
import org.signpost.answering.Publication;
import org.signpost.answering.QuestionAnswering;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.knowledge.Problem;
import org.signpost.language.LanguageTools;
import org.signpost.testing.Engines;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ConflictsTests {

	private static final Path FOLDER = Path.of("src/test/resources/conflicts");

	@AfterEach
	void goOn() {
		var unused = Thread.interrupted();
	}

	@Test
	void aServerThatStopsMeanwhileSaysNothingOfIt(CapturedOutput output) {
		var conflicts = new Conflicts(new Given(Engines.reading(FOLDER)), Clock.systemUTC());
		Thread.currentThread().interrupt();
		conflicts.look();
		assertThat(conflicts.find()).isEmpty();
		assertThat(output).doesNotContain("ERROR");
	}

	@Test
	void whatIsOvertakenByOtherGuidanceIsGivenUp() {
		var given = new Given(Engines.reading(FOLDER));
		// published as soon as it is being looked through
		given.next = Edition.of(Engines.reading(FOLDER), (question, history) -> {
			throw new UnsupportedOperationException();
		});
		var conflicts = new Conflicts(given, Clock.systemUTC());
		conflicts.look();
		assertThat(conflicts.find()).isEmpty();
		conflicts.look();
		assertThat(conflicts.find()).isPresent();
		assertThat(conflicts.areOfToday()).isTrue();
	}

	@Test
	void tellsTheAnswersThatSomethingNewerHasOvertaken(@TempDir Path folder) throws IOException {
		FileSystemUtils.copyRecursively(Engines.FOUNDRY, folder);
		Files.createDirectories(folder.resolve("answers"));
		Files.writeString(folder.resolve("answers/wage.md"), """
				---
				title: a bell tuner's wage
				examples: [bell tuner wage, what a bell tuner earns, pay of bell tuners, bell tuner pay, tuner wages]
				---
				## Anywhere
				A bell tuner starts on £19,900 and earns £24,600 at most. [wages-2021]
				""");
		var conflicts = new Conflicts(new Given(new KnowledgeBaseReader(Engines.tools().sentences()).read(folder)),
				Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
		assertThat(conflicts.overtaken()).isEmpty();
		conflicts.look();
		var overtaken = conflicts.overtaken();
		assertThat(overtaken).extracting(Problem::file).containsExactly("answers/wage.md");
		var publication = new Publication(null, null, true, List.of(), List.of()).with(overtaken);
		assertThat(publication.setAside()).isEqualTo(overtaken);
		assertThat(publication.problems()).isEqualTo(overtaken);
		assertThat(publication.through()).isTrue();
	}

	/** Some guidance. */
	private static final class Given implements Editions {

		private Edition edition;

		private @Nullable Edition next;

		Given(Reading reading) {
			this.edition = Edition.of(reading, (question, history) -> {
				throw new UnsupportedOperationException();
			});
		}

		@Override
		public Edition current() {
			var current = this.edition;
			if (this.next != null) {
				this.edition = this.next;
			}
			return current;
		}

		@Override
		public Reading read(Path folder) {
			throw new UnsupportedOperationException();
		}

		@Override
		public QuestionAnswering engine(KnowledgeBase knowledgeBase) {
			throw new UnsupportedOperationException();
		}

		@Override
		public LanguageTools beside() {
			return Engines.tools();
		}

	}

}
