package org.signpost.understanding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionSplitterTests {

	private final QuestionSplitter splitter = new QuestionSplitter(Engines.tools().sentences());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					What is the pay and how long is the training?              | What is the pay / how long is the training?
					What is the pay? How long is the training?                 | What is the pay? / How long is the training?
					what is the pay, how long is the training                  | what is the pay / how long is the training
					How long is the course and do students pay for it?         | How long is the course / do students pay for it?
					What is the pay, and can apprentices live on site?         | What is the pay / can apprentices live on site?
					Do I need a diploma and where can I take it?               | Do I need a diploma / where can I take it?
					""")
	void cuts(String message, String parts) {
		assertThat(String.join(" / ", this.splitter.split(message))).isEqualTo(parts);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "What is the pay in England and Wales?", "What are the duties and skills of a lock keeper?",
					"What is the difference between a lock keeper and a senior lock keeper?", "lock keeper pay",
					"How do gates and sluices work?", "How do I open the gates and must tools to do it be mine?" })
	void leavesWhole(String message) {
		assertThat(this.splitter.split(message)).containsExactly(message);
	}

	@Test
	void dropsWhatOnlyLeadsUpToAQuestion() {
		var message = "My father kept a lock. I love boats. What is the pay?";
		assertThat(this.splitter.split(message)).containsExactly("What is the pay?");
		assertThat(this.splitter.lead(message)).isEqualTo("My father kept a lock. I love boats.");
	}

	@Test
	void answersTheLastOfVeryManyQuestions() {
		assertThat(this.splitter.split("What is the pay? Is it hard? Who hires? Where is it? When does it start?"))
			.containsExactly("Who hires?", "Where is it?", "When does it start?");
	}

	@Test
	void takesTheWholeWhereNothingReadsLikeAQuestion() {
		assertThat(this.splitter.split("Lock keepers. Pay.")).containsExactly("Lock keepers. Pay.");
	}

}
