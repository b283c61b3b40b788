package org.signpost.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** A list of days with what happens on each, as many pages of dates are written. */
class DaysInHeadingsTests {

	@TempDir
	static Path folder;

	private static QuestionAnswering engine;

	@BeforeAll
	static void publish() throws IOException {
		Files.createDirectories(folder.resolve("guidance"));
		Files.writeString(folder.resolve("guidance/dates.md"), """
				---
				title: Training as a thatcher
				published: 2026-03
				---
				# Training as a thatcher
				## Dates for applicants
				### 15 January 2027
				This is the last day to apply for the thatching apprenticeship.

				### 3 March 2027:
				Applicants for the apprenticeship are interviewed.

				### 20 April 2027
				- The places are offered to applicants.
				""");
		engine = Engines.engine(folder);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			When is the last day to apply for the apprenticeship? | 15 January 2027: This
			When are applicants interviewed?                      | 3 March 2027: Applicants
			When are the places offered?                          | 20 April 2027: The places
			""")
	void theAnswerSaysTheDay(String question, String day) {
		var answer = engine.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of()).answer();
		assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(answer.blocks().getFirst().text()).startsWith(day);
	}

}
