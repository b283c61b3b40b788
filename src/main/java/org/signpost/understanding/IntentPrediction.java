package org.signpost.understanding;

/**
 * An intent and how likely a question means it.
 *
 * @param name the intent
 * @param probability 0 to 1; over all intents they sum to 1
 * @param nearest cosine to the nearest of its examples
 * @param background how near the question is to the intents on average
 */
public record IntentPrediction(String name, double probability, double nearest, double background) {

	/** How sure it is that the question means this intent and no other thing at all. */
	public double confidence() {
		return this.probability * this.nearest;
	}

}
