package org.signpost.composition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.conversation.Question;
import org.signpost.decision.Decision;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Interpreter;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said beside an answer, the likelihoods set by hand. */
class SaidBesideTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final String PAY = "A deckhand starts on £21,400 a year.";

	private static final String OTHER_WORDS = "Somebody new on deck earns £21,400 in the first twelve months as a deckhand.";

	private static final String WATCH = "A watch at sea is six hours.";

	private static final String KIT = "You bring your own:";

	@TempDir
	static Path folder;

	private static KnowledgeBase knowledgeBase;

	private static AnswerComposer composer;

	private static Interpretation interpretation;

	@BeforeAll
	static void publish() throws IOException {
		Files.createDirectories(folder.resolve("guidance"));
		Files.createDirectories(folder.resolve("answers"));
		Files.writeString(folder.resolve("guidance/harbour.md"), """
				---
				title: Work in a harbour
				published: 2026-03
				---
				# Work in a harbour
				## Pay
				A deckhand starts on £21,400 a year.
				Somebody new on deck earns £21,400 in the first twelve months as a deckhand.
				Night work is paid half as much again.
				## Hours
				A watch at sea is six hours.
				## Kit
				You bring your own:
				- boots with steel toes
				- a lamp with spare cells
				""");
		write("deckhand-pay", "a deckhand's pay", "A deckhand starts on £21,400 a year. [harbour]");
		write("watches", "the length of a watch", "It is six hours. [harbour]");
		write("kit", "the kit of a deckhand", """
				You bring your own: [harbour]
				- boots with steel toes [harbour]
				- a lamp with spare cells [harbour]""");
		write("pension", "a deckhand's pension", "The guidance here says nothing of pensions.");
		knowledgeBase = Engines.knowledgeBase(folder);
		composer = new AnswerComposer(knowledgeBase, Engines.supersession());
		interpretation = new Interpreter(knowledgeBase, Engines.tools())
			.interpret(new Question("What is it like to begin on a boat?", null, false, TODAY), List.of());
	}

	private static void write(String intent, String title, String lines) throws IOException {
		var examples = Stream
			.of("Tell me of", "I ask about", "What is", "Do you know", "Say something on", "Explain", "Anything on",
					"More about")
			.map((start) -> "  - " + start + " " + title + "\n")
			.collect(Collectors.joining());
		Files.writeString(folder.resolve("answers/" + intent + ".md"),
				"---\ntitle: " + title + "\nexamples:\n" + examples + "---\n## Anywhere\n" + lines + "\n");
	}

	@Test
	void anotherEditorsAnswerAboutAsLikelyIsBegunWithItsTitleWhereItsLineDoesNotNameIt() {
		assertThat(curated(0.8, editors("deckhand-pay", 0.9), editors("watches", 0.88))).containsExactly(PAY,
				"The length of a watch: It is six hours.");
	}

	@Test
	void aLineThatLeadsInComesWithItsItems() {
		assertThat(curated(0.8, editors("watches", 0.9), editors("kit", 0.88))).containsExactly("It is six hours.",
				"The kit of a deckhand: " + KIT, "boots with steel toes", "a lamp with spare cells");
	}

	@Test
	void whatIsLessLikelyIsLeftOut() {
		assertThat(curated(0.8, editors("deckhand-pay", 0.9), editors("watches", 0.6))).containsExactly(PAY);
	}

	@Test
	void besideAnAnswerAllButSureOnlyAStatementIsSaid() {
		assertThat(curated(0.97, editors("deckhand-pay", 0.9), editors("watches", 0.88))).containsExactly(PAY);
		assertThat(curated(0.97, editors("deckhand-pay", 0.9), editors("kit", 0.89), statement(WATCH, 0.88)))
			.containsExactly(PAY, WATCH);
	}

	@Test
	void whatTheAnswerSaysAlreadyIsPassedOverForTheNext() {
		assertThat(curated(0.8, editors("deckhand-pay", 0.9), statement(PAY, 0.89), statement(WATCH, 0.88)))
			.containsExactly(PAY, WATCH);
	}

	@Test
	void theSameInOtherWordsIsPassedOverToo() {
		assertThat(curated(0.8, editors("deckhand-pay", 0.9), statement(OTHER_WORDS, 0.89), statement(WATCH, 0.88)))
			.containsExactly(PAY, WATCH);
	}

	@Test
	void thatNothingIsKnownIsNotSaidBesideWhatIs() {
		assertThat(curated(0.8, editors("deckhand-pay", 0.9), editors("pension", 0.89))).containsExactly(PAY);
	}

	@Test
	void statementsToo() {
		var judgement = new Judgement(List.of(statement(WATCH, 0.9), editors("deckhand-pay", 0.85)), 0.8);
		assertThat(said(new Decision.Answer("likely", interpretation.queries().getFirst(), judgement)))
			.containsExactly(WATCH, PAY);
	}

	@Test
	void nothingIsSaidBesideAnswersToSeveralThings() {
		var pay = decision(0.8, editors("deckhand-pay", 0.9), editors("watches", 0.88));
		assertThat(said(new Decision.Several("two", List.of(pay, pay)))).containsExactly(PAY);
	}

	private static List<String> curated(double answered, Judged... judged) {
		return said(decision(answered, judged));
	}

	private static Decision.Curated decision(double answered, Judged... judged) {
		return new Decision.Curated("likely", interpretation.queries().getFirst(), (CuratedCandidate) judged[0].what(),
				new Judgement(List.of(judged), answered));
	}

	private static List<String> said(Decision decision) {
		return composer.compose(decision, interpretation).blocks().stream().map(Block::text).toList();
	}

	private static Judged editors(String intent, double probability) {
		var answer = knowledgeBase.answers()
			.stream()
			.filter((each) -> each.intent().equals(intent))
			.findFirst()
			.orElseThrow();
		return new Judged(new CuratedCandidate(answer, answer.sections().getFirst(), answer.title(), Set.of()),
				probability);
	}

	private static Judged statement(String text, double probability) {
		var statement = knowledgeBase.statements()
			.stream()
			.filter((each) -> each.text().equals(text))
			.findFirst()
			.orElseThrow();
		return new Judged(new StatementCandidate(statement, text), probability);
	}

}
