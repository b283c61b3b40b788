package org.signpost.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionSplitterTests {

	/** Of messages that nothing was learnt from, how many are cut just as by hand. */
	private static final double CUT_AS_BY_HAND = 0.88;

	private final QuestionSplitter splitter = new QuestionSplitter(Engines.tools().embedding());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					What is the pay and how long is the training?              | What is the pay / and how long is the training?
					What is the pay? How long is the training?                 | What is the pay? / How long is the training?
					How long is the course and do students pay for it?         | How long is the course / and do students pay for it?
					What is the pay, and can apprentices live on site?         | What is the pay / and can apprentices live on site?
					Do I need a diploma and where can I take it?               | Do I need a diploma / and where can I take it?
					What are the fees like, and over how many months?          | What are the fees like / and over how many months?
					Two things about locks please: what is the pay, and who hires? | what is the pay / and who hires?
					""")
	void cuts(String message, String parts) {
		assertThat(String.join(" / ", this.splitter.cut(message).asked())).isEqualTo(parts);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "What is the pay in England and Wales?", "What are the duties and skills of a lock keeper?",
					"What is the difference between a lock keeper and a senior lock keeper?", "lock keeper pay",
					"How do gates and sluices work?", "Would I have to do all of it again, surely not?",
					"can i train in wales and then work in england",
					"Is it written down anywhere exactly how long a lock keeper must rest?" })
	void leavesWhole(String message) {
		assertThat(this.splitter.cut(message).asked()).containsExactly(message);
	}

	@Test
	void dropsWhatOnlyLeadsUpToAQuestion() {
		var message = "My father kept a lock. I love boats. What is the pay?";
		assertThat(this.splitter.cut(message).asked()).containsExactly("What is the pay?");
		assertThat(this.splitter.cut(message).told()).isEqualTo("My father kept a lock. I love boats.");
	}

	@Test
	void cutsAMessageThatIsTooLongToBeReadAtOnce() {
		var told = "My father kept a lock for thirty years and I helped him with the gates. ".repeat(14).strip();
		var cut = this.splitter.cut(told + " What is the pay, and how long is the training?");
		assertThat(cut.asked()).containsExactly("What is the pay", "and how long is the training?");
		assertThat(cut.told()).isEqualTo(told);
		// without a full stop to part it at, no word that is read first begins a piece
		var running = "and my father kept a lock with gates ".repeat(30) + "so what is the pay";
		assertThat(this.splitter.cut(running).asked()).hasSize(1);
	}

	@Test
	void answersTheLastOfVeryManyQuestions() {
		assertThat(
				this.splitter.cut("What is the pay? Is it hard? Who hires? Where is it? When does it start?").asked())
			.containsExactly("Who hires?", "Where is it?", "When does it start?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Thanks, that helps.", "…", "I am 46. I was made redundant in June." })
	void takesTheWholeWhereNothingIsAsked(String message) {
		assertThat(this.splitter.cut(message).asked()).containsExactly(message);
	}

	@Test
	void cutsMessagesThatItHasNotLearntFromAsPeopleDo() throws IOException {
		var messages = Files.readAllLines(Path.of("src/test/resources/evaluation/asked.txt"));
		var right = messages.stream().filter(this::cutAsByHand).count();
		System.out.printf("asked: %d of %d messages cut as by hand%n", right, messages.size());
		assertThat(right).isGreaterThanOrEqualTo(Math.round(CUT_AS_BY_HAND * messages.size()));
	}

	private boolean cutAsByHand(String message) {
		var pieces = Arrays.asList(message.split(" \\| "));
		var text = pieces.stream().map((piece) -> piece.substring(2)).collect(Collectors.joining(" "));
		var asked = pieces.stream()
			.filter((piece) -> piece.startsWith("?"))
			.map((piece) -> piece.substring(2).replaceAll("[\\s,;:–-]+$", ""))
			.toList();
		var wanted = asked.isEmpty() ? List.of(text) : asked.subList(Math.max(0, asked.size() - 3), asked.size());
		return this.splitter.cut(text).asked().equals(wanted);
	}

}
