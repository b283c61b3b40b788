package org.signpost.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.conversation.OpenQuestion;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Slot;
import org.signpost.conversation.Turn;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;
import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.LuceneCandidates;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;
import org.signpost.understanding.SpeechAct.Group;
import org.signpost.understanding.SpeechActReading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is decided of judgements set by hand, so that no model has a say. */
class JudgementsDecideTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final Thresholds THRESHOLDS = new Thresholds(0.6, 0.3, 0.5, 0.5, 0.9);

	/** An answer speaks against a plea as loudly as the plea for itself. */
	private static final Weighing AGAINST = new Weighing(Map.of(), Map.of(), Map.of(Group.HANDOFF, -1.0));

	private static final String ASKED = "What does a lock cottage cost?";

	private static Judgement nothing(Query query) {
		return new Judgement(List.of(), 0);
	}

	@Test
	void answersFromTheBarOn() {
		assertThat(decide(judgement(0.6, statement("£82"), statement("£95")))).isInstanceOf(Decision.Answer.class);
	}

	@Test
	void asksBetweenWithTheTwoLikeliest() {
		assertThat(decide(judgement(0.59, statement("£82"), statement("39 hours"), statement("Lock visits are free"))))
			.isInstanceOfSatisfying(Decision.Clarify.class, (clarify) -> {
				assertThat(clarify.slot()).isEqualTo(Slot.TOPIC);
				assertThat(clarify.options()).containsExactly("Living on site", "Hours");
			});
	}

	@Test
	void declinesBelow() {
		assertThat(decide(judgement(0.29, statement("£82"), statement("39 hours")))).isInstanceOfSatisfying(
				Decision.Decline.class,
				(decline) -> assertThat(decline.reason()).isEqualTo(Decision.Reason.NOT_COVERED));
	}

	@Test
	void asksNothingWhereBothLikeliestAreOfOneSubject() {
		assertThat(decide(judgement(0.5, statement("£82"), statement("£95")))).isInstanceOf(Decision.Decline.class);
	}

	@Test
	void aChoiceOfOursThatIsTakenIsAnswered() {
		var asked = new Turn(ASKED, ASKED, Outcome.CLARIFY, null, false, null, List.of(), "", List.of(),
				new OpenQuestion(Slot.TOPIC, ASKED, List.of("Living on site", "Hours")));
		var interpretation = interpret("hours", null, List.of(asked));
		var decision = new DecisionPolicy(THRESHOLDS, AGAINST, Engines.supersession(), JudgementsDecideTests::nothing)
			.decide(interpretation, List.of(judgement(0.1, statement("£82"), statement("39 hours"))));
		assertThat(decision).isInstanceOfSatisfying(Decision.Answer.class,
				(answer) -> assertThat(answer.judgement().statements().getFirst().statement().text())
					.contains("39 hours"));
	}

	@Test
	void givesTheEditorsAnswerWhereItSaysWhatTheLikeliestStatementSays() {
		var statement = statement("allowance is £385");
		var editors = candidate("The winter allowance is £385 a year, from April 2025.");
		assertThat(decide(new Judgement(List.of(new Judged(statement, 0.9), new Judged(editors, 0.85)), 0.9)))
			.isInstanceOf(Decision.Curated.class);
		assertThat(decide(new Judgement(List.of(new Judged(statement, 0.9), new Judged(editors, 0.1)), 0.9)))
			.isInstanceOf(Decision.Answer.class);
		assertThat(
				decide(new Judgement(List.of(new Judged(statement("39 hours"), 0.9), new Judged(editors, 0.85)), 0.9)))
			.isInstanceOf(Decision.Answer.class);
	}

	@Test
	void anEditorsAnswerIsNotGivenForATimePast() {
		var editors = candidate("The winter allowance is £385 a year, from April 2025.");
		var judgement = new Judgement(
				List.of(new Judged(editors, 0.9), new Judged(statement("allowance is £310"), 0.8)), 0.9);
		assertThat(decide("What was the winter allowance in 2022?", null, judgement, JudgementsDecideTests::nothing))
			.isInstanceOf(Decision.Answer.class);
	}

	@Test
	void whatIsLikelyByItselfTakesThePlaceOfAnEditorsAnswerThatMayNotBeGiven() {
		var editors = candidate("The winter allowance is £385 a year, from April 2025.");
		var question = "What was the winter allowance in 2022?";
		assertThat(decide(question, null,
				new Judgement(List.of(new Judged(editors, 0.99), new Judged(statement("allowance is £310"), 0.7)), 0.9),
				JudgementsDecideTests::nothing))
			.isInstanceOf(Decision.Answer.class);
		assertThat(decide(question, null,
				new Judgement(List.of(new Judged(editors, 0.99), new Judged(statement("allowance is £310"), 0.5)), 0.9),
				JudgementsDecideTests::nothing))
			.isInstanceOf(Decision.Decline.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# plea | answered | handed over
			0.97   | 0.9      | true
			0.6    | 0.5      | true
			0.6    | 0.7      | false
			0.4    | 0.3      | false
			0.55   | 0.1      | true
			0.4    | 0.5      | false
			""")
	void whatIsReadIsWeighedAgainstWhatWouldAnswer(double plea, double answered, boolean handedOver) {
		var read = interpret(ASKED, null, List.of());
		var pleading = new Interpretation(read.question(), read.clean(),
				new SpeechActReading(Map.of(SpeechAct.STRESS, plea, SpeechAct.QUESTION, 1 - plea)), null,
				read.queries(), false, false);
		var judged = List.of(judgement(answered, statement("£82"), statement("£95")));
		assertThat(new DecisionPolicy(THRESHOLDS, AGAINST, Engines.supersession(), JudgementsDecideTests::nothing)
			.decide(pleading, judged)).matches((decision) -> decision instanceof Decision.HandOver == handedOver);
	}

	@Test
	void aPleaBeforeAQuestionIsMetHoweverLikelyTheQuestionIsAnswered() {
		var read = interpret(ASKED, null, List.of());
		var asks = new SpeechActReading(Map.of(SpeechAct.QUESTION, 0.99, SpeechAct.STRESS, 0.01));
		var told = new SpeechActReading(Map.of(SpeechAct.DESPAIR, 0.9, SpeechAct.FACT, 0.1));
		var judged = List.of(judgement(0.95, statement("£82"), statement("£95")));
		var policy = new DecisionPolicy(THRESHOLDS, AGAINST, Engines.supersession(), JudgementsDecideTests::nothing);
		assertThat(policy.decide(
				new Interpretation(read.question(), read.clean(), asks, told, read.queries(), false, false), judged))
			.isEqualTo(new Decision.HandOver("needs a person: DESPAIR", SpeechAct.DESPAIR, null));
		assertThat(policy.decide(
				new Interpretation(read.question(), read.clean(), asks, null, read.queries(), false, false), judged))
			.isInstanceOf(Decision.Answer.class);
	}

	@Test
	void aReadingKnowsItsGroupsAndASecondPlea() {
		var reading = new SpeechActReading(
				Map.of(SpeechAct.LEGAL, 0.3, SpeechAct.STRESS, 0.2, SpeechAct.DESPAIR, 0.1, SpeechAct.QUESTION, 0.4));
		assertThat(reading.act()).isEqualTo(SpeechAct.QUESTION);
		assertThat(reading.probability(Group.HANDOFF)).isCloseTo(0.6, within(1e-9));
		assertThat(reading.act(Group.HANDOFF)).isEqualTo(SpeechAct.LEGAL);
		assertThat(reading.secondPlea()).contains(SpeechAct.STRESS);
		assertThat(new SpeechActReading(Map.of(SpeechAct.DESPAIR, 0.7, SpeechAct.STRESS, 0.3)).secondPlea()).isEmpty();
	}

	@Test
	void aYearToComeIsAnsweredOnlyByWhatStatesIt() {
		var judgement = judgement(0.9, statement("costs £540"));
		assertThat(decide("What will the diploma cost in 2031?", null, judgement, JudgementsDecideTests::nothing))
			.isInstanceOf(Decision.Decline.class);
		var stated = judgement(0.9, statement("From 1 March 2027"));
		assertThat(decide("What will the diploma cost in 2027?", null, stated, JudgementsDecideTests::nothing))
			.isInstanceOf(Decision.Answer.class);
	}

	@Test
	void saysWhichOtherNationsAreCovered() {
		var decision = decide("What does a lock cottage cost?", Nation.SCOTLAND, judgement(0.1, statement("39 hours")),
				(query) -> judgement(0.9, statement("£82")));
		assertThat(decision).isInstanceOfSatisfying(Decision.Decline.class, (decline) -> {
			assertThat(decline.reason()).isEqualTo(Decision.Reason.OTHER_NATIONS_ONLY);
			assertThat(decline.covered()).containsExactly(Nation.WALES);
		});
	}

	@Test
	void theNationIsNotAskedForTwice() {
		var long1 = longStatement(Nation.WALES);
		var long2 = longStatement(Nation.SCOTLAND);
		var judgement = new Judgement(List.of(new Judged(long1, 0.9), new Judged(long2, 0.9)), 0.9);
		assertThat(decide(judgement)).isInstanceOfSatisfying(Decision.Clarify.class, (clarify) -> {
			assertThat(clarify.slot()).isEqualTo(Slot.NATION);
			assertThat(clarify.options()).containsExactly("Wales", "Scotland");
		});
		var asked = new Turn(ASKED, ASKED, Outcome.CLARIFY, null, false, null, List.of(), "", List.of(),
				new OpenQuestion(Slot.NATION, ASKED, List.of("Wales", "Scotland")));
		for (var reply : List.of("all of them", "ok", "yes")) {
			var interpretation = interpret(reply, null, List.of(asked));
			assertThat(interpretation.queries()).allMatch((query) -> query.nation() == null);
			assertThat(new DecisionPolicy(THRESHOLDS, AGAINST, Engines.supersession(), JudgementsDecideTests::nothing)
				.decide(interpretation, List.of(judgement))).as(reply).isNotInstanceOf(Decision.Clarify.class);
		}
	}

	@Test
	void aFactWithoutAnAnswerIsMetWithAQuestionBack() {
		var decision = decide("I left school at 16 and I have two children", null, judgement(0.1, statement("£82")),
				JudgementsDecideTests::nothing);
		assertThat(decision.rule()).isEqualTo("tells of themselves");
		var near = decide("I left school at 16 and I have two children", null, judgement(0.65, statement("£82")),
				JudgementsDecideTests::nothing);
		assertThat(near.rule()).isEqualTo("tells of themselves");
	}

	private static Decision decide(Judgement judgement) {
		return decide(ASKED, null, judgement, JudgementsDecideTests::nothing);
	}

	private static Decision decide(String question, @Nullable Nation nation, Judgement judgement,
			Function<Query, Judgement> judge) {
		return new DecisionPolicy(THRESHOLDS, AGAINST, Engines.supersession(), judge)
			.decide(interpret(question, nation, List.of()), List.of(judgement));
	}

	private static Interpretation interpret(String question, @Nullable Nation nation, List<Turn> history) {
		return Engines.interpreter().interpret(new Question(question, nation, false, TODAY), history);
	}

	private static Judgement judgement(double answered, Candidate... candidates) {
		double probability = 0.9;
		var judged = new java.util.ArrayList<Judged>();
		for (var candidate : candidates) {
			judged.add(new Judged(candidate, probability));
			probability -= 0.1;
		}
		return new Judgement(judged, answered);
	}

	private static Candidate statement(String part) {
		return LuceneCandidates.of(Engines.small())
			.stream()
			.filter((each) -> each instanceof StatementCandidate && each.text().contains(part))
			.findFirst()
			.orElseThrow();
	}

	private static Candidate candidate(String part) {
		return LuceneCandidates.of(Engines.small())
			.stream()
			.filter((each) -> !(each instanceof StatementCandidate) && each.text().contains(part))
			.findFirst()
			.orElseThrow();
	}

	private static Candidate longStatement(Nation nation) {
		var text = "In %s, ".formatted(nation.displayName()) + "it depends on much ".repeat(9);
		return new StatementCandidate(new Statement(nation + "#1", "a", Statement.Kind.SENTENCE, text, null,
				List.of("A"), Set.of(nation), true, null, 1), text);
	}

}
