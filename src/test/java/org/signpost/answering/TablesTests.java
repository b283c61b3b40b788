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
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** A table with gaps, asked for a cell, for an empty one and for a whole column. */
class TablesTests {

	@TempDir
	static Path folder;

	private static QuestionAnswering engine;

	@BeforeAll
	static void publish() throws IOException {
		Files.createDirectories(folder.resolve("guidance"));
		Files.writeString(folder.resolve("guidance/grants.md"), """
				---
				title: Grants for apprentice craftspeople
				published: 2026-03
				---
				# Grants for apprentice craftspeople
				## What each craft gets in 2026
				| Craft | Tool grant | Travel grant | Prize |
				|---|---|---|---|
				| Thatching | £1,200 | £300 | £500 |
				| Dry stone walling | £900 | | £500 |
				| Basket making | £400 | £150 | |
				| Coppicing | | £250 | |
				| Saddlery | £1,500 | | £750 |

				## Who can apply
				You must be in the first year of an apprenticeship.
				""");
		engine = Engines.engine(folder);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Which crafts have a prize?                   | Prize, by craft: Thatching (£500); Dry stone walling (£500); Saddlery (£750).
					Which crafts get a travel grant?             | Travel grant, by craft: Thatching (£300); Basket making (£150); Coppicing (£250).
					How much is the tool grant for thatching?    | Thatching: Tool grant is £1,200.
					What is the travel grant for saddlery?       | Saddlery: Travel grant is not stated.
					Is there a prize for basket making?          | Basket making: Prize is not stated.
					""")
	void saysWhatTheTableSaysAndNothingOfItsNeighbours(String question, String text) {
		var answer = engine.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of()).answer();
		assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(answer.blocks()).singleElement().satisfies((block) -> assertThat(block.text()).isEqualTo(text));
		assertThat(answer.citations()).singleElement()
			.satisfies((citation) -> assertThat(citation.section()).isEqualTo("What each craft gets in 2026"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Which subjects have a scholarship?", "what subjects can I get a scholarship for",
			"which subjects get a scholarship" })
	void theShippedTableTellsTheSubjectsThatHaveAScholarship(String question) {
		var answer = Engines.engine(Engines.SHIPPED)
			.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of())
			.answer();
		assertThat(answer.blocks().getFirst().text()).contains(
				"Chemistry (£31,000); Computing (£31,000); Physics (£31,000); French, German or Spanish (£22,000)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Which subjects have no scholarship?", "which subjects have a golden hello?",
			"which subjects come with a student loan?" })
	void theSubjectsThatHaveAScholarshipAnswerNothingElse(String question) {
		var answer = Engines.engine(Engines.SHIPPED)
			.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of())
			.answer();
		assertThat(answer.text()).doesNotContain("Physics (£31,000)");
	}

}
