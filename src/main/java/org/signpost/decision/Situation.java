package org.signpost.decision;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.retrieval.RankedStatements;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;

/**
 * What a rule looks at: one query of a question and what was found for it.
 *
 * @param interpretation the whole question
 * @param query the query
 * @param statements what was found
 * @param answerability how surely the statements answer it
 * @param knowledgeBase the guidance
 */
record Situation(Interpretation interpretation, Query query, RankedStatements statements, Answerability answerability,
		KnowledgeBase knowledgeBase) {

}
