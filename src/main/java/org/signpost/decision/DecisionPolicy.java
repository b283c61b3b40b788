package org.signpost.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.retrieval.RankedStatements;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.SpeechAct;

/**
 * Decides what to do about a question. The rules are tried in the order of the list and
 * the first that fires decides, so the list reads as the policy. Made for one knowledge
 * base; safe for many threads; microseconds.
 */
public final class DecisionPolicy {

	private final KnowledgeBase knowledgeBase;

	private final AnswerabilityModel answerability;

	private final List<Rule> rules = List.of(Rules::outOfScope, Rules::otherTrade, Rules::abroad, Rules::futureYear,
			Rules::unknowable, Rules::needsNation, Rules::needsTopic, Rules::curated, Rules::otherNations,
			Rules::quotedFigure, Rules::lacksFigure, Rules::enoughEvidence, Rules::weakEvidence);

	public DecisionPolicy(KnowledgeBase knowledgeBase, AnswerabilityModel answerability) {
		this.knowledgeBase = knowledgeBase;
		this.answerability = answerability;
	}

	/**
	 * Decides.
	 * @param interpretation what was understood
	 * @param statements what was found for each of its queries, in their order
	 */
	public Decision decide(Interpretation interpretation, List<RankedStatements> statements) {
		var situations = new ArrayList<Situation>();
		for (int i = 0; i < interpretation.queries().size(); i++) {
			var query = interpretation.queries().get(i);
			var found = statements.get(i);
			situations.add(new Situation(interpretation, query, found,
					this.answerability.judge(interpretation, query, found), this.knowledgeBase));
		}
		return MessageRules.decide(interpretation, situations).orElseGet(() -> {
			var parts = situations.stream().map(this::decide).toList();
			return (parts.size() == 1) ? parts.getFirst() : new Decision.Several("several things asked", parts);
		});
	}

	private Decision decide(Situation situation) {
		return this.rules.stream()
			.map((rule) -> rule.decide(situation))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow();
	}

	/** How surely what was found answers each query, for the trace. */
	public List<Answerability> judge(Interpretation interpretation, List<RankedStatements> statements) {
		var judged = new ArrayList<Answerability>();
		for (int i = 0; i < interpretation.queries().size(); i++) {
			judged.add(this.answerability.judge(interpretation, interpretation.queries().get(i), statements.get(i)));
		}
		return judged;
	}

	static SpeechAct.Group group(Interpretation interpretation) {
		return interpretation.act().act().group();
	}

}
