package org.signpost.judging;

import java.util.List;

import org.signpost.retrieval.Candidate;
import org.signpost.understanding.Query;

/** Judges how probably candidates answer a question. Safe for many threads. */
public interface RelevanceJudge {

	/**
	 * Judges.
	 * @param query what is asked, in its conversation
	 * @param candidates what may answer it
	 */
	Judgement judge(Query query, List<Candidate> candidates);

}
