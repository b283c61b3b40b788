package org.signpost.composition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.conversation.Question;
import org.signpost.decision.Decision;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Statement;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpreter;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of a table, the likelihoods of its rows set by hand. */
class ReadingOrderTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final String FERRIES = "Skippers and deckhands work on ferries.";

	@TempDir
	static Path folder;

	private static KnowledgeBase knowledgeBase;

	private static Interpreter interpreter;

	private static AnswerComposer composer;

	@BeforeAll
	static void publish() throws IOException {
		Files.createDirectories(folder.resolve("guidance"));
		Files.writeString(folder.resolve("guidance/harbour.md"), """
				---
				title: Work in a harbour
				published: 2026-03
				---
				# Work in a harbour
				## Grades of skipper
				| Grade | Years at sea | Licence |
				|---|---|---|
				| Deckhand | two | none |
				| Mate | four | coastal |
				| Skipper | nine | offshore |

				Skippers and deckhands work on ferries.
				## Kit
				Bring along:
				- boots with steel toes
				- a lamp with spare cells

				Come and look:
				- Open day at Pell quay: 6 February 2027
				- Open day at Marrick quay: 12 December 2026
				""");
		knowledgeBase = Engines.knowledgeBase(folder);
		interpreter = new Interpreter(knowledgeBase, Engines.tools());
		composer = new AnswerComposer(knowledgeBase, Engines.supersession());
	}

	@Test
	void rowsOfOneTableAreSaidAsTheTableHasThem() {
		assertThat(answer("How do people get on at sea?", "Skipper", "Deckhand", "Mate")).satisfiesExactly(
				(text) -> assertThat(text).contains("Deckhand"), (text) -> assertThat(text).contains("Mate"),
				(text) -> assertThat(text).contains("Skipper"));
	}

	@Test
	void theRowAskedForByNameIsSaidFirst() {
		var named = statement("Skipper");
		var rows = List.of(named, statement("Mate"), statement("Deckhand"));
		var query = interpreter.interpret(new Question("How long is a skipper at sea?", null, false, TODAY), List.of())
			.queries()
			.getFirst();
		assertThat(ReadingOrder.of(rows, query, knowledgeBase)).containsExactly(named, statement("Deckhand"),
				statement("Mate"));
	}

	@Test
	void whatIsOfNoTableKeepsItsPlaceAmongRows() {
		assertThat(answer("How do people get on at sea?", "Skipper", FERRIES, "Deckhand")).satisfiesExactly(
				(text) -> assertThat(text).contains("Deckhand: "), (text) -> assertThat(text).isEqualTo(FERRIES),
				(text) -> assertThat(text).contains("Skipper: "));
	}

	@Test
	void twoItemsOfOneListAreSaidAsTheListHasThem() {
		assertThat(answer("What do I bring?", "lamp", "boots")).containsExactly("Bring along: boots with steel toes.",
				"Bring along: a lamp with spare cells.");
	}

	@Test
	void daysOfEventsAreNotPutBackIntoTheOrderOfTheirList() {
		assertThat(answer("When is the next open day?", "Pell", "Marrick").getFirst()).contains("Marrick");
	}

	private static List<String> answer(String question, String... likeliestFirst) {
		var judged = IntStream.range(0, likeliestFirst.length)
			.mapToObj((i) -> new Judged(
					new StatementCandidate(statement(likeliestFirst[i]), statement(likeliestFirst[i]).text()),
					0.9 - 0.05 * i))
			.toList();
		var interpretation = interpreter.interpret(new Question(question, null, false, TODAY), List.of());
		var query = interpretation.queries().getFirst();
		return composer
			.compose(new Decision.Answer("likely answered", query, new Judgement(judged, 0.9)), interpretation)
			.blocks()
			.stream()
			.filter((block) -> block.kind() == Block.Kind.P)
			.map(Block::text)
			.toList();
	}

	private static Statement statement(String mark) {
		return knowledgeBase.statements()
			.stream()
			.filter((each) -> each.kind() != Statement.Kind.COLUMN && each.text().contains(mark))
			.findFirst()
			.orElseThrow();
	}

}
