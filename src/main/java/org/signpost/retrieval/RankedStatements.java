package org.signpost.retrieval;

import java.util.List;

/**
 * What was found for a query.
 *
 * @param hits the statements kept, best first
 * @param rejected statements considered and dropped, with their reasons
 * @param unknown the question's telling words that the guidance never uses
 * @param background how alike the question and the guidance are on average
 * @param usualAlignment how well the words of just any statement meet the question's
 * @param words how many telling words the question has
 * @param coverage share of the question's weight that the best hits together carry
 * @param intentCoverage share that the editors' examples and answer to the likeliest
 * intent carry
 * @param unknownShare share that the guidance and the examples never use
 */
public record RankedStatements(List<ScoredStatement> hits, List<ScoredStatement> rejected, List<String> unknown,
		double background, double usualAlignment, int words, double coverage,
		double intentCoverage, double unknownShare) {

	public RankedStatements {
		hits = List.copyOf(hits);
		rejected = List.copyOf(rejected);
		unknown = List.copyOf(unknown);
	}

}
