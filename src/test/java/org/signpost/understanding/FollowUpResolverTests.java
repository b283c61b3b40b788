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
