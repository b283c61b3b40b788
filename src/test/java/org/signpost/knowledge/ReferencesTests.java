package org.signpost.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.language.Progress;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What curated answers take from the sources, and what becomes of them when it changes.
 */
class ReferencesTests {

	private static final Sentences sentences = new Sentences();

	private static final String SOURCE = """
			---
			title: Lock keeper
			---
			The winter allowance is £300{#winter-min} to £385{#winter-max} a year from 1 April 2025{#winter-from}.
			The Sluice Certificate takes 14{#months} months, at level 7.
			A lock cottage costs £82 a week.
			A key costs £12{#key}.
			It is £96 by the Canal Act 2010, and £97 by a rule of 2011.
			New lock keepers take the [Lock Operations Diploma]{#new-qualification} at a college.
			""";

	private static final String ANSWER = """
			---
			title: the winter allowance
			examples: [a b, c d, e f, g h, i j]
			---
			## Anywhere
			""";

	@TempDir
	Path folder;

	@BeforeEach
	void writeTheSource() throws IOException {
		source(SOURCE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					It is {amount lock#winter-min} to {amount lock#winter-max} a year. [lock] | It is £300 to £385 a year.
					It is {amount lock#winter-max} a year.                                    | It is £385 a year.
					It is paid from {date lock#winter-from}. [lock]                           | It is paid from 1 April 2025.
					It is paid from {month lock#winter-from}. [lock]                          | It is paid from April 2025.
					It is paid from {year lock#winter-from}. [lock]                           | It is paid from 2025.
					> It takes {number lock#months} months. [lock]                            | It takes 14 months.
					- {number lock#months} months                                             | 14 months
					New keepers take the {words lock#new-qualification}. [lock]                         | New keepers take the Lock Operations Diploma.
					{words lock#new-qualification}: that is what new keepers take.                      | Lock Operations Diploma: that is what new keepers take.
					The diploma costs more than {words lock#key}.                             | The diploma costs more than £12.
					""")
	void saysTheValueAndCitesItsSource(String text, String said) throws IOException {
		answer(text);
		var line = line(read());
		assertThat(line.text()).isEqualTo(said);
		assertThat(line.sources()).containsExactly("lock");
		assertThat(line.evidence()).isNotEmpty();
		assertThat(read().problems()).isEmpty();
	}

	@Test
	void aSentenceCitesTheSourcesOfItsOwnReferences() throws IOException {
		Files.writeString(this.folder.resolve("guidance/rule.md"),
				"---\ntitle: Rule\n---\nA visit costs £3{#visit}.\n");
		answer("It is {amount lock#winter-max} a year. A visit costs {amount rule#visit}. [rule]");
		assertThat(read().knowledgeBase().answers().getFirst().findAnywhere().orElseThrow().lines())
			.extracting(CuratedAnswer.Line::sources)
			.containsExactly(List.of("lock"), List.of("rule"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
							It is {amount luck#winter-max}. [lock]   | there is no source "luck"; nearest: lock
							It is {amount lock#winter-mix}. [lock]   | guidance/lock.md names no value {#winter-mix}; nearest: {#winter-max}, {#winter-min}, {#winter-from}
							It is {amount lock}. [lock]              | "{amount lock}" is no reference; write as in {amount source-id#name}
					It is £385{#winter-max}. [lock]          | "{#winter-max}" is no reference; write as in {amount source-id#name}
					It is {lock #winter-max. [lock]          | "{lock #winter-max. [lock]" is no reference; write as in {amount source-id#name}
					It is {money lock#winter-max}. [lock]    | "money" is no kind of value; write {amount lock#winter-max}
							""")
	void aReferenceThatLeadsNowhereIsAMistake(String text, String problem) throws IOException {
		answer(text);
		var reading = read();
		assertThat(problems(reading)).startsWith("answers/winter.md:6: " + problem);
		assertThat(reading.faultless()).isFalse();
		assertThat(reading.knowledgeBase().answers()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					£385{#winter-max} a year | nothing{#winter-max} now       | {#winter-max} in line 4 of guidance/lock.md stands after no figure any more
					£385{#winter-max} a year | 5%{#winter-max} of pay         | "5%", named {#winter-max} in line 4 of guidance/lock.md, is no amount; where the answer still holds, write {percentage lock#winter-max}
					""")
	void whatHasGoneOrIsOfAnotherKindSetsTheAnswerAside(String was, String is, String problem) throws IOException {
		answer("It is {amount lock#winter-max} a year. [lock]");
		source(SOURCE.replace(was, is));
		var reading = read();
		assertThat(problems(reading)).contains("answers/winter.md:6: warning: " + problem);
		assertThat(reading.faultless()).isTrue();
		assertThat(reading.setAside()).hasSize(1);
		assertThat(reading.knowledgeBase().answers()).isEmpty();
	}

	@Test
	void aNameThatTheSourceChangesIsChangedInTheAnswer() throws IOException {
		answer("New keepers take the {words lock#new-qualification}.");
		source(SOURCE.replace("Lock Operations Diploma", "Diploma of Inland Waterways"));
		assertThat(line(read()).text()).isEqualTo("New keepers take the Diploma of Inland Waterways.");
		assertThat(read().problems()).isEmpty();
	}

	@Test
	void aNameThatIsGoneSetsTheAnswerAside() throws IOException {
		answer("New keepers take the {words lock#new-qualification}.");
		source(SOURCE.replace("[Lock Operations Diploma]{#new-qualification}", "{#new-qualification}course"));
		assertThat(problems(read())).contains(
				"answers/winter.md:6: warning: {#new-qualification} in line 9 of guidance/lock.md stands after no figure any more");
		assertThat(read().knowledgeBase().answers()).isEmpty();
	}

	@Test
	void anAmountIsNoName() throws IOException {
		answer("New keepers take the {amount lock#new-qualification}. [lock]");
		assertThat(problems(read())).contains(
				"answers/winter.md:6: warning: \"Lock Operations Diploma\", named {#new-qualification} in line 9 of guidance/lock.md, is no amount; where the answer still holds, write {words lock#new-qualification}");
	}

	@Test
	void anAnswerThatWasRightIsSetAsideWhenItsSourceLosesTheValue() throws IOException {
		var kept = new LastGoodFiles(Files.createDirectory(this.folder.resolve("kept")));
		var answer = ANSWER
				+ "It is {amount lock#winter-max} a year. [lock]\n## Wales\nA key costs {amount lock#key}.\n";
		Files.createDirectories(this.folder.resolve("answers"));
		Files.writeString(this.folder.resolve("answers/winter.md"), answer);
		var reader = new KnowledgeBaseReader(sentences);
		kept.keep(reader.read(this.folder, kept, Progress.UNSEEN));
		source(SOURCE.replace("{#winter-max}", ""));
		for (int i = 0; i < 2; i++) {
			var reading = reader.read(this.folder, kept, Progress.UNSEEN);
			assertThat(reading.faultless()).isTrue();
			assertThat(problems(reading)).contains(
					"answers/winter.md:6: warning: guidance/lock.md names no value {#winter-max}; nearest: {#winter-min}, {#winter-from}, {#months}");
			var sections = reading.knowledgeBase().answers().getFirst().sections();
			assertThat(sections).extracting(CuratedAnswer.Section::nations)
				.containsExactly(java.util.Set.of(Nation.WALES));
			kept.keep(reading);
		}
		assertThat(problems(read())).contains(
				"answers/winter.md:6: guidance/lock.md names no value {#winter-max}; nearest: {#winter-min}, {#winter-from}, {#months}");
	}

	@Test
	void aReferenceWithoutAKindIsReadAndMended() throws IOException {
		answer("It is {lock#winter-max} a year. [lock]");
		assertThat(line(read()).text()).isEqualTo("It is £385 a year.");
		assertThat(problems(read())).containsExactly(
				"answers/winter.md:6: warning: write {amount lock#winter-max}, so that the answer is set aside when that is no amount any more");
	}

	@Test
	void aSourceThatIsLeftOutLeavesTheAnswerAside() throws IOException {
		Files.writeString(this.folder.resolve("guidance/rule.md"), "A visit costs £3{#visit}.\n");
		answer("A visit costs {amount rule#visit}. [lock]");
		assertThat(problems(read())).contains("answers/winter.md:6: warning: guidance/rule.md is left out");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					It is up to £385 a year. [lock]           | for "£385" write {amount lock#winter-max}
					It is paid from 1 April 2025. [lock]      | for "1 April 2025" write {date lock#winter-from}
					It is paid from April 2025. [lock]        | for "April 2025" write {month lock#winter-from}
					It takes 14 months. [lock]                | for "14" write {number lock#months}
					A cottage costs £82 a week. [lock]        | for "£82" name it in line 6 of guidance/lock.md, as in £82{#a-name}, and write {amount lock#a-name}
					It is {amount lock#winter-min} to £385.   | for "£385" write {amount lock#winter-max}
					Take the Lock Operations Diploma. [lock]  | for "Lock Operations Diploma" write {words lock#new-qualification}
					A rule of 2011 makes it £97. [lock]       | for "2011" name it in line 8 of guidance/lock.md, as in 2011{#a-name}, and write {date lock#a-name}; for "£97" name it in line 8 of guidance/lock.md, as in £97{#a-name}, and write {amount lock#a-name}
					""")
	void tellsWhatToWriteForAFigureThatIsTyped(String text, String instead) throws IOException {
		answer(text);
		var reading = read();
		assertThat(problems(reading)).containsExactly(
				"answers/winter.md:6: warning: what a source states is taken from there, not typed: " + instead);
		assertThat(reading.knowledgeBase().answers()).hasSize(1);
	}

	@Test
	void whatIsSetAsideIsMendedFirst() throws IOException {
		answer("It is £386 a year. [lock]\n## Wales\nA cottage costs £82 a week. [lock]");
		assertThat(problems(read())).hasSize(2).noneMatch((problem) -> problem.contains("£82"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The Canal Act 2010 says so. [lock]
			The certificate is at level 7. [lock]
			The allowance is paid by the year. [lock]
			Lock keepers have one allowance for the winter. [lock]
			It is called {words lock#new-qualification}.
			The Lock Operations Diplomas are no such. [lock]
			""")
	void leavesAloneWhatIsANameOrNoFigure(String text) throws IOException {
		answer(text);
		assertThat(read().problems()).isEmpty();
	}

	private void source(String text) throws IOException {
		Files.createDirectories(this.folder.resolve("guidance"));
		Files.writeString(this.folder.resolve("guidance/lock.md"), text);
	}

	private void answer(String text) throws IOException {
		Files.createDirectories(this.folder.resolve("answers"));
		Files.writeString(this.folder.resolve("answers/winter.md"), ANSWER + text + "\n");
	}

	private Reading read() {
		return new KnowledgeBaseReader(sentences).read(this.folder);
	}

	private static List<String> problems(Reading reading) {
		return reading.problems().stream().map(Problem::toString).toList();
	}

	private static CuratedAnswer.Line line(Reading reading) {
		return reading.knowledgeBase().answers().getFirst().findAnywhere().orElseThrow().lines().getFirst();
	}

}
