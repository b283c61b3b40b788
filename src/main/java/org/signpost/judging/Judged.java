package org.signpost.judging;

import org.signpost.retrieval.Candidate;

/**
 * A candidate and how probably it answers the question.
 *
 * @param what the candidate
 * @param probability that it alone answers, 0 to 1
 */
public record Judged(Candidate what, double probability) {

	/**
	 * What a further candidate needs of the odds of the likeliest to be said beside it;
	 * chosen on the pages kept apart, where more finds hardly more.
	 */
	private static final double BESIDE = 0.2;

	/** Whether it is likely enough to be said beside another. */
	public boolean beside(Judged best) {
		return beside(best, BESIDE);
	}

	/** The same where more than that share of the odds is needed. */
	public boolean beside(Judged best, double share) {
		return odds(this.probability) >= share * odds(best.probability);
	}

	static boolean beside(double probability, double best) {
		return odds(probability) >= BESIDE * odds(best);
	}

	private static double odds(double probability) {
		return probability / Math.max(1e-9, 1 - probability);
	}

}
