package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.answering.Edition;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.review.Comparison.Change;
import org.signpost.testing.Engines;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What an edit of the small knowledge base changes. */
class AnswerComparisonTests {

	private static final LocalDate DATE = LocalDate.of(2026, 11, 21);

	private static final List<String> QUESTIONS = List.of("How much is the winter allowance?",
			"How much does a lock keeper earn in Wales?", "What does a lock cottage cost in Wales?",
			"How many hours a week does a lock keeper work?", "Are lock visits free?",
			"What does the Lock Operations Diploma cost?", "How long does an apprenticeship take?", "hello");

	@TempDir
	Path folder;

	@BeforeEach
	void copy() throws IOException {
		FileSystemUtils.copyRecursively(Engines.SMALL, this.folder);
	}

	@Test
	void nothingChangesWhereNothingWasEdited() {
		assertThat(changes()).isEmpty();
	}

	@Test
	void aFigureChangesTheAnswersThatRestOnItAndNoOther() throws IOException {
		edit("guidance/pay-2025.md", "£82 a week", "£91 a week");
		assertThat(changes()).singleElement().satisfies((change) -> {
			assertThat(change.question()).isEqualTo("What does a lock cottage cost in Wales?");
			assertThat(change.before().text()).contains("£82").doesNotContain("£91");
			assertThat(change.after().text()).contains("£91").doesNotContain("£82");
			assertThat(change.because()).containsExactly(id("In Wales, a lock cottage costs £91 a week."));
		});
	}

	@Test
	void oneThatEditorsReferToChangesTheirAnswerToo() throws IOException {
		edit("guidance/pay-2025.md", "£385", "£410");
		assertThat(changes()).singleElement().satisfies((change) -> {
			assertThat(change.question()).isEqualTo("How much is the winter allowance?");
			// the editors refer to the source, so theirs is given with its new figure
			assertThat(change.after().text()).isEqualTo(change.before().text().replace("£385", "£410"));
			assertThat(change.because()).containsExactly(id("The winter allowance is £410 a year."),
					"answers/winter-allowance.md");
		});
	}

	@Test
	void aRowOfATableChangesTheAnswersOfItsNation() throws IOException {
		edit("guidance/pay-2025.md", "£24,300", "£25,000");
		assertThat(changes()).extracting(Change::question)
			.containsExactly("How much does a lock keeper earn in Wales?");
	}

	@Test
	void whatMovesWithinItsFileChangesNothing() throws IOException {
		edit("guidance/lock-keeper-profile.md", "# Lock keeper\n", "# Lock keeper\nSome lock keepers keep bees.\n");
		assertThat(changes()).isEmpty();
		assertThat(comparison().statements().added()).hasSize(1);
	}

	@Test
	void whatIsNoStatementGoesByItsFile() throws IOException {
		edit("answers/winter-allowance.md", "What hours does a lock keeper work?", "Who gets it?");
		assertThat(changes()).singleElement()
			.satisfies((change) -> assertThat(change.because()).containsExactly("answers/winter-allowance.md"));
		edit("answers/winter-allowance.md", "Who gets it?", "What hours does a lock keeper work?");
		edit("guidance/pay-2022.md", "title: Pay of waterway staff, 2022", "title: Old pay of waterway staff");
		assertThat(changes()).isNotEmpty()
			.allSatisfy((change) -> assertThat(change.because()).contains("guidance/pay-2022.md"));
	}

	@Test
	void aLaterTurnIsAnotherBecauseOfTheOneBefore() throws IOException {
		edit("guidance/pay-2025.md", "£82 a week", "£91 a week");
		var conversation = EvaluationCase.read(List
			.of("{\"turns\": [{\"user\": \"What does a lock cottage cost in Wales?\"}, {\"user\": \"and in England?\"}]}"),
				"case")
			.getFirst();
		assertThat(comparison().changes("a", conversation)).isNotEmpty()
			.allSatisfy(
					(change) -> assertThat(change.because()).contains(id("In Wales, a lock cottage costs £91 a week.")))
			.first()
			.satisfies((change) -> assertThat(change.turn()).isEqualTo(1));
	}

	private List<Change> changes() {
		var comparison = comparison();
		var changes = new ArrayList<Change>();
		QUESTIONS.forEach((question) -> changes.addAll(comparison.changes(question,
				new EvaluationCase("", "", List.of(new EvaluationCase.Turn(question, null, null))))));
		return changes;
	}

	private AnswerComparison comparison() {
		var draft = new KnowledgeBaseReader(Engines.tools().sentences()).read(this.folder);
		var today = Edition.of(Engines.reading(Engines.SMALL), Engines.engine(Engines.SMALL));
		return new AnswerComparison(today, Edition.of(draft, Engines.fresh(draft.knowledgeBase())), DATE);
	}

	/** The id of a statement of the draft. */
	private String id(String text) {
		return new KnowledgeBaseReader(Engines.tools().sentences()).read(this.folder)
			.knowledgeBase()
			.statements()
			.stream()
			.filter((statement) -> statement.text().equals(text))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private void edit(String file, String what, String with) throws IOException {
		var path = this.folder.resolve(file);
		var text = Files.readString(path);
		assertThat(text).contains(what);
		Files.writeString(path, text.replace(what, with));
	}

}
