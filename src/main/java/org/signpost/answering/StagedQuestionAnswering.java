package org.signpost.answering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.signpost.composition.AnswerComposer;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.decision.Decision;
import org.signpost.decision.DecisionPolicy;
import org.signpost.decision.Supersession;
import org.signpost.decision.Thresholds;
import org.signpost.decision.Weighing;
import org.signpost.judging.Calibration;
import org.signpost.judging.LearnedJudge;
import org.signpost.judging.ReadingsJudge;
import org.signpost.judging.SameFact;
import org.signpost.judging.SubjectJudge;
import org.signpost.knowledge.Concept;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.LanguageTools;
import org.signpost.language.ModelFiles;
import org.signpost.language.Progress;
import org.signpost.retrieval.LuceneCandidates;
import org.signpost.retrieval.Subjects;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Interpreter;
import org.signpost.understanding.NationOrigin;

/** The whole flow, for one state of the knowledge base. */
public final class StagedQuestionAnswering implements QuestionAnswering {

	private final Interpreter interpreter;

	private final LuceneCandidates candidates;

	private final ReadingsJudge judge;

	private final Thresholds thresholds;

	private final DecisionPolicy policy;

	private final AnswerComposer composer;

	/**
	 * Prepares the stages; costs seconds the first time a knowledge base is seen, for its
	 * vectors.
	 */
	public StagedQuestionAnswering(KnowledgeBase knowledgeBase, LanguageTools language) {
		this(knowledgeBase, language, null, Progress.UNSEEN);
	}

	/**
	 * Prepares the stages for an edition, and takes over from the one before it what has
	 * not changed.
	 * @param before the engine of the edition before, with the same tools
	 * @param progress is told how far it is
	 */
	StagedQuestionAnswering(KnowledgeBase knowledgeBase, LanguageTools language,
			@Nullable StagedQuestionAnswering before, Progress progress) {
		// training and indexing need each other's results as little as each other's time
		// (on a thread of its own: both share the common pool's with what they do
		// themselves)
		var interpreter = CompletableFuture.supplyAsync(
				() -> (before != null) ? new Interpreter(knowledgeBase, before.interpreter)
						: new Interpreter(knowledgeBase, language),
				Thread.ofPlatform().daemon().name("interpreter")::start);
		this.candidates = new LuceneCandidates(knowledgeBase, language, (before != null) ? before.candidates : null,
				progress);
		this.interpreter = interpreter.join();
		var files = ModelFiles.packed();
		var subjects = new Subjects(knowledgeBase);
		this.judge = new ReadingsJudge(this.candidates,
				new SubjectJudge(new LearnedJudge(language, Calibration.of(files)), subjects));
		var supersession = new Supersession(new SameFact(language.embedding(), files), subjects::apart);
		this.thresholds = Thresholds.of(files);
		this.policy = new DecisionPolicy(this.thresholds, Weighing.of(files), supersession, this.judge::judge);
		this.composer = new AnswerComposer(knowledgeBase, supersession);
		// nothing is called ready that cannot answer
		language.embedding().await();
	}

	/** As {@link EngineFactory} has it. */
	static QuestionAnswering make(KnowledgeBase knowledgeBase, LanguageTools language,
			@Nullable QuestionAnswering before, Progress progress) {
		return new StagedQuestionAnswering(knowledgeBase, language,
				(before instanceof StagedQuestionAnswering staged) ? staged : null, progress);
	}

	@Override
	public Answered answer(Question question, List<Turn> history) {
		var timer = new StageTimer();
		var interpretation = timer.time("understanding", () -> this.interpreter.interpret(question, history));
		var found = timer.time("retrieval",
				() -> interpretation.queries().stream().map(this.candidates::find).toList());
		var judged = timer.time("judging",
				() -> IntStream.range(0, found.size())
					.mapToObj((i) -> this.judge.judge(interpretation.queries().get(i), found.get(i)))
					.toList());
		var decision = timer.time("decision", () -> this.policy.decide(interpretation, judged));
		var answer = timer.time("composition", () -> this.composer.compose(decision, interpretation));
		var trace = AnswerTraces.of(interpretation, judged, decision, this.thresholds, answer, timer);
		var best = interpretation.queries().isEmpty() || interpretation.queries().getFirst().intents().isEmpty() ? null
				: interpretation.queries().getFirst().intents().getFirst();
		return new Answered(answer, (best != null) ? best.name() : null, (best != null) ? best.confidence() : 0,
				turn(question, history, interpretation, decision, answer), trace);
	}

	/** What later turns need to know of this one. */
	private Turn turn(Question question, List<Turn> history, Interpretation interpretation, Decision decision,
			ComposedAnswer answer) {
		var query = interpretation.queries().isEmpty() ? null : interpretation.queries().getLast();
		var said = query != null && (query.origin() == NationOrigin.SAID || query.origin() == NationOrigin.EARLIER
				|| query.origin() == NationOrigin.TERM);
		var nation = (query != null) ? query.nation() : history.isEmpty() ? null : history.getLast().nation();
		var intent = parts(decision).stream()
			.filter((part) -> part instanceof Decision.Curated)
			.map((part) -> ((Decision.Curated) part).given().answer().intent())
			.findFirst()
			.orElse(null);
		var topics = interpretation.queries()
			.stream()
			.flatMap((each) -> each.concepts().stream())
			.map(Concept::preferred)
			.distinct()
			.toList();
		return new Turn(question.text(), (query != null) ? query.inConversation() : interpretation.clean(),
				answer.outcome(), nation, said, intent, topics, answer.text(),
				answer.citations().stream().map(Citation::statement).toList(), this.composer.openQuestion(decision));
	}

	private static List<Decision> parts(Decision decision) {
		return (decision instanceof Decision.Several several) ? several.parts() : List.of(decision);
	}

	/** Measures how long each stage takes. */
	static final class StageTimer {

		private final Map<String, Object> microseconds = new LinkedHashMap<>();

		<T> T time(String stage, java.util.function.Supplier<T> work) {
			long start = System.nanoTime();
			try {
				return work.get();
			}
			finally {
				this.microseconds.put(stage, (System.nanoTime() - start) / 1000);
			}
		}

		Map<String, Object> microseconds() {
			return this.microseconds;
		}

	}

}
