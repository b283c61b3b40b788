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
 * @param states what the reader reads of it; empty where nobody reads it
 * @param general its meaning as the model saw it before it learnt to judge, of length 1;
 * of no elements where nobody asks
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are compared by their cosine alone,
											// and copies would cost
public record Encoding(float[] vector, float doubt, float pull, float[] acts, TokenStates states, float[] general) {

	Encoding(float[] vector, float doubt, float pull, float[] acts, TokenStates states) {
		this(vector, doubt, pull, acts, states, new float[0]);
	}

	/** What is kept of a text that nobody says. */
	public Encoding(float[] vector, float doubt, float pull) {
		this(vector, doubt, pull, new float[0], TokenStates.NONE);
	}

	/** What is kept of a text of the guidance. */
	Encoding kept() {
		return new Encoding(this.vector, this.doubt, this.pull);
	}

	Encoding with(float[] general) {
		return new Encoding(this.vector, this.doubt, this.pull, this.acts, this.states, general);
	}

	int bytes() {
		return 4 * (this.vector.length + this.acts.length + this.general.length) + this.states.bytes();
	}

	/** How alike two texts are in meaning: their cosine; 0 where either has no vector. */
	public double cosine(Encoding other) {
		return SentenceEmbedding.cosine(this.vector, other.vector);
	}

}
