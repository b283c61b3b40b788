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
		double background, double usualAlignment, int words, double coverage, double intentCoverage,
		double unknownShare) {

	private static final int NEAR = 5;

	/** A figure counts only in a statement that carries this share of what any does. */
	private static final double ON_SUBJECT = 0.6;

	public RankedStatements {
		hits = List.copyOf(hits);
		rejected = List.copyOf(rejected);
		unknown = List.copyOf(unknown);
	}

	/**
	 * Whether a statement near the question holds the kind of figure asked for and speaks
	 * of what is asked about as much as any does.
	 */
	public boolean holdFigure() {
		var near = this.hits.stream().limit(NEAR).toList();
		return near.stream().anyMatch((hit) -> holdsFigure(hit, near));
	}

	/** Whether one of the hits is such a statement. */
	public boolean holdsFigure(ScoredStatement hit) {
		return holdsFigure(hit, this.hits.stream().limit(NEAR).toList());
	}

	private static boolean holdsFigure(ScoredStatement hit, List<ScoredStatement> near) {
		var most = near.stream().mapToDouble(ScoredStatement::subjectCoverage).max().orElse(0);
		var all = near.stream().mapToDouble(ScoredStatement::coverage).max().orElse(0);
		return hit.fits() && hit.subjectCoverage() >= ON_SUBJECT * most && hit.coverage() >= ON_SUBJECT * all;
	}

}
