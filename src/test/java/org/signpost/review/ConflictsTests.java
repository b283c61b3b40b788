package org.signpost.review;

import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.signpost.answering.Edition;
import org.signpost.answering.Editions;
import org.signpost.answering.QuestionAnswering;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.language.LanguageTools;
import org.signpost.testing.Engines;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
		var conflicts = new Conflicts(new Given(), Clock.systemUTC());
		Thread.currentThread().interrupt();
		conflicts.look();
		assertThat(conflicts.find()).isEmpty();
		assertThat(output).doesNotContain("ERROR");
	}

	@Test
	void whatIsOvertakenByOtherGuidanceIsGivenUp() {
		var given = new Given();
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

	/** The guidance of the tests for conflicts. */
	private static final class Given implements Editions {

		private Edition edition = Edition.of(Engines.reading(FOLDER), Engines.engine(FOLDER));

		private @Nullable Edition next;

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
