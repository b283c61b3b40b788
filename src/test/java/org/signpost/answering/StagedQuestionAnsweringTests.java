package org.signpost.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StagedQuestionAnsweringTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private final QuestionAnswering engine = Engines.engine(Engines.SMALL);

	@Test
	void theSameQuestionGetsTheSameAnswer() {
		var once = ask("How much is the winter allowance?").answer();
		assertThat(ask("How much is the winter allowance?").answer()).isEqualTo(once);
	}

	@Test
	void theSameQuestionGetsTheSameAnswerFromManyThreads() {
		var once = ask("What is the pay of a lock keeper in Wales?").answer();
		assertThat(IntStream.range(0, 60)
			.parallel()
			.mapToObj((i) -> ask("What is the pay of a lock keeper in Wales?").answer())).allMatch(once::equals);
	}

	@Test
	void aConversationGoesOnFromWhatWasSaid() {
		var history = new ArrayList<Turn>();
		history.add(ask("What is the pay of a lock keeper in Wales?").turn());
		var second = this.engine.answer(new Question("and in Scotland?", null, false, TODAY), history);
		assertThat(second.answer().text()).contains("£25,150");
		assertThat(second.answer().nation()).isEqualTo(Nation.SCOTLAND);
		assertThat(second.turn().resolved()).isEqualTo("What is the pay of a lock keeper? (Scotland)");
		assertThat(second.turn().nationSaid()).isTrue();
	}

	@Test
	void aTurnLeavesBehindWhatLaterTurnsNeed() {
		var turn = ask("How much is the winter allowance?").turn();
		assertThat(turn.intent()).isEqualTo("winter-allowance");
		assertThat(turn.topics()).contains("winter allowance");
		assertThat(turn.outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(turn.cited()).isNotEmpty();
		assertThat(turn.asked()).isNull();
	}

	@Test
	void theTraceTellsEveryStage() {
		var trace = ask("What does a lock cottage cost in Wales?").trace();
		assertThat(trace.stages()).containsOnlyKeys("understanding", "judging", "decision", "timings");
		assertThat(trace.describe()).contains("nation: WALES", "answered: 0.", "rule: likely answered", "£82");
	}

	@Test
	void theTraceTellsWhatBecameOfEachCandidate() {
		var answered = fates("What does a lock cottage cost in Wales?");
		assertThat(answered).filteredOn((fate) -> fate.startsWith("true"))
			.isNotEmpty()
			.isSubsetOf("true, the editors' answer that was given", "true, cited in the answer");
		assertThat(answered).filteredOn((fate) -> fate.startsWith("false"))
			.isSubsetOf("false, less sure than the likeliest", "false, likely, but what was given says enough");
		assertThat(fates("What is the capital of France?")).isNotEmpty()
			.containsOnly("false, nothing was given from the guidance");
	}

	/** Whether each candidate was kept, and why. */
	private List<String> fates(String question) {
		var trace = JsonMapper.shared().<JsonNode>valueToTree(ask(question).trace().stages());
		return trace.get("judging")
			.get(0)
			.get("candidates")
			.valueStream()
			.map((each) -> each.get("kept").asBoolean() + ", " + each.get("why").asString())
			.toList();
	}

	@Test
	void whatThePageInsistsOnWinsOverTheWords() {
		var question = new Question("What is the pay of a lock keeper in Wales?", Nation.SCOTLAND, true, TODAY);
		assertThat(this.engine.answer(question, List.of()).answer().nation()).isEqualTo(Nation.SCOTLAND);
		var gentle = new Question("What is the pay of a lock keeper in Wales?", Nation.SCOTLAND, false, TODAY);
		assertThat(this.engine.answer(gentle, List.of()).answer().nation()).isEqualTo(Nation.WALES);
	}

	@Test
	void aMessageOfAnyLengthAndShapeIsAnswered() {
		for (var text : List.of("?", "🙂", "a", "pay ".repeat(120), "<script>alert(1)</script>", "\u202Epay\u0000",
				"1 2 3", "... --- ...", "£", "ja, was kostet das?")) {
			assertThat(ask(text).answer().blocks()).as(text).isNotEmpty();
		}
	}

	private Answered ask(String text) {
		return this.engine.answer(new Question(text, null, false, TODAY), List.of());
	}

}
