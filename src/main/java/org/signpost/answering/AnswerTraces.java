package org.signpost.answering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.signpost.decision.Answerability;
import org.signpost.decision.Decision;
import org.signpost.retrieval.RankedStatements;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;

/** Writes down for advisers what each stage made of a question. */
final class AnswerTraces {

	private AnswerTraces() {
	}

	static AnswerTrace of(Interpretation interpretation, List<RankedStatements> statements, List<Answerability> judged,
			Decision decision, StagedQuestionAnswering.StageTimer timer) {
		var stages = new LinkedHashMap<String, Object>();
		stages.put("understanding", understanding(interpretation));
		stages.put("retrieval",
				IntStream.range(0, statements.size())
					.mapToObj((i) -> retrieval(interpretation.queries().get(i), statements.get(i)))
					.toList());
		stages.put("decision", decision(decision, judged));
		stages.put("timings", Map.of("microseconds", timer.microseconds()));
		return new AnswerTrace(stages);
	}

	private static Map<String, Object> understanding(Interpretation interpretation) {
		var act = interpretation.act();
		var account = new LinkedHashMap<String, Object>();
		account.put("question", interpretation.clean());
		account.put("act", Map.of("name", act.act().name(), "probability", round(act.probability()), "handoff",
				round(act.handoff()), "beyondGuidance", round(act.beyond()), "outOfScope", round(act.outOfScope())));
		if (interpretation.welsh()) {
			account.put("language", "Welsh");
		}
		account.put("rewriting",
				Map.of("rule", interpretation.rewriting().rule(), "text", interpretation.rewriting().text()));
		account.put("queries", interpretation.queries().stream().map(AnswerTraces::query).toList());
		return account;
	}

	private static Map<String, Object> query(Query query) {
		var account = new LinkedHashMap<String, Object>();
		account.put("text", query.text());
		account.put("nation", (query.nation() != null) ? query.nation().name() : "unknown");
		account.put("nationFrom", query.origin().name());
		account.put("asksFor", query.shape().name());
		account.put("concepts", query.concepts().stream().map((concept) -> concept.id()).toList());
		account.put("intents",
				query.intents()
					.stream()
					.map((intent) -> Map.of("name", intent.name(), "probability", round(intent.probability()),
							"nearestExample", round(intent.nearest())))
					.toList());
		account.put("figuresQuoted", query.quoted().stream().sorted().map(Object::toString).toList());
		return account;
	}

	private static Map<String, Object> retrieval(Query query, RankedStatements statements) {
		var account = new LinkedHashMap<String, Object>();
		account.put("query", query.text());
		account.put("coverage", round(statements.coverage()));
		account.put("unknownWords", statements.unknown());
		account.put("kept", statements.hits().stream().map(AnswerTraces::statement).toList());
		account.put("dropped", statements.rejected().stream().map(AnswerTraces::statement).toList());
		return account;
	}

	private static Map<String, Object> statement(ScoredStatement hit) {
		var account = new LinkedHashMap<String, Object>();
		account.put("statement", hit.statement().id());
		account.put("text", hit.statement().text());
		account.put("score", round(hit.score()));
		account.put("bm25", round(hit.lexical()));
		account.put("cosine", round(hit.cosine()));
		account.put("coverage", round(hit.coverage()));
		account.put("holdsWhatIsAsked", hit.fits());
		account.put("reason", hit.reason());
		return account;
	}

	private static Map<String, Object> decision(Decision decision, List<Answerability> judged) {
		var account = new LinkedHashMap<String, Object>();
		account.put("rule", decision.rule());
		if (decision instanceof Decision.Several several) {
			account.put("parts", several.parts().stream().map(Decision::rule).toList());
		}
		account.put("answerability", judged.stream().map((each) -> {
			var signals = new LinkedHashMap<String, Object>();
			signals.put("probability", round(each.probability()));
			each.signals().forEach((name, value) -> signals.put(name, round(value)));
			return signals;
		}).toList());
		return account;
	}

	private static double round(double value) {
		return Math.round(value * 1000) / 1000.0;
	}

}
