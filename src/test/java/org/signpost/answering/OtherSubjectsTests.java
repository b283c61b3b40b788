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
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.testing.Engines;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A page on another career, added to the guidance that ships. */
class OtherSubjectsTests {

	@TempDir
	static Path folder;

	private static QuestionAnswering engine;

	@BeforeAll
	static void publish() throws IOException {
		FileSystemUtils.copyRecursively(Engines.SHIPPED, folder);
		Files.writeString(folder.resolve("guidance/arborist.md"), """
				---
				title: Working as an arborist
				published: 2026-04
				---
				# Working as an arborist
				## What the work is
				An arborist climbs, prunes and fells trees, and advises owners on their health.
				Most arborists work for contractors; some work for councils or utilities.
				## Pay
				A climbing arborist earns £28,000 to £36,000 a year.
				A consulting arborist can earn £45,000 or more.
				The starting pay of a ground worker with trees is £22,500.
				## Training and certificates
				You need a chainsaw certificate (CS30 and CS31) before you use a saw at work.
				A level 2 apprenticeship takes about 24 months.
				You do not need a degree.
				## Hours
				The usual week is 40 hours, with an early start.
				Storm work can mean nights and weekends.
				## Who it suits
				You must be at least 16 to start an apprenticeship.
				""");
		engine = Engines.engine(folder);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			How much does an arborist earn?              | £28,000
			Do I need a degree to be an arborist?        | You do not need a degree.
			How long is the apprenticeship of arborists? | 24 months
			What hours does an arborist work?            | 40 hours
			Can an arborist work in the evenings?        | nights and weekends
			How old must you be to start as an arborist? | 16
			What does an arborist do all day?            | fells trees
			How do I become an arborist?                 | certificate
			""")
	void whatItSaysIsAnsweredFromItAlone(String question, String said) {
		var answer = answer(question);
		assertThat(answer.text()).contains(said);
		assertThat(answer.citations()).isNotEmpty()
			.allSatisfy((citation) -> assertThat(citation.source()).isEqualTo("arborist"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "What pension does an arborist get?", "Is there a bursary for arborist training?",
			"How many arborists are there in Wales?", "What is an arborist's holiday allowance?" })
	void whatItDoesNotSayIsNotAnsweredFromOthers(String question) {
		assertThat(answer(question).outcome()).isEqualTo(Outcome.NOT_COVERED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "I'm an arborist and my knees have gone. How do I become a SENCO?",
			"What hours does a SENCO work?" })
	void othersAreAnsweredAsBefore(String question) {
		assertThat(answer(question).citations()).isNotEmpty()
			.noneSatisfy((citation) -> assertThat(citation.source()).isEqualTo("arborist"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "What is the starting pay of a ground worker with trees?",
			"starting pay for a ground worker with trees" })
	void anotherCareersOlderFigureIsNotOlder(String question) {
		assertThat(answer(question).text()).contains("£22,500").doesNotContain("older source");
	}

	private static ComposedAnswer answer(String question) {
		return engine.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of()).answer();
	}

}
