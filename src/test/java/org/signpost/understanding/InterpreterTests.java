package org.signpost.understanding;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a message after a question on the pay of lock keepers. */
class InterpreterTests {

	private static final Turn PAY = new Turn("How much does a lock keeper earn?", "How much does a lock keeper earn?",
			Outcome.ANSWERED, null, false, null, List.of("lock keeper"), "An answer.", List.of(), null);

	@ParameterizedTest
	@ValueSource(strings = { "I can't go on any more", "I'm being bullied at work and I cry every night",
			"I want to end my life", "my boss hits me" })
	void aPleaForHelpIsOneInTheMiddleOfAConversation(String message) {
		assertThat(interpret(message).act().act().group()).isEqualTo(SpeechAct.Group.HANDOFF);
	}

	@Test
	void aMessageIsReadAfterThoseBeforeItAndOneOfANationAloneAsTheQuestionBeforeItForThatNation() {
		var query = interpret("and in Scotland?").queries().getFirst();
		assertThat(query.inConversation()).isEqualTo(Nation.without(PAY.question()) + " (Scotland)");
		assertThat(query.nation()).isEqualTo(Nation.SCOTLAND);
		assertThat(interpret("and near Cardiff?").queries().getFirst().inConversation())
			.isEqualTo(PAY.question() + " | and near Cardiff? (Wales)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					What is the pay in Hackney?                     | What is the pay in Hackney? (inner London)
					What is the pay of lock keepers in Kingston upon Thames | What is the pay of lock keepers in Kingston upon Thames (outer London)
					What is the pay in Hackney, inner London?       | What is the pay in Hackney, inner London?
					What is the pay in London?                      | What is the pay in London?
					""")
	void aBoroughIsOfInnerOrOuterLondon(String message, String text) {
		assertThat(interpret(message).queries().getFirst().text()).isEqualTo(text);
	}

	@Test
	void thanksAfterAnAnswerAreThanks() {
		assertThat(interpret("thanks a lot").act().act()).isEqualTo(SpeechAct.THANKS);
	}

	@Test
	void aPartIsReadAfterThePartBeforeIt() {
		var parts = interpret("Who gets the winter allowance, and what is it worth a year?").queries();
		assertThat(parts).hasSize(2);
		assertThat(parts.getLast().before()).endsWith(parts.getFirst().text());
	}

	private static Interpretation interpret(String message) {
		return Engines.interpreter()
			.interpret(new Question(message, null, false, LocalDate.of(2026, 11, 21)), List.of(PAY));
	}

}
