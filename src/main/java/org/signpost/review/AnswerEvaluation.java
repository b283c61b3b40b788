package org.signpost.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Answered;
import org.signpost.answering.QuestionAnswering;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;

/**
 * Holds whole conversations against what a fair answer shows. The engine is asked in
 * process, turn by turn, with the history it would have on a server.
 */
public final class AnswerEvaluation {

	private static final int WORDS = 120;

	private static final int WORDS_COMPOUND = 180;

	private static final int LONGEST_QUESTION = 500;

	private static final Set<String> DECLINES = Set.of("NOT_COVERED", "OUT_OF_SCOPE", "HANDOFF", "CLARIFY");

	private final QuestionAnswering engine;

	private final LocalDate date;

	public AnswerEvaluation(QuestionAnswering engine, LocalDate date) {
		this.engine = engine;
		this.date = date;
	}

	/** Asks every question and scores the answers, on all cores. */
	public AnswerScores score(List<EvaluationCase> cases) {
		return new AnswerScores(cases.parallelStream().map(this::score).toList());
	}

	/** Holds one conversation and scores it. One that cannot be answered has missed. */
	Result score(EvaluationCase each) {
		try {
			var answers = answers(this.engine, each, this.date);
			return new Result(each,
					IntStream.range(0, answers.size())
						.mapToObj((i) -> judge(each, each.turns().get(i), answers.get(i).orElse(null)))
						.toList());
		}
		catch (InvalidCaseException ex) {
			return untried(each, ex.getMessage());
		}
		// what a pattern nests too deep for
		catch (RuntimeException | StackOverflowError ex) {
			return untried(each, ex.getClass().getSimpleName());
		}
	}

	private static Result untried(EvaluationCase each, @Nullable String why) {
		return new Result(each, List.of(new TurnResult(each.turns().getFirst(), "", "", null,
				List.of("could not be tried: " + why), false, false, false)));
	}

	/**
	 * The answers to a conversation, turn by turn, each with the history it would have on
	 * a server; none where a question is refused as invalid.
	 */
	static List<Optional<Answered>> answers(QuestionAnswering engine, EvaluationCase each, LocalDate date) {
		var history = new ArrayList<Turn>();
		var answers = new ArrayList<Optional<Answered>>();
		for (var turn : each.turns()) {
			if (turn.user().strip().isEmpty() || turn.user().length() > LONGEST_QUESTION) {
				answers.add(Optional.empty());
				continue;
			}
			var answered = engine.answer(new Question(turn.user(), turn.nation(), false, date), history);
			history.add(answered.turn());
			answers.add(Optional.of(answered));
		}
		return answers;
	}

	private static TurnResult judge(EvaluationCase each, EvaluationCase.Turn turn, @Nullable Answered answered) {
		var outcome = (answered != null) ? answered.answer().outcome().name() : CaseReader.REJECTED;
		var text = (answered != null) ? answered.answer().text() : "";
		var expect = turn.expect();
		if (expect == null) {
			return new TurnResult(turn, outcome, text, answered, List.of(), false, false, false);
		}
		var why = new ArrayList<String>();
		if (!expect.outcomes().contains(outcome)) {
			why.add("outcome " + outcome + ", not " + String.join("/", expect.outcomes().stream().sorted().toList()));
		}
		var said = outcome.equals("ANSWERED");
		if (said || !expect.outcomes().contains("ANSWERED")) {
			expect.all()
				.stream()
				.filter((pattern) -> !finds(pattern, text))
				.forEach((pattern) -> why.add("lacks /" + pattern + "/"));
			if (!expect.any().isEmpty() && expect.any().stream().noneMatch((pattern) -> finds(pattern, text))) {
				why.add("lacks any of "
						+ expect.any().stream().map((pattern) -> "/" + pattern + "/").collect(Collectors.joining(" ")));
			}
		}
		int words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
		int limit = each.kind().equals("compound") ? WORDS_COMPOUND : WORDS;
		if (words > limit) {
			why.add(words + " words, more than " + limit);
		}
		var wrong = expect.none().stream().filter((pattern) -> finds(pattern, text)).toList();
		wrong.forEach((pattern) -> why.add("states /" + pattern + "/"));
		if (said && !expect.sources().isEmpty() && answered != null && !cites(answered.answer(), expect)) {
			why.add("cites none of " + String.join("/", expect.sources().stream().sorted().toList()));
		}
		var answerable = expect.outcomes().contains("ANSWERED");
		return new TurnResult(turn, outcome, text, answered, why, !wrong.isEmpty(), !answerable && said,
				answerable && DECLINES.contains(outcome) && !expect.outcomes().contains(outcome));
	}

	private static boolean finds(Pattern pattern, String text) {
		return pattern.matcher(new BoundedText(text)).find();
	}

	private static boolean cites(ComposedAnswer answer, EvaluationCase.Expectation expect) {
		var patterns = new ArrayList<Pattern>(expect.all());
		patterns.addAll(expect.any());
		return answer.citations()
			.stream()
			.anyMatch((citation) -> expect.sources().contains(citation.source())
					|| patterns.stream().anyMatch((pattern) -> finds(pattern, citation.evidence())));
	}

	/**
	 * A conversation scored.
	 *
	 * @param evaluated the conversation
	 * @param turns its turns
	 */
	public record Result(EvaluationCase evaluated, List<TurnResult> turns) {

		/** Whether every turn met its expectation. */
		public boolean passed() {
			return this.turns.stream().allMatch((turn) -> turn.why().isEmpty());
		}

		/** The same as it is to be counted. */
		Result withoutAnswers() {
			return new Result(this.evaluated,
					this.turns.stream()
						.map((turn) -> new TurnResult(turn.turn(), turn.outcome(), "", null, turn.why(), turn.wrong(),
								turn.invented(), turn.refused()))
						.toList());
		}

	}

	/**
	 * A turn scored.
	 *
	 * @param turn the message
	 * @param outcome how it ended
	 * @param text the answer's text
	 * @param answered the answer, null where the question is refused as invalid
	 * @param why the reasons it misses, none when it meets its expectation
	 * @param wrong whether it states what misleads
	 * @param invented whether it answers where no answer is known
	 * @param refused whether it declines where an answer is known
	 */
	public record TurnResult(EvaluationCase.Turn turn, String outcome, String text, @Nullable Answered answered,
			List<String> why, boolean wrong, boolean invented, boolean refused) {

	}

}
