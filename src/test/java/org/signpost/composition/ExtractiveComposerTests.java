package org.signpost.composition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Question;
import org.signpost.decision.Decision;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;
import org.signpost.retrieval.AnswerFit;
import org.signpost.retrieval.RankedStatements;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.retrieval.StatementRetriever;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpreter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is made of statements found, with guidance that nobody wrote a vocabulary for.
 * Where the ranking matters it is set by hand.
 */
class ExtractiveComposerTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final String EVERYWHERE = "Nationwide, the bonus for a ring of bells is £200 on average.";

	private static final String ENGLAND = "In England, the bonus for a ring of bells is £210.";

	private static final String WALES = "In Wales, the bonus for a ring of bells is £190.";

	private static final String SCOTLAND = "In Scotland, the bonus for a ring of bells is £230.";

	private static final String APRON = "a leather apron for a year";

	private static final String CLOGS = "clogs with steel toes for a year";

	private static final Interpreter interpreter = new Interpreter(Engines.foundry(), Engines.tools());

	private static final StatementRetriever retriever = new StatementRetriever(Engines.foundry(), Engines.tools());

	private static final AnswerComposer composer = new AnswerComposer(Engines.foundry());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			What is the top wage of a bell tuner?        | £29,800 | £24,600
			What is the loft money of a moulder?         | £150    | £120
			What is the starting wage of a moulder?      | £22,500 | £18,700
			""")
	void anOlderRowIsNamedWithOnlyTheCellsAskedFor(String question, String newer, String older) {
		var answer = answer(question, null, TODAY);
		assertThat(answer.blocks().getFirst().text()).contains(newer);
		assertThat(notes(answer)).singleElement()
			.asString()
			.startsWith("An older source (Guild of Founders, 2021)")
			.contains(older)
			.containsOnlyOnce("£");
	}

	@ParameterizedTest
	@ValueSource(strings = { "How long does the Bench Ticket take?", "What does the Bench Ticket cost?" })
	void whatTheGuidanceSaysIsReplacedIsSaidFirstAndTheOldOneIsANote(String question) {
		var answer = answer(question, Nation.WALES, TODAY);
		assertThat(answer.blocks().getFirst().text())
			.isEqualTo("Since 1 September 2025 trainees take the Founding Diploma, which replaces the Bench Ticket.");
		assertThat(notes(answer)).singleElement()
			.asString()
			.startsWith("An older source (Guild of Founders, 2020)")
			.contains("The Bench Ticket takes two years and costs £310.");
		assertThat(answer.blocks()).filteredOn((block) -> block.kind() != Block.Kind.NOTE)
			.noneMatch((block) -> block.text().contains("two years"));
	}

	@Test
	void whatWasNotYetReplacedOnTheDayAskedIsSaidAsItWas() {
		var answer = answer("How long does the Bench Ticket take?", Nation.WALES, LocalDate.of(2023, 5, 1));
		assertThat(answer.blocks().getFirst().text()).isEqualTo("The Bench Ticket takes two years and costs £310.");
		assertThat(answer.text()).doesNotContain("replaces");
	}

	@Test
	void whatDoesNotNameTheReplacedIsAnsweredWithoutIt() {
		var answer = answer("How long does the Founding Diploma take?", Nation.WALES, TODAY);
		assertThat(answer.blocks().getFirst().text()).contains("fifteen months");
		assertThat(answer.text()).doesNotContain("two years");
	}

	@Test
	void nationsStandSideBySideWhereAGeneralStatementRanksFirst() {
		var answer = compose("How much is the bonus for a ring of bells?", hit(EVERYWHERE, 1), hit(ENGLAND, 0.9),
				hit(WALES, 0.9), hit(SCOTLAND, 0.9));
		assertThat(answer.blocks()).extracting(Block::text).containsExactly(ENGLAND, WALES, SCOTLAND);
		assertThat(answer.blocks()).extracting(Block::kind).containsOnly(Block.Kind.LI);
	}

	@Test
	void aGeneralStatementIsNotPutBehindTwoNationsOnly() {
		var answer = compose("How much is the bonus for a ring of bells?", hit(EVERYWHERE, 1), hit(ENGLAND, 0.9),
				hit(WALES, 0.9));
		assertThat(answer.blocks().getFirst().text()).isEqualTo(EVERYWHERE);
	}

	@Test
	void aGeneralStatementStaysFirstWhereTheNationsOnesAreFarOrSpeakLessOfIt() {
		var question = "How much is the bonus for a ring of bells?";
		assertThat(compose(question, hit(EVERYWHERE, 1), hit(ENGLAND, 0.69), hit(WALES, 0.69), hit(SCOTLAND, 0.69))
			.blocks()
			.getFirst()
			.text()).isEqualTo(EVERYWHERE);
		assertThat(compose(question, hit(EVERYWHERE, 1), hit(ENGLAND, 0.9, 0.5), hit(WALES, 0.9, 0.5),
				hit(SCOTLAND, 0.9, 0.5))
			.blocks()
			.getFirst()
			.text()).isEqualTo(EVERYWHERE);
	}

	@Test
	void aGeneralStatementStaysFirstWhereNoFigureIsAskedFor() {
		var answer = compose("Is there a bonus for a ring of bells?", hit(EVERYWHERE, 1), hit(ENGLAND, 0.9),
				hit(WALES, 0.9), hit(SCOTLAND, 0.9));
		assertThat(answer.blocks().getFirst().text()).isEqualTo(EVERYWHERE);
	}

	@Test
	void oneItemOfAListStandsAloneWhereOnlyItIsAskedFor() {
		var answer = compose("Does a moulder get clogs?", hit(CLOGS, 1), hit(APRON, 0.6));
		assertThat(answer.text()).isEqualTo("The foundry lends each moulder: clogs with steel toes for a year.");
	}

	@Test
	void theWholeListIsGivenWhereItIsAskedForOrItsItemsAreAsNear() {
		var whole = List.of(APRON, CLOGS, "a felt hood for pouring days");
		assertThat(compose("What things does a moulder get?", hit(CLOGS, 1), hit(APRON, 0.6)).text()).contains(whole);
		assertThat(compose("Does a moulder get clogs?", hit(CLOGS, 1), hit(APRON, 0.8)).text()).contains(whole);
		assertThat(compose("Does a moulder get clogs?", hit(CLOGS, 1, 0.7), hit(APRON, 0.6)).text()).contains(whole);
	}

	@Test
	void theNearestDayToComeGoesFirstIfEventsAreAskedFor() {
		var answer = compose("When is the next visit?", hit("Owlmere Foundry: 6 February 2027, 14:00", 1),
				hit("Harbeck Foundry: 12 December 2026, 10:00", 0.9));
		assertThat(answer.blocks().getFirst().text()).contains("Harbeck");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Do any children stay behind the rail?", "Will children soon stay behind the rail?" })
	void noEventGoesFirstIfNoneIsAskedFor(String question) {
		var answer = compose(question, hit("Children under eight stay behind the rail.", 1),
				hit("Harbeck Foundry: 12 December 2026, 10:00", 0.5));
		assertThat(answer.blocks().getFirst().text()).isEqualTo("Children under eight stay behind the rail.");
	}

	private static List<String> notes(ComposedAnswer answer) {
		return answer.blocks().stream().filter((block) -> block.kind() == Block.Kind.NOTE).map(Block::text).toList();
	}

	private static ComposedAnswer answer(String question, @Nullable Nation nation, LocalDate date) {
		var interpretation = interpreter.interpret(new Question(question, nation, false, date), List.of());
		var query = interpretation.queries().getFirst();
		return composer.compose(new Decision.Answer("enough evidence", query, retriever.retrieve(query)),
				interpretation);
	}

	private static ComposedAnswer compose(String question, Hit... hits) {
		var interpretation = interpreter.interpret(new Question(question, null, false, TODAY), List.of());
		var query = interpretation.queries().getFirst();
		var scored = Arrays.stream(hits).map((hit) -> hit.scored(query.shape())).toList();
		var found = new RankedStatements(scored, List.of(), List.of(), 0.4, 0.5, 3, 0.9, 0, 0);
		return composer.compose(new Decision.Answer("enough evidence", query, found), interpretation);
	}

	private static Hit hit(String text, double score) {
		return hit(text, score, 0.9);
	}

	private static Hit hit(String text, double score, double coverage) {
		return new Hit(Engines.foundry()
			.statements()
			.stream()
			.filter((statement) -> statement.text().equals(text))
			.findFirst()
			.orElseThrow(), score, coverage);
	}

	/** A statement as it was found. */
	private record Hit(Statement statement, double score, double coverage) {

		ScoredStatement scored(AnswerShape shape) {
			var fits = AnswerFit.holds(this.statement.text(), this.statement.figures(), shape);
			return new ScoredStatement(this.statement, this.score, 1, 0.7, 0.7, this.coverage, this.coverage, fits,
					"kept");
		}

	}

}
