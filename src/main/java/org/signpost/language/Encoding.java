package org.signpost.language;

/**
 * What the model makes of a text in one run.
 *
 * @param vector its meaning, of length 1, or of no elements when embeddings are switched
 * off
 * @param doubt of a question: how seldom guidance answers its kind, as log odds to take
 * off
 * @param pull of a candidate: how near it seems to every question, as log odds to take
 * off
 * @param acts of a message: how probably each of the model's acts is done by it, in the
 * order of {@link ModelFiles#acts}; of no elements where nobody asks
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are compared by their cosine alone,
											// and copies would cost
public record Encoding(float[] vector, float doubt, float pull, float[] acts) {

	/** What is kept of a text that nobody says. */
	public Encoding(float[] vector, float doubt, float pull) {
		this(vector, doubt, pull, new float[0]);
	}

	/** How alike two texts are in meaning: their cosine; 0 where either has no vector. */
	public double cosine(Encoding other) {
		return SentenceEmbedding.cosine(this.vector, other.vector);
	}

}
