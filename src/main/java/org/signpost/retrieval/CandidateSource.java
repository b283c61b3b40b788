package org.signpost.retrieval;

import java.util.List;

import org.signpost.understanding.Query;

/**
 * Proposes what may answer a question, broadly: the judge decides. Safe for many threads.
 */
public interface CandidateSource {

	/**
	 * The candidates of a query, those of other nations left out before the nearest are
	 * taken.
	 * @param query what is asked
	 * @return some ten, in no order that matters
	 */
	List<Candidate> find(Query query);

}
