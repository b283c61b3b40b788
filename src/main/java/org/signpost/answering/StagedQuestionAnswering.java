package org.signpost.answering;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.signpost.composition.AnswerComposer;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.decision.AnswerabilityModel;
import org.signpost.decision.Decision;
import org.signpost.decision.DecisionPolicy;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.LanguageTools;
import org.signpost.retrieval.RankedStatements;
import org.signpost.retrieval.StatementRetriever;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Interpreter;
import org.signpost.understanding.NationOrigin;

/** The whole flow, for one state of the knowledge base. */
public final class StagedQuestionAnswering implements QuestionAnswering {

	private final Interpreter interpreter;

	private final StatementRetriever retriever;

	private final DecisionPolicy policy;

	private final AnswerComposer composer;

	private final KnowledgeBase knowledgeBase;

	/**
	 * Prepares the stages; costs seconds the first time a knowledge base is seen, for its
	 * embeddings.
	 */
	public StagedQuestionAnswering(KnowledgeBase knowledgeBase, LanguageTools language,
			AnswerabilityModel answerability) {
		this.knowledgeBase = knowledgeBase;
		// training and indexing need each other's results as little as each other's time
		var retriever = CompletableFuture.supplyAsync(() -> new StatementRetriever(knowledgeBase, language));
		this.interpreter = new Interpreter(knowledgeBase, language);
		this.retriever = retriever.join();
		this.policy = new DecisionPolicy(knowledgeBase, answerability);
		this.composer = new AnswerComposer(knowledgeBase);
	}

	@Override
	public Answered answer(Question question, List<Turn> history) {
		var timer = new StageTimer();
		var interpretation = timer.time("understanding", () -> this.interpreter.interpret(question, history));
		var statements = timer.time("retrieval", () -> retrieve(interpretation));
		var decision = timer.time("decision", () -> this.policy.decide(interpretation, statements));
		var answer = timer.time("composition", () -> this.composer.compose(decision, interpretation));
		var trace = AnswerTraces.of(interpretation, statements, this.policy.judge(interpretation, statements), decision,
				timer);
		var best = interpretation.queries().isEmpty() || interpretation.queries().getFirst().intents().isEmpty() ? null
				: interpretation.queries().getFirst().intents().getFirst();
		return new Answered(answer, (best != null) ? best.name() : null, (best != null) ? best.confidence() : 0,
				turn(question, history, interpretation, decision, answer), trace);
	}

	private List<RankedStatements> retrieve(Interpretation interpretation) {
		return interpretation.queries().stream().map(this.retriever::retrieve).toList();
	}

	/** What later turns need to know of this one. */
	private Turn turn(Question question, List<Turn> history, Interpretation interpretation, Decision decision,
			ComposedAnswer answer) {
		var topics = new LinkedHashSet<String>();
		for (var part : parts(decision)) {
			if (part instanceof Decision.Curated curated) {
				curated.answer()
					.about()
					.forEach((id) -> this.knowledgeBase.vocabulary()
						.find(id)
						.ifPresent((concept) -> topics.add(concept.preferred())));
			}
		}
		interpretation.queries().forEach((query) -> topics.addAll(this.interpreter.topics(query)));
		if (topics.isEmpty() && !history.isEmpty()) {
			topics.addAll(history.getLast().topics());
		}
		var query = interpretation.queries().isEmpty() ? null : interpretation.queries().getLast();
		var said = query != null && (query.origin() == NationOrigin.SAID || query.origin() == NationOrigin.EARLIER
				|| query.origin() == NationOrigin.TERM);
		var nation = (query != null) ? query.nation() : history.isEmpty() ? null : history.getLast().nation();
		var intent = parts(decision).stream()
			.filter((part) -> part instanceof Decision.Curated)
			.map((part) -> ((Decision.Curated) part).answer().intent())
			.findFirst()
			.orElse(null);
		return new Turn(question.text(), interpretation.rewriting().text(), answer.outcome(), nation, said, intent,
				List.copyOf(topics), answer.text(), answer.citations().stream().map(Citation::statement).toList(),
				this.composer.openQuestion(decision));
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
