package org.signpost.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.conversation.Question;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;
import org.signpost.understanding.Interpreter;
import org.signpost.understanding.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Question by question: the statement that comes first. */
class StatementRetrieverTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final Interpreter interpreter = Engines.interpreter();

	private static final StatementRetriever retriever = Engines.retriever();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					What does a lock keeper do?                         | A lock keeper works the gates and sluices of a canal lock and helps boats through.
					How do lock keepers get in in Scotland?             | In Scotland, lock keepers join as trainees of the Lowland Waterways Office.
					what does a lock cottage cost in wales              | In Wales, a lock cottage costs £82 a week.
					How long does an apprenticeship take?               | An apprenticeship takes two years.
					Are the lock visits free?                           | Lock visits are free.
					who hires lock keepers in Northern Ireland          | In Northern Ireland, lock keepers are hired by the Bann Navigation Trust.
					how much does the LOD cost                          | The Lock Operations Diploma takes 14 months and costs £540.
					What hours do lock keepers work?                    | Lock keepers work 39 hours a week from April to October and 32 hours a week in winter.
					""")
	void comesFirst(String question, String statement) {
		assertThat(retrieve(question, null).hits().getFirst().statement().text()).isEqualTo(statement);
	}

	@Test
	void keepsNothingOfAnotherNation() {
		var found = retrieve("How much does a lock keeper earn?", Nation.WALES);
		assertThat(found.hits()).allMatch((hit) -> hit.statement().nations().contains(Nation.WALES));
		assertThat(found.rejected()).anySatisfy((hit) -> {
			assertThat(hit.reason()).isEqualTo("for another nation");
			assertThat(hit.statement().text()).contains("Scotland");
		});
	}

	@Test
	void whatIsNotYetInForceComesAfterWhatIs() {
		var hits = retrieve("How much does the Lock Operations Diploma cost?", Nation.ENGLAND).hits()
			.stream()
			.map((hit) -> hit.statement().text())
			.toList();
		assertThat(hits).containsSubsequence("The Lock Operations Diploma takes 14 months and costs £540.",
				"From 1 March 2027 the Lock Operations Diploma costs £600.");
	}

	@Test
	void leavesOutWhatWasSaidAlready() {
		var query = query("How much is the winter allowance?", null);
		var first = retriever.retrieve(query).hits().getFirst().statement();
		var more = new Query(query.text(), query.subject(), query.nation(), query.origin(), query.shape(),
				query.concepts(), query.intents(), query.quoted(), query.asOf(), Set.of(first.id()), query.vector(),
				query.searchVector(), query.words());
		var found = retriever.retrieve(more);
		assertThat(found.hits()).noneMatch((hit) -> hit.statement().equals(first));
		assertThat(found.rejected()).anyMatch((hit) -> hit.reason().equals("said already"));
	}

	@Test
	void namesTheWordsThatTheGuidanceNeverUses() {
		assertThat(retrieve("Do lock keepers get a pension?", null).unknown()).containsExactly("pension");
		assertThat(retrieve("How much is the winter allowance?", null).unknown()).isEmpty();
	}

	@Test
	void coversMoreOfWhatTheGuidanceHolds() {
		assertThat(retrieve("How much is the winter allowance?", null).coverage())
			.isGreaterThan(retrieve("How much is the pension of a diver?", null).coverage());
	}

	@Test
	void likenessIsThatOfTheirMeaning() {
		var statements = Engines.small().statements();
		var allowance = statements.stream().filter((each) -> each.text().startsWith("The winter allowance")).toList();
		var cottage = statements.stream()
			.filter((each) -> each.text().contains("lock cottage"))
			.findFirst()
			.orElseThrow();
		assertThat(retriever.likeness(allowance.getFirst(), allowance.getLast()))
			.isGreaterThan(retriever.likeness(allowance.getFirst(), cottage));
	}

	private static RankedStatements retrieve(String question, @Nullable Nation nation) {
		return retriever.retrieve(query(question, nation));
	}

	private static Query query(String question, @Nullable Nation nation) {
		return interpreter.interpret(new Question(question, nation, false, TODAY), List.of()).queries().getFirst();
	}

}
