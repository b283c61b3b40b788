package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Answered;
import org.signpost.answering.QuestionAnswering;
import org.signpost.composition.Citation;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.judging.Calibration;
import org.signpost.judging.LearnedJudge;
import org.signpost.judging.RelevanceJudge;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.language.LanguageTools;
import org.signpost.language.ModelFiles;
import org.signpost.retrieval.CandidateSource;
import org.signpost.retrieval.LuceneCandidates;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Interpreter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores one stage by itself: the nation read, a follow-up completed, the passage found,
 * the outcome decided. Which stage a file is for is told by the fields of its lines.
 */
public final class StageEvaluation {

	private static final int DEEPEST = 10;

	private final QuestionAnswering engine;

	private final Interpreter interpreter;

	private final CandidateSource candidates;

	private final RelevanceJudge judge;

	private final LocalDate date;

	public StageEvaluation(KnowledgeBase knowledgeBase, LanguageTools tools, QuestionAnswering engine, LocalDate date) {
		this.engine = engine;
		this.interpreter = new Interpreter(knowledgeBase, tools);
		this.candidates = new LuceneCandidates(knowledgeBase, tools);
		this.judge = new LearnedJudge(tools, Calibration.of(ModelFiles.packed()));
		this.date = date;
	}

	/** The stage that a file's first line is for, or null when it holds conversations. */
	static @Nullable Stage stageOf(Path file) throws IOException {
		try (var lines = Files.lines(file)) {
			var first = lines.filter((line) -> !line.isBlank()).findFirst();
			return first.map((line) -> Stage.of(JsonMapper.shared().readTree(line))).orElse(null);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("%s:1: %s".formatted(file, ex.getOriginalMessage()), ex);
		}
	}

	/**
	 * Scores the lines of a file.
	 * @throws IllegalArgumentException with file:line where a line cannot be read
	 */
	public StageScores score(Stage stage, Path file) throws IOException {
		var lines = Files.readAllLines(file);
		var results = IntStream.range(0, lines.size())
			.filter((i) -> !lines.get(i).isBlank())
			.parallel()
			.mapToObj((i) -> {
				try {
					return score(stage, JsonMapper.shared().readTree(lines.get(i)));
				}
				catch (JacksonException | IllegalArgumentException ex) {
					throw new IllegalArgumentException("%s:%d: %s".formatted(file, i + 1, ex.getMessage()), ex);
				}
			})
			.toList();
		return new StageScores(stage, results);
	}

	private Result score(Stage stage, JsonNode line) {
		return switch (stage) {
			case NATIONS -> nations(line);
			case FOLLOW_UPS -> followUp(line);
			case PASSAGES -> passage(line);
			case DECISIONS -> decision(line);
		};
	}

	private Result nations(JsonNode line) {
		var history = converse(line.path("conversation").values().stream().map(JsonNode::asString).toList());
		var read = interpret(line.path("question").asString(), nation(line.path("page")), history).queries()
			.stream()
			.map((query) -> (query.nation() != null) ? query.nation().name() : "none")
			.distinct()
			.sorted()
			.toList();
		var got = String.join("+", read);
		return new Result(line.path("question").asString(), wanted(line.path("expect")), got,
				accepted(line.path("expect")).contains(got) ? 1 : 0);
	}

	private static String wanted(JsonNode expect) {
		return String.join(" or ", accepted(expect));
	}

	/** A list is all of its nations together; null in a list accepts none as well. */
	private static List<String> accepted(JsonNode expect) {
		if (!expect.isArray()) {
			return List.of(expect.isNull() ? "none" : expect.asString());
		}
		var accepted = new ArrayList<String>();
		if (expect.values().stream().anyMatch(JsonNode::isNull)) {
			accepted.add("none");
		}
		accepted.add(String.join("+",
				expect.values().stream().filter((each) -> !each.isNull()).map(JsonNode::asString).sorted().toList()));
		return accepted;
	}

	/** A follow-up should be answered as its rewriting by hand is, which stands alone. */
	private Result followUp(JsonNode line) {
		var turns = line.path("turns").values().stream().map(JsonNode::asString).toList();
		var history = converse(turns.subList(0, turns.size() - 1));
		var got = said(this.engine.answer(new Question(turns.getLast(), null, false, this.date), history));
		var wanted = said(
				this.engine.answer(new Question(line.path("rewritten").asString(), null, false, this.date), List.of()));
		return new Result(String.join(" > ", turns), String.join(" or ", wanted), String.join(" and ", got),
				got.stream().anyMatch(wanted::contains) ? 1 : 0);
	}

	/** The statements that an answer cites, else its outcome. */
	private static List<String> said(Answered answered) {
		var cited = answered.answer().citations().stream().map(Citation::statement).toList();
		return cited.isEmpty() ? List.of(answered.answer().outcome().name()) : cited;
	}

