package org.signpost.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.composition.FigureCheck;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;
import org.signpost.testing.Engines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of the guide, tried on every question of every evaluation file: whatever is
 * asked, each figure and qualification in the answer is backed by what the answer cites,
 * it keeps within its words, and it comes out the same however often and by however many
 * threads it is asked.
 */
class BackedAnswersTests {

	private static final Path FILES = Path.of("src/test/resources/evaluation");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final int WORDS = 120;

	private static final int WORDS_OF_SEVERAL = 180;

	private static final int LONGEST_QUESTION = 500;

	private static final Map<Path, List<Answered>> answers = new ConcurrentHashMap<>();

	/** Knowledge bases with the files of questions that are put to them. */
	static List<Asked> asked() throws IOException {
		var asked = new ArrayList<Asked>();
		asked.add(new Asked(Engines.SHIPPED, conversations(FILES, 1)));
		try (var careers = Files.list(FILES.resolve("other-careers"))) {
			for (var career : (List<Path>) careers.filter(Files::isDirectory).sorted().toList()) {
				asked.add(new Asked(career, conversations(Path.of(career + ".jsonl"), 1)));
			}
		}
		asked.add(new Asked(Engines.SMALL, conversations(FILES.resolve("decisions.jsonl"), 1)));
		return asked;
	}

	@ParameterizedTest
	@MethodSource("asked")
	void everyFigureAndQualificationIsBacked(Asked asked) {
		var check = new FigureCheck(Engines.knowledgeBase(asked.folder));
		var unbacked = answers(asked).stream()
			.flatMap((answered) -> answered.answer()
				.blocks()
				.stream()
				.filter((block) -> !check.unbacked(block, answered.answer().citations()).isEmpty())
				.map((block) -> answered.turn().question() + " -> " + block.text() + " "
						+ check.unbacked(block, answered.answer().citations())));
		assertThat(unbacked).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("asked")
	void everyAnswerIsShortAndItsCitationsAreTheGuidancesOwnWords(Asked asked) {
		var knowledgeBase = Engines.knowledgeBase(asked.folder);
		for (var answered : answers(asked)) {
			var answer = answered.answer();
			var several = answered.trace().describe().contains("several things asked");
			assertThat(answer.text().strip().split("\\s+")).as(answered.turn().question())
				.hasSizeLessThanOrEqualTo(several ? WORDS_OF_SEVERAL : WORDS);
			assertThat(answer.blocks()).as(answered.turn().question()).isNotEmpty();
			assertThat(answer.citations()).extracting(Citation::n)
				.containsExactlyElementsOf(IntStream.rangeClosed(1, answer.citations().size()).boxed().toList());
			for (var citation : answer.citations()) {
				var statement = knowledgeBase.findStatement(citation.statement()).orElseThrow();
				assertThat(citation.evidence()).endsWith(statement.text());
			}
			if (answer.outcome() == Outcome.ANSWERED) {
				assertThat(answer.citations()).as(answered.turn().question()).isNotEmpty();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("asked")
	void theSameQuestionGetsTheSameAnswerFromAnyEngineOnAnyNumberOfThreads(Asked asked) throws Exception {
		var once = answers(asked);
		var fresh = Engines.fresh(Engines.knowledgeBase(asked.folder));
		try (var pool = new ForkJoinPool(3)) {
			var again = pool
				.submit(() -> asked.conversations.parallelStream()
					.map((conversation) -> converse(fresh, conversation))
					.flatMap(List::stream)
					.toList())
				.get();
			assertThat(again).extracting(Answered::answer).isEqualTo(once.stream().map(Answered::answer).toList());
		}
	}

	@Test
	void everyLineThatEditorsWroteIsBacked() {
		for (var folder : List.of(Engines.SHIPPED, Engines.SMALL)) {
			var knowledgeBase = Engines.knowledgeBase(folder);
			var check = new FigureCheck(knowledgeBase);
			assertThat(knowledgeBase.answers()
				.stream()
				.flatMap((answer) -> answer.sections().stream())
				.flatMap((section) -> section.lines().stream())
				.flatMap((line) -> unbacked(check, knowledgeBase, line).stream())).isEmpty();
		}
	}

	@Test
	void everyStatementBacksItself() {
		var knowledgeBase = Engines.shipped();
		var check = new FigureCheck(knowledgeBase);
		assertThat(knowledgeBase.statements()
			.stream()
			.filter((statement) -> !check
				.unbacked(new Block(Block.Kind.P, statement.text(), List.of(1), null),
						List.of(citation(knowledgeBase, 1, statement)))
				.isEmpty())
			.map(Statement::text)).isEmpty();
	}

	private static List<String> unbacked(FigureCheck check, KnowledgeBase knowledgeBase, CuratedAnswer.Line line) {
		var citations = IntStream.range(0, line.evidence().size())
			.mapToObj((i) -> citation(knowledgeBase, i + 1, line.evidence().get(i)))
			.toList();
		var block = new Block(Block.Kind.P, line.text(), citations.stream().map(Citation::n).toList(), null);
		return check.unbacked(block, citations).stream().map((missing) -> line.text() + ": " + missing).toList();
	}

	private static Citation citation(KnowledgeBase knowledgeBase, int n, Statement statement) {
		var source = knowledgeBase.getSource(statement);
		return new Citation(n, source.id(), source.title(), source.publisher(), source.url(), null, statement.section(),
				statement.nations(), null, statement.id(), statement.text());
	}

	/** Asked once, in one thread after another. */
	private static List<Answered> answers(Asked asked) {
		return answers.computeIfAbsent(asked.folder,
				(folder) -> asked.conversations.stream()
					.map((conversation) -> converse(Engines.engine(folder), conversation))
					.flatMap(List::stream)
					.toList());
	}

	private static List<Answered> converse(QuestionAnswering engine, List<Question> conversation) {
		var history = new ArrayList<Turn>();
		var answers = new ArrayList<Answered>();
		for (var question : conversation) {
			var answered = engine.answer(question, history);
			history.add(answered.turn());
			answers.add(answered);
		}
		return answers;
	}

	/** The visitors' messages of all files, whatever their form. */
	private static List<List<Question>> conversations(Path from, int depth) throws IOException {
		var conversations = new ArrayList<List<Question>>();
		try (var files = Files.walk(from, depth)) {
			for (var file : (List<Path>) files.filter((each) -> each.toString().endsWith(".jsonl")).sorted().toList()) {
				for (var line : Files.readAllLines(file)) {
					conversations.add(messages(JsonMapper.shared().readTree(line))
						.filter((question) -> question.text().length() <= LONGEST_QUESTION)
						.toList());
				}
			}
		}
		return conversations;
	}

	private static java.util.stream.Stream<Question> messages(JsonNode line) {
		if (line.has("question")) {
			var page = line.path("page");
			return java.util.stream.Stream.of(question(line.path("question").asString(), page));
		}
		return line.path("turns")
			.values()
			.stream()
			.map((turn) -> turn.isString() ? question(turn.asString(), turn)
					: question(turn.path("user").asString(), turn.path("nation")));
	}

	private static Question question(String text, JsonNode nation) {
		var known = java.util.Arrays.stream(Nation.values())
			.filter((each) -> nation.isString() && each.name().equals(nation.asString()))
			.findFirst();
		return new Question(text.isBlank() ? "?" : text, known.orElse(null), false, TODAY);
	}

	/** A knowledge base and what is asked of it. */
	record Asked(Path folder, List<List<Question>> conversations) {

		@Override
		public String toString() {
			return this.folder.toString();
		}

	}

}
