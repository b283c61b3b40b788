package org.signpost.answering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.signpost.composition.ComposedAnswer;
import org.signpost.decision.Decision;
import org.signpost.decision.Thresholds;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;

/** Writes down for advisers what each stage made of a question. */
final class AnswerTraces {

	private AnswerTraces() {
	}

	static AnswerTrace of(Interpretation interpretation, List<Judgement> judged, Decision decision,
			Thresholds thresholds, ComposedAnswer answer, StagedQuestionAnswering.StageTimer timer) {
		var parts = (decision instanceof Decision.Several several) ? several.parts() : List.of(decision);
		var stages = new LinkedHashMap<String, Object>();
		stages.put("understanding", understanding(interpretation));
		stages.put("judging",
				IntStream.range(0, judged.size())
					.mapToObj((i) -> judging(interpretation.queries().get(i), judged.get(i),
							parts.get(Math.min(i, parts.size() - 1)), answer))
					.toList());
		stages.put("decision", decision(decision, thresholds));
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

	private static Map<String, Object> judging(Query query, Judgement judgement, Decision decision,
			ComposedAnswer answer) {
		var account = new LinkedHashMap<String, Object>();
		account.put("query", query.inConversation());
		account.put("answered", round(judgement.answered()));
		account.put("candidates",
				judgement.judged().stream().map((each) -> candidate(each, judgement, decision, answer)).toList());
		return account;
	}

	private static Map<String, Object> candidate(Judged judged, Judgement judgement, Decision decision,
			ComposedAnswer answer) {
		var use = use(judged, judgement, decision, answer);
		var account = new LinkedHashMap<String, Object>();
		account.put("candidate", judged.what().id());
		account.put("probability", round(judged.probability()));
		account.put("about", judged.what().label());
		account.put("text", judged.what().text());
		account.put("kept", use.kept);
		account.put("why", use.why);
		return account;
	}

	/** What became of a candidate; what the answer cites it was made from. */
	private static Use use(Judged judged, Judgement judgement, Decision decision, ComposedAnswer answer) {
		var id = judged.what().id();
		if (decision instanceof Decision.Curated curated && curated.given().id().equals(id)) {
			return Use.GIVEN;
		}
		if (answer.citations().stream().anyMatch((citation) -> citation.statement().equals(id))) {
			return Use.CITED;
		}
		if (!(decision instanceof Decision.Curated || decision instanceof Decision.Answer)) {
			return (decision instanceof Decision.Clarify clarify && clarify.options().contains(judged.what().label()))
					? Use.OFFERED : Use.NOTHING_GIVEN;
		}
		var best = judgement.best().orElseThrow();
		if (judged.equals(best)) {
			return (judged.what() instanceof CuratedCandidate) ? Use.OVERTAKEN : Use.SAID_OTHERWISE;
		}
		return judged.beside(best) ? Use.SAID_OTHERWISE : Use.UNLIKELY;
	}

	private static Map<String, Object> decision(Decision decision, Thresholds thresholds) {
		var account = new LinkedHashMap<String, Object>();
		account.put("rule", decision.rule());
		account.put("from", Map.of("answer", thresholds.answer(), "maybe", thresholds.maybe(), "plea",
				thresholds.plea(), "smallTalk", thresholds.smallTalk(), "elsewhere", thresholds.elsewhere()));
		if (decision instanceof Decision.Several several) {
			account.put("parts", several.parts().stream().map(Decision::rule).toList());
		}
		return account;
	}

	private static double round(double value) {
		return Math.round(value * 1000) / 1000.0;
	}

	/** What became of a candidate, and why, in words for the trace. */
	private enum Use {

		GIVEN(true, "the editors' answer that was given"), CITED(true, "cited in the answer"),
		OFFERED(true, "offered as what may be meant"),
		OVERTAKEN(false, "something newer, or of the day asked about, overtakes it"),
		SAID_OTHERWISE(false, "likely, but what was given says enough"),
		UNLIKELY(false, "less sure than the likeliest"), NOTHING_GIVEN(false, "nothing was given from the guidance");

		private final boolean kept;

		private final String why;

		Use(boolean kept, String why) {
			this.kept = kept;
			this.why = why;
		}

	}

}