	private Result passage(JsonNode line) {
		var question = line.path("question").asString();
		var query = interpret(question, nation(line.path("nation")), List.of()).queries().stream().findFirst();
		var hits = query.map((each) -> this.judge.judge(each, this.candidates.find(each)).statements())
			.orElse(List.of());
		var evidence = line.path("evidence").values().stream().map((each) -> pattern(each.asString())).toList();
		var sources = line.path("source").values().stream().map(JsonNode::asString).toList();
		int rank = 0;
		for (int i = 0; i < Math.min(DEEPEST, hits.size()) && rank == 0; i++) {
			var statement = hits.get(i).statement();
			var text = (statement.lead() != null) ? statement.lead() + " " + statement.text() : statement.text();
			if ((sources.isEmpty() || sources.contains(statement.source()))
					&& evidence.stream().anyMatch((pattern) -> pattern.matcher(text).find())) {
				rank = i + 1;
			}
		}
		return new Result(question, line.path("evidence").toString(),
				hits.isEmpty() ? "nothing" : hits.getFirst().statement().text(), (rank == 0) ? 0 : 1.0 / rank);
	}

	private Result decision(JsonNode line) {
		var question = line.path("question").asString();
		var got = this.engine.answer(new Question(question, null, false, this.date), List.of())
			.answer()
			.outcome()
			.name();
		var accepted = line.path("expect").values().stream().map(JsonNode::asString).toList();
		return new Result(question, String.join("/", accepted), got, accepted.contains(got) ? 1 : 0);
	}

	private Interpretation interpret(String question, @Nullable Nation nation, List<Turn> history) {
		return this.interpreter.interpret(new Question(question, nation, false, this.date), history);
	}

	private List<Turn> converse(List<String> messages) {
		var history = new ArrayList<Turn>();
		for (var message : messages) {
			history.add(this.engine.answer(new Question(message, null, false, this.date), history).turn());
		}
		return history;
	}

	private static @Nullable Nation nation(JsonNode node) {
		return node.isString() ? Nation.valueOf(node.asString()) : null;
	}

	private static Pattern pattern(String text) {
		return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

	/** The stages that have files of their own. */
	public enum Stage {

		NATIONS, FOLLOW_UPS, PASSAGES, DECISIONS;

		/** The stage named {@code nations}, {@code passages} and so on. */
		static Stage named(String name) {
			return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

		static @Nullable Stage of(JsonNode line) {
			if (line.has("rewritten")) {
				return FOLLOW_UPS;
			}
			if (line.has("evidence")) {
				return PASSAGES;
			}
			if (line.has("page")) {
				return NATIONS;
			}
			return (line.has("question") && line.has("expect")) ? DECISIONS : null;
		}

	}

	/**
	 * A line scored.
	 *
	 * @param question what was asked
	 * @param wanted what is accepted
	 * @param got what came
	 * @param score 1 when right, 0 when wrong; of a passage 1 divided by its rank
	 */
	public record Result(String question, String wanted, String got, double score) {

	}

	/**
	 * A file scored.
	 *
	 * @param stage the stage
	 * @param results its lines
	 */
	public record StageScores(Stage stage, List<Result> results) {

		public StageScores {
			results = List.copyOf(results);
		}

		/** The scores by name, 0 to 1. */
		public Map<String, Double> scores() {
			var scores = new TreeMap<String, Double>();
			if (this.stage == Stage.PASSAGES) {
				scores.put("recall@1", share(1));
				scores.put("recall@5", share(0.2));
				scores.put("MRR@10", this.results.stream().mapToDouble(Result::score).average().orElse(0));
			}
			else {
				scores.put("accuracy", share(1));
			}
			return scores;
		}

		private double share(double least) {
			return (double) this.results.stream().filter((result) -> result.score() >= least).count()
					/ Math.max(1, this.results.size());
		}

		/** Prints the scores, what was taken for what, and the wrong lines. */
		public void print(PrintStream out, int failures) {
			scores().forEach((name, score) -> out.printf(Locale.ROOT, "%s %s %.1f %% of %d%n",
					this.stage.name().toLowerCase(Locale.ROOT).replace('_', '-'), name, 100 * score,
					this.results.size()));
			if (this.stage == Stage.NATIONS || this.stage == Stage.DECISIONS) {
				var confusion = new TreeMap<String, TreeMap<String, Integer>>();
				this.results.forEach((result) -> confusion.computeIfAbsent(result.wanted(), (key) -> new TreeMap<>())
					.merge(result.got(), 1, Integer::sum));
				confusion.forEach((wanted, got) -> out.printf("  %-40s %s%n", wanted, got));
			}
			this.results.stream()
				.filter((result) -> result.score() < 0.2)
				.limit(failures)
				.forEach((result) -> out.printf("%n%s%n  wanted: %s%n  got:    %s%n", result.question(),
						result.wanted(), result.got()));
		}

	}

}
