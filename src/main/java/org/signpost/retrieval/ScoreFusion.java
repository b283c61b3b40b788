package org.signpost.retrieval;

import java.util.Arrays;

/**
 * Brings the scores of two retrievers together: each scaled to 0..1 within the query,
 * then a weighted sum, which did better than ranks alone (Bruch et al. 2023).
 */
final class ScoreFusion {

	/** Weight of the cosine; the rest is BM25's. */
	static final double COSINE = 0.75;

	private ScoreFusion() {
	}

	/** The fused scores, in the order given. */
	static double[] fuse(double[] lexical, double[] cosine) {
		var a = scale(lexical);
		var b = scale(cosine);
		var fused = new double[a.length];
		for (int i = 0; i < fused.length; i++) {
			fused[i] = (1 - COSINE) * a[i] + COSINE * b[i];
		}
		return fused;
	}

	private static double[] scale(double[] scores) {
		var low = Arrays.stream(scores).min().orElse(0);
		var high = Arrays.stream(scores).max().orElse(0);
		return Arrays.stream(scores).map((score) -> (high > low) ? (score - low) / (high - low) : 0).toArray();
	}

}
