package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.answering.Answered;
import org.signpost.answering.Edition;
import org.signpost.answering.QuestionAnswering;
import org.signpost.conversation.Question;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One figure of one shipped source is changed: the editors' answers that rest on it say
 * the new one, and no other answer changes.
 */
class ReferredFiguresTests {

	private static final LocalDate DATE = LocalDate.of(2026, 11, 21);

	@TempDir
	Path folder;

	@BeforeEach
	void copy() throws IOException {
		FileSystemUtils.copyRecursively(Engines.SHIPPED, this.folder);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tlr-payments       | git-pay    | £17,216          | £17,905
			london-pay         | git-pay    | £62,496          | £63,170
			npq-senco-duration | npq-trans  | 22               | 24
			send-reform-status | wp-hansard | 23 February 2026 | 24 February 2026
			""")
	void theEditorsAnswerSaysTheNewOneAndTheOldOneNowhere(String intent, String source, String old, String fresh)
			throws IOException {
		edit(source, old, fresh);
		var reading = read();
		assertThat(reading.problems()).isEmpty();
		var question = Engines.shipped().findAnswer(intent).orElseThrow().examples().getFirst();
		var before = ask(Engines.engine(Engines.SHIPPED), question);
		var after = ask(Engines.fresh(reading.knowledgeBase()), question);
		assertThat(before.turn().intent()).isEqualTo(intent);
		assertThat(after.turn().intent()).isEqualTo(intent);
		assertThat(before.answer().text()).contains(old);
		assertThat(after.answer().text()).isEqualTo(before.answer().text().replace(old, fresh));
	}

	@Test
	void aComparisonListsTheAnswersThatRestOnItAndNoOther() throws IOException {
		edit("git-pay", "£62,496", "£63,170");
		var reading = read();
		var today = Edition.of(Engines.reading(Engines.SHIPPED), Engines.engine(Engines.SHIPPED));
		var comparison = new AnswerComparison(today, Edition.of(reading, Engines.fresh(reading.knowledgeBase())), DATE);
		var changed = new TreeMap<String, List<String>>();
		for (var answer : Engines.shipped().answers()) {
			for (var nation : citing(answer, "git-pay") ? List.of(Nation.ENGLAND, Nation.WALES) : List.<Nation>of()) {
				var asked = new EvaluationCase.Turn(answer.examples().getFirst(), nation, null);
				comparison.changes(answer.intent(), new EvaluationCase("", "", List.of(asked)))
					.forEach((change) -> changed.put(answer.intent() + " " + nation, change.because()));
			}
		}
		assertThat(changed).isEqualTo(Map.of("london-pay ENGLAND", List.of("git-pay#10", "answers/london-pay.md"),
				"london-pay WALES", List.of("git-pay#10", "answers/london-pay.md"), "teacher-pay-range ENGLAND",
				List.of("git-pay#10", "answers/teacher-pay-range.md")));
	}

	private static boolean citing(CuratedAnswer answer, String source) {
		return answer.sections()
			.stream()
			.flatMap((section) -> section.lines().stream())
			.anyMatch((line) -> line.sources().contains(source));
	}

	private KnowledgeBaseReader.Reading read() {
		return new KnowledgeBaseReader(Engines.tools().sentences()).read(this.folder);
	}

	private static Answered ask(QuestionAnswering engine, String question) {
		return engine.answer(new Question(question, Nation.ENGLAND, false, DATE), List.of());
	}

	private void edit(String source, String what, String with) throws IOException {
		var path = this.folder.resolve("guidance/" + source + ".md");
		var text = Files.readString(path);
		assertThat(text).contains(what);
		Files.writeString(path, text.replace(what, with));
	}

}
