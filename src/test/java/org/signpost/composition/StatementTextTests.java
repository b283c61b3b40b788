package org.signpost.composition;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.conversation.Question;
import org.signpost.knowledge.Statement;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					Post: Lock keeper; Scotland: £25,150   | What does a lock keeper earn?     | Lock keeper: in Scotland it is £25,150.
					keeping the towpath safe               | What are the duties?              | A lock keeper's duties are: keeping the towpath safe.
					Lock visits are free.                  | Are the lock visits free?         | Lock visits are free.
					""")
	void readsAsASentence(String statement, String question, String text) {
		var query = Engines.interpreter()
			.interpret(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of())
			.queries()
			.getFirst();
		assertThat(StatementText.of(statement(statement), query)).endsWith(text);
	}

	private static Statement statement(String text) {
		return Engines.small()
			.statements()
			.stream()
			.filter((each) -> each.text().equals(text))
			.findFirst()
			.orElseThrow();
	}

}
