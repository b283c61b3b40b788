package org.signpost.understanding;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.OpenQuestion;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Slot;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule by rule: the messages that need what was said before, and those that do not. */
class FollowUpResolverTests {

	private static final NationRecognizer nations = new NationRecognizer(Gazetteer.load(),
			Engines.small().vocabulary());

	private static final FollowUpResolver resolver = new FollowUpResolver(Engines.small().vocabulary(), nations,
			new SubjectFinder(Engines.small()), Engines.tools().embedding());

	private static final FollowUpResolver FOUNDRY = new FollowUpResolver(Engines.foundry().vocabulary(),
			new NationRecognizer(Gazetteer.load(), Engines.foundry().vocabulary()),
			new SubjectFinder(Engines.foundry()), Engines.tools().embedding());

	private static final Turn PAY = turn("How much does a lock keeper earn in England?", "lock keeper");

	private static final Turn DIPLOMA = turn("What does the Lock Operations Diploma cost?", "Lock Operations Diploma");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			and in Wales?              | How much does a lock keeper earn in Wales
			what about Wales           | How much does a lock keeper earn in Wales
			Scotland?                  | How much does a lock keeper earn in Scotland
			ok, and in NI?             | How much does a lock keeper earn in Northern Ireland
			""")
	void anotherNationTakesThePlaceOfTheOneBefore(String message, String resolved) {
		var resolution = resolve(message, PAY);
		assertThat(resolution.text()).isEqualTo(resolved);
		assertThat(resolution.rule()).isEqualTo("same question, other nation");
		assertThat(resolution.dependent()).isTrue();
	}

	@Test
	void anotherRoleTakesThePlaceOfTheOneBefore() {
		assertThat(resolve("and a senior lock keeper?", PAY).text())
			.isEqualToIgnoringCase("how much does a senior lock keeper earn in england");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			how long does it last?         | Lock Operations Diploma
			where can I take this?         | Lock Operations Diploma
			who has to take that?          | Lock Operations Diploma
			when did they change it?       | Lock Operations Diploma
			""")
	void aWordThatPointsBackIsFilledIn(String message, String subject) {
		var resolution = resolve(message, DIPLOMA);
		assertThat(resolution.text()).contains(subject);
		assertThat(resolution.dependent()).isTrue();
	}

	@Test
	void peopleArePointedBackToByTheirRole() {
		assertThat(resolve("what do they do all day?", PAY).text()).contains("lock keeper");
		assertThat(resolve("what are their hours?", PAY).text()).contains("lock keeper's hours");
	}

	@ParameterizedTest
	@ValueSource(strings = { "how long?", "why?", "tell me more" })
	void aBareWordAsksOnAboutTheSubject(String message) {
		assertThat(resolve(message, DIPLOMA).text()).contains("Lock Operations Diploma");
	}

	@ParameterizedTest
	@ValueSource(strings = { "What does a lock cottage cost?", "Is it hard to become a senior lock keeper?",
			"How much is the winter allowance?", "Do lock keepers in Scotland take the Lowland Lock Award?" })
	void aQuestionThatStandsAloneIsLeftAlone(String message) {
		assertThat(resolve(message, DIPLOMA).text()).isEqualTo(message);
		assertThat(resolve(message, DIPLOMA).dependent()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "and in Wales?", "how long does it last?", "yes", "the first one" })
	void withoutAnythingBeforeEverythingStandsAlone(String message) {
		assertThat(resolver.resolve(message, List.of())).isEqualTo(FollowUpResolver.Resolution.alone(message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Wales            | WALES
			in wales please  | WALES
			Cardiff          | WALES
			the second one   | WALES
			2                | WALES
			scotland         | SCOTLAND
			yes              | ENGLAND
			""")
	void aReplyGivesTheNationWeAskedFor(String message, Nation nation) {
		var asked = asked(Slot.NATION, "How much does a lock keeper earn?", "England", "Wales", "Scotland",
				"Northern Ireland");
		var resolution = resolve(message, asked);
		assertThat(resolution.rule()).isEqualTo("reply: nation");
		assertThat(resolution.nation()).isEqualTo(nation);
		assertThat(resolution.text()).isEqualTo("How much does a lock keeper earn in " + nation.displayName());
	}

	@Test
	void aReplyMayWantAllOfThem() {
		var asked = asked(Slot.NATION, "How much does a lock keeper earn?", "England", "Wales");
		assertThat(resolve("all of them", asked).text()).isEqualTo("How much does a lock keeper earn?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			the last one                 | How do I become a lock keeper?
			1                            | What does a lock keeper do?
			how do I become a lock keeper | How do I become a lock keeper?
			""")
	void aReplyChoosesWhatWeOffered(String message, String chosen) {
		var asked = asked(Slot.TOPIC, "lock", "What does a lock keeper do?", "How do I become a lock keeper?");
		assertThat(resolve(message, asked).text()).isEqualTo(chosen);
	}

	@Test
	void aQuestionOfItsOwnIsNoReply() {
		var asked = asked(Slot.NATION, "How much does a lock keeper earn?", "England", "Wales");
		assertThat(resolve("What does a lock cottage cost?", asked).text()).isEqualTo("What does a lock cottage cost?");
	}

	@Test
	void goesBackToTheEarlierTurnThatIsNamed() {
		var cottage = turn("What does a lock cottage cost?", "lock cottage");
		assertThat(resolver.resolve("ok back to the diploma", List.of(DIPLOMA, PAY, cottage)).text())
			.isEqualTo(DIPLOMA.resolved());
	}

	@Test
	void looksPastSmallTalk() {
		var thanks = new Turn("thanks", "thanks", Outcome.SMALL_TALK, null, false, null, List.of(), "", List.of(),
				null);
		assertThat(resolver.resolve("and in Wales?", List.of(PAY, thanks)).text())
			.isEqualTo("How much does a lock keeper earn in Wales");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			and class 3?        | What does a class 2 lock keeper earn? | What does a class 3 lock keeper earn?
			what about band B   | Is band A paid monthly?               | Is band B paid monthly?
			level two then      | How long is level 1?                  | How long is level two?
			""")
	void anotherOfANumberedKindTakesThePlaceOfTheOneBefore(String message, String before, String resolved) {
		assertThat(resolve(message, turn(before, "lock keeper")).text()).isEqualTo(resolved);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			and level 3?               | What does a class 2 lock keeper earn?
			and class 2?               | What does a class 2 lock keeper earn?
			is class 3 paid monthly?   | What does a class 2 lock keeper earn?
			""")
	void aKindNotSpokenOfTakesNoPlace(String message, String before) {
		assertThat(resolve(message, turn(before, "lock keeper")).rule()).doesNotStartWith("same question");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			and a moulder?            | What does a bell tuner earn?         | What does a moulder earn?
			what about an apprentice  | What does a bell tuner earn?         | What does an apprentice earn?
			what's a moulder on?      | How much does an apprentice get?     | How much does a moulder get?
			""")
	void anotherTradeTakesThePlaceOfTheOneBefore(String message, String before, String resolved) {
		assertThat(foundry(message, before).text()).isEqualTo(resolved);
		assertThat(foundry(message, before).rule()).startsWith("same question, other");
	}

	@ParameterizedTest
	@ValueSource(strings = { "and a bell tuner?", "and the bonus?", "and a plumber?", "does a moulder get a bonus?" })
	void whatIsNoOtherTradeOfTheGuidanceTakesNoPlace(String message) {
		assertThat(foundry(message, "What does a bell tuner earn?").rule()).doesNotStartWith("same question");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					I already have a boat licence.     | I already have a boat licence. How much does a lock keeper earn in England?
					but I've kept a lock before        | but I've kept a lock before. How much does a lock keeper earn in England?
					""")
	void whatVisitorsTellOfThemselvesBelongsToTheirQuestion(String message, String resolved) {
		var resolution = resolve(message, PAY);
		assertThat(resolution.text()).isEqualTo(resolved);
		assertThat(resolution.rule()).isEqualTo("tells more of the visitor");
		assertThat(resolution.loose()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "I have a boat licence, is that enough?", "I work in Swansea",
			"I was wondering how long the Lock Operations Diploma takes",
			"I have kept boats, barges, ferries, rafts, canoes, tugs, punts and dredgers for my grandfather" })
	void whatTellsNothingOrAsksIsNotPutBeforeTheQuestion(String message) {
		assertThat(resolve(message, PAY).rule()).isNotEqualTo("tells more of the visitor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "thanks a lot", "ok great thank you so much!", "cheers mate", "many thanks for your help",
			"I'm sorry", "so sorry about that" })
	void thanksAndApologiesAreNoQuestion(String message) {
		assertThat(resolve(message, PAY)).isEqualTo(FollowUpResolver.Resolution.alone(message));
	}

	@Test
	void thanksThatAskOnAreNotOnlyThanks() {
		assertThat(resolve("thanks, and in Wales?", PAY).text()).isEqualTo("How much does a lock keeper earn in Wales");
	}

	@Test
	void themIsWhatWasNamedInThePlural() {
		var cottages = turn("Where are the lock cottages?", "lock cottage");
		assertThat(resolve("what do you pay for them?", cottages).text())
			.isEqualTo("what do you pay for lock cottages?");
		assertThat(resolve("are those heated?", cottages).rule()).isEqualTo("them: lock cottages");
	}

	@Test
	void themIsARoleWhereOnlyThatWasNamed() {
		assertThat(resolve("do many leave them?", turn("What do lock keepers do?", "lock keeper")).rule())
			.isEqualTo("they: lock keeper");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			is a passage book made from it?          | is a passage book made from the Lock Operations Diploma?
			do lock keepers get paid during that?    | do lock keepers get paid during the Lock Operations Diploma?
			can I get a lock cottage without it      | can I get a lock cottage without the Lock Operations Diploma
			""")
	void whatEndsByPointingBackDoesSoWhateverElseItNames(String message, String resolved) {
		assertThat(resolve(message, DIPLOMA).text()).isEqualTo(resolved);
	}

	@ParameterizedTest
	@ValueSource(strings = { "what hours go with the job", "is the post a lonely one" })
	void theJobIsTheRoleSpokenOf(String message) {
		assertThat(resolve(message, DIPLOMA).text()).isEqualTo(message + " (lock keeper)?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "How do I open a sluice?", "How can someone visit a lock?" })
	void aCompleteQuestionStandsAlone(String message) {
		assertThat(resolve(message, DIPLOMA)).isEqualTo(FollowUpResolver.Resolution.alone(message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "How do I pass it?", "How do they test a lock?", "How do I pay the fee?" })
	void aQuestionThatPointsSomewhereIsNotComplete(String message) {
		assertThat(resolve(message, DIPLOMA).dependent()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			and in Glasgow?  | What is the pay in Cardiff?  | What is the pay in glasgow?  | SCOTLAND
			and in Leeds?    | What is the pay in Cardiff?  | What is the pay in leeds?    | ENGLAND
			and in Swansea?  | What is the pay?             | What is the pay in swansea   | WALES
			""")
	void anotherPlaceBringsItsNation(String message, String before, String resolved, Nation nation) {
		var resolution = resolve(message, turn(before, "pay"));
		assertThat(resolution.text()).isEqualTo(resolved);
		assertThat(resolution.rule()).isEqualTo("same question, other place");
		assertThat(resolution.nation()).isEqualTo(nation);
	}

	private static FollowUpResolver.Resolution foundry(String message, String before) {
		return FOUNDRY.resolve(message, List.of(turn(before, "bell tuner")));
	}

	private static FollowUpResolver.Resolution resolve(String message, Turn before) {
		return resolver.resolve(message, List.of(before));
	}

	private static Turn turn(String question, String topic) {
		return turn(question, topic, Outcome.ANSWERED, null);
	}

	private static Turn asked(Slot slot, String about, String... options) {
		return turn(about, "lock keeper", Outcome.CLARIFY, new OpenQuestion(slot, about, List.of(options)));
	}

	private static Turn turn(String question, String topic, Outcome outcome, @Nullable OpenQuestion asked) {
		return new Turn(question, question, outcome, null, false, null, List.of(topic), "An answer.", List.of(), asked);
	}

}
