package org.signpost.retrieval;

import java.util.List;

/**
 * What was found for a query.
 *
 * @param hits the statements kept, best first
 * @param rejected statements considered and dropped, with their reasons
 * @param unknown the question's telling words that the guidance never uses
 * @param coverage share of the question's weight that the best hits together carry
 */
public record RankedStatements(List<ScoredStatement> hits, List<ScoredStatement> rejected, List<String> unknown,
		double coverage) {

	public RankedStatements {
		hits = List.copyOf(hits);
		rejected = List.copyOf(rejected);
		unknown = List.copyOf(unknown);
	}

}
