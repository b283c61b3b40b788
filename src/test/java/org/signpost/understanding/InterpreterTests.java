package org.signpost.understanding;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a message after a question on the pay of lock keepers. */
class InterpreterTests {

	private static final Turn PAY = new Turn("How much does a lock keeper earn?", "How much does a lock keeper earn?",
			Outcome.ANSWERED, null, false, null, List.of("lock keeper"), "An answer.", List.of(), null);

	@ParameterizedTest
	@ValueSource(strings = { "I can't go on any more", "I'm being bullied at work and I cry every night",
			"I want to end my life", "my boss hits me" })
	void aPleaForHelpIsNeverReadAsPartOfTheQuestion(String message) {
		var interpretation = interpret(message);
		assertThat(interpretation.act().act().group()).isEqualTo(SpeechAct.Group.HANDOFF);
		assertThat(interpretation.rewriting()).isEqualTo(new Interpretation.Rewriting("stands alone", message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "and the weather in Paris tomorrow?", "recipe for onion soup",
			"write me a poem about gravel", "who won the football last night" })
	void anotherSubjectStaysApart(String message) {
		assertThat(interpret(message).rewriting().text()).doesNotContain("lock keeper");
	}

	@ParameterizedTest
	@ValueSource(strings = { "and their holidays?", "how long is the working week", "I already have a boat licence" })
	void whatMayBelongToTheQuestionIsReadWithIt(String message) {
		assertThat(interpret(message).rewriting().text()).contains("lock keeper");
	}

	@Test
	void thanksAfterAnAnswerAreThanks() {
		assertThat(interpret("thanks a lot").act().act()).isEqualTo(SpeechAct.THANKS);
	}

	@Test
	void aPartThatPointsBackIsCompletedFromThePartBefore() {
		var parts = interpret("Who gets the winter allowance, and what is it worth a year?").queries();
		assertThat(parts).hasSize(2);
		assertThat(parts.getLast().text()).contains("what is it worth a year").contains("winter allowance");
	}

	@Test
	void aPartWithASubjectOfItsOwnIsNot() {
		var parts = interpret("Who gets the winter allowance, and what does the diploma cost?").queries();
		assertThat(parts.getLast().text()).doesNotContain("winter allowance");
	}

	private static Interpretation interpret(String message) {
		return Engines.interpreter()
			.interpret(new Question(message, null, false, LocalDate.of(2026, 11, 21)), List.of(PAY));
	}

}
