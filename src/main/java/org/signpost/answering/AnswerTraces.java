package org.signpost.answering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.signpost.decision.Decision;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;

/** Writes down for advisers what each stage made of a question. */
final class AnswerTraces {

	private AnswerTraces() {
	}

	static AnswerTrace of(Interpretation interpretation, List<Judgement> judged, Decision decision,
			StagedQuestionAnswering.StageTimer timer) {
		var stages = new LinkedHashMap<String, Object>();
		stages.put("understanding", understanding(interpretation));
		stages.put("judging",
				IntStream.range(0, judged.size())
					.mapToObj((i) -> judging(interpretation.queries().get(i), judged.get(i)))
					.toList());
		stages.put("decision", decision(decision));
		stages.put("timings", Map.of("microseconds", timer.microseconds()));
		return new AnswerTrace(stages);
	}

	private static Map<String, Object> understanding(Interpretation interpretation) {
		var act = interpretation.act();
		var account = new LinkedHashMap<String, Object>();
		account.put("question", interpretation.clean());
		account.put("act",
				Map.of("name", act.act().name(), "probability", round(act.probability(act.act())), "handoff",
						round(act.probability(SpeechAct.Group.HANDOFF)), "outOfScope",
						round(act.probability(SpeechAct.Group.OUT_OF_SCOPE))));
		if (interpretation.welsh()) {
			account.put("language", "Welsh");
		}
		account.put("queries", interpretation.queries().stream().map(AnswerTraces::query).toList());
		return account;
	}

	private static Map<String, Object> query(Query query) {
		var account = new LinkedHashMap<String, Object>();
		account.put("text", query.text());
		account.put("nation", (query.nation() != null) ? query.nation().name() : "unknown");
		account.put("nationFrom", query.origin().name());
		account.put("after", query.before());
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

	private static Map<String, Object> judging(Query query, Judgement judgement) {
		var account = new LinkedHashMap<String, Object>();
		account.put("query", query.inConversation());
		account.put("answered", round(judgement.answered()));
		account.put("candidates", judgement.judged().stream().map(AnswerTraces::candidate).toList());
		return account;
	}

	private static Map<String, Object> candidate(Judged judged) {
		var account = new LinkedHashMap<String, Object>();
		account.put("candidate", judged.what().id());
		account.put("probability", round(judged.probability()));
		account.put("text", judged.what().text());
		return account;
	}

	private static Map<String, Object> decision(Decision decision) {
		var account = new LinkedHashMap<String, Object>();
		account.put("rule", decision.rule());
		if (decision instanceof Decision.Several several) {
			account.put("parts", several.parts().stream().map(Decision::rule).toList());
		}
		return account;
	}

	private static double round(double value) {
		return Math.round(value * 1000) / 1000.0;
	}

}
