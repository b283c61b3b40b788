package org.signpost.decision;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Question;
import org.signpost.knowledge.Nation;
import org.signpost.language.ModelFiles;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpreter;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule by rule: the questions it decides and those it leaves to the next. */
class DecisionPolicyTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final Interpreter interpreter = Engines.interpreter();

	private static final DecisionPolicy policy = new DecisionPolicy(Thresholds.of(ModelFiles.packed()),
			Weighing.of(ModelFiles.packed()), Engines.supersession(), Engines.judge());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			how much is the winter allowance                   | winter-allowance
			what extra do lock keepers get paid in the winter  | winter-allowance
			what qualification does a lock keeper need         | lock-qualification
			""")
	void givesTheEditorsAnswer(String question, String intent) {
		assertThat(decide(question, null)).isInstanceOfSatisfying(Decision.Curated.class,
				(curated) -> assertThat(curated.given().answer().intent()).isEqualTo(intent));
	}

	@Test
	void givesTheSectionOfTheNation() {
		assertThat(decide("what qualification does a lock keeper need", Nation.SCOTLAND)).isInstanceOfSatisfying(
				Decision.Curated.class,
				(curated) -> assertThat(curated.given().section().nations()).containsExactly(Nation.SCOTLAND));
	}

	@ParameterizedTest
	@ValueSource(strings = { "What does a lock cottage cost in Wales?", "Are the lock visits free?",
			"How much does a lock keeper earn in Scotland?", "What hours does a lock keeper work?" })
	void answersFromStatementsWhatNoEditorAnswered(String question) {
		assertThat(decide(question, null)).isInstanceOf(Decision.Answer.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What is the weather in Paris tomorrow?", "Write a poem about cheese",
			"Who won the football last night?" })
	void declinesWhatIsNoneOfItsBusiness(String question) {
		assertThat(decide(question, null)).isInstanceOfSatisfying(Decision.Decline.class,
				(decline) -> assertThat(decline.reason()).isEqualTo(Decision.Reason.OUT_OF_SCOPE));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "What will a lock keeper earn in 2034?", "Do lock keepers get a company car and a laptop?" })
	void declinesWhatTheGuidanceDoesNotSay(String question) {
		assertThat(decide(question, null)).isInstanceOf(Decision.Decline.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "How do I become a zookeeper?", "What does a lock keeper earn in France?" })
	void declinesAnotherTradeAnotherCountryAndAnotherSum(String question) {
		assertThat(decide(question, null)).isInstanceOfAny(Decision.Decline.class, Decision.Clarify.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "I want to kill myself", "A girl I teach told me her uncle touches her",
			"Can I speak to a human being please",
			"My mum kicks me most nights. Could I keep a lock when I'm grown up?",
			"a colleague threw a chair at one of the children today" })
	void pointsToPeople(String message) {
		assertThat(decide(message, null)).isInstanceOf(Decision.HandOver.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What does a lock keeper do about safety on the towpath?", "Is weekend work usual?",
			"Can lock keepers be hired by the Bann Navigation Trust?",
			"I was hopeless at exams, does the diploma have any?",
			"Someone at our yard swears by the diploma. What is it?",
			"I was in prison for six months in 2009. Could I still be a lock keeper?",
			"The commute is murder. What does a lock keeper earn?" })
	void doesNotPointToPeople(String message) {
		assertThat(decide(message, null)).isNotInstanceOf(Decision.HandOver.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "thanks a lot", "who are you?", "goodbye", "Good evening!",
			"ok thanks, have a nice weekend" })
	void answersSmallTalk(String message) {
		assertThat(decide(message, null)).isInstanceOf(Decision.SmallTalk.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			🙂            | EMPTY
			как дела друг | OTHER_LANGUAGE
			""")
	void declinesWhatItCannotRead(String message, Decision.Reason reason) {
		assertThat(decide(message, null)).isInstanceOfSatisfying(Decision.Decline.class,
				(decline) -> assertThat(decline.reason()).isEqualTo(reason));
	}

	@Test
	void decidesEachOfSeveralThingsAsked() {
		assertThat(decide("How much is the winter allowance and what does a lock cottage cost in Wales?", null))
			.isInstanceOfSatisfying(Decision.Several.class, (several) -> assertThat(several.parts()).hasSize(2));
	}

	@Test
	void tellsTheRuleThatDecided() {
		assertThat(decide("hello", null).rule()).isEqualTo("small talk: GREETING");
		assertThat(decide("What does a lock cottage cost in Wales?", null).rule()).isEqualTo("likely answered");
	}

	@Test
	void judgesWhatIsStatedSurerThanWhatIsNot() {
		assertThat(probability("What does a lock cottage cost in Wales?"))
			.isGreaterThan(probability("What does a diving suit cost in Wales?"));
	}

	private static double probability(String question) {
		var interpretation = interpreter.interpret(new Question(question, null, false, TODAY), List.of());
		return Engines.judge().apply(interpretation.queries().getFirst()).answered();
	}

	private static Decision decide(String question, @Nullable Nation nation) {
		var interpretation = interpreter.interpret(new Question(question, nation, false, TODAY), List.of());
		return policy.decide(interpretation, interpretation.queries().stream().map(Engines.judge()).toList());
	}

}
