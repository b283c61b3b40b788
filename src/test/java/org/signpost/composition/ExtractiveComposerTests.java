package org.signpost.composition;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Question;
import org.signpost.decision.Decision;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.Nation;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpreter;
import org.signpost.understanding.Query;

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

	private static final Function<Query, Judgement> judge = Engines.judge(Engines.foundry());

	private static final AnswerComposer composer = new AnswerComposer(Engines.foundry(), Engines.supersession());

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
	void nationsStandSideBySideWhereTheLikeliestIsOfOneNation() {
		var answer = compose("How much is the bonus for a ring of bells?", hit(ENGLAND, 0.9), hit(WALES, 0.9),
				hit(SCOTLAND, 0.8), hit(EVERYWHERE, 0.7));
		assertThat(answer.blocks()).extracting(Block::text).containsExactly(ENGLAND, WALES, SCOTLAND);
		assertThat(answer.blocks()).extracting(Block::kind).containsOnly(Block.Kind.LI);
	}

	@Test
	void whatIsMuchLessLikelyStandsBesideNothing() {
		assertThat(compose("How much is the bonus for a ring of bells?", hit(ENGLAND, 0.9), hit(WALES, 0.3)).text())
			.isEqualTo(ENGLAND);
	}

	@Test
	void aGeneralStatementThatIsLikeliestStaysFirst() {
		var answer = compose("How much is the bonus for a ring of bells?", hit(EVERYWHERE, 0.9), hit(ENGLAND, 0.3),
				hit(WALES, 0.3));
		assertThat(answer.text()).isEqualTo(EVERYWHERE);
	}

	@Test
	void oneItemOfAListStandsAloneWhereNoOtherIsLikely() {
		var answer = compose("Does a moulder get clogs?", hit(CLOGS, 0.9), hit(APRON, 0.2));
		assertThat(answer.text()).isEqualTo("The foundry lends each moulder: clogs with steel toes for a year.");
	}

	@Test
	void theWholeListIsGivenWhereSeveralOfItsItemsAreLikely() {
		var hood = "a felt hood for pouring days";
		assertThat(compose("What things does a moulder get?", hit(CLOGS, 0.9), hit(APRON, 0.8), hit(hood, 0.7)).text())
			.contains(APRON, CLOGS, hood);
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
		return composer.compose(new Decision.Answer("likely answered", query, judge.apply(query)), interpretation);
	}

	@Test
	void theLikeliestThatIsOfTheYearNamedIsWhatIsAskedFor() {
		var older = row("wages-2021", "£18,700");
		var newer = row("wages-2026", "£22,500");
		assertThat(compose("My uncle began as a moulder in 2021. His wage?", hit(older, 0.9), hit(newer, 0.8)).blocks()
			.getFirst()
			.text()).contains("£18,700");
		assertThat(
				compose("A moulder's wage at the start?", hit(older, 0.9), hit(newer, 0.8)).blocks().getFirst().text())
			.contains("£22,500");
	}

	@Test
	void theOlderGoesFirstAndTheNewerIsSaidBesideItWhereTheOlderAloneIsLikely() {
		var answer = compose("And in the old days, a moulder's wage?", hit(row("wages-2021", "£18,700"), 0.9),
				hit(row("wages-2026", "£22,500"), 0.1));
		assertThat(answer.blocks().getFirst().text()).contains("£18,700");
		assertThat(answer.blocks().get(1).text()).contains("£22,500");
	}

	private static String row(String source, String pay) {
		return Engines.foundry()
			.statements()
			.stream()
			.filter((each) -> each.source().equals(source) && each.text().contains(pay))
			.findFirst()
			.orElseThrow()
			.text();
	}

	private static ComposedAnswer compose(String question, Judged... judged) {
		var interpretation = interpreter.interpret(new Question(question, null, false, TODAY), List.of());
		var query = interpretation.queries().getFirst();
		return composer.compose(
				new Decision.Answer("likely answered", query, new Judgement(List.of(judged), judged[0].probability())),
				interpretation);
	}

	private static Judged hit(String text, double probability) {
		var statement = Engines.foundry()
			.statements()
			.stream()
			.filter((each) -> each.text().equals(text))
			.findFirst()
			.orElseThrow();
		return new Judged(new StatementCandidate(statement, text), probability);
	}

}
