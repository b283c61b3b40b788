package org.signpost.understanding;

/**
 * An intent and how likely a question means it.
 *
 * @param name the intent
 * @param probability 0 to 1; over all intents they sum to 1
 * @param nearest cosine to the nearest of its examples
 */
public record IntentPrediction(String name, double probability, double nearest) {

	/**
	 * How much nearness to an example counts where all else is unknown; the cosines of
	 * this model's vectors lie close together. Chosen on utterances whose intents were
	 * left out of the training.
	 */
	private static final double NEARNESS = 6;

	/**
	 * How sure it is that the question means one of the intents at all, for telling by a
	 * threshold what means none of them; no probability.
	 */
	public double belonging() {
		return this.probability * Math.pow(Math.max(this.nearest, 0), NEARNESS);
	}

	/** How sure it is that the question means this intent and no other thing at all. */
	public double confidence() {
		return this.probability * this.nearest;
	}

}
