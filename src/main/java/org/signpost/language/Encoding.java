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
 * @param states what the upper parts of the model read of it; empty where none does
 * @param general its meaning as the model saw it before it learnt to judge, of length 1;
 * of no elements where nobody asks
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are compared by their cosine alone,
											// and copies would cost
public record Encoding(float[] vector, float doubt, float pull, TokenStates states, float[] general) {

	Encoding(float[] vector, float doubt, float pull, TokenStates states) {
		this(vector, doubt, pull, states, new float[0]);
	}

	/** What is kept of a text that nobody says. */
	public Encoding(float[] vector, float doubt, float pull) {
		this(vector, doubt, pull, TokenStates.NONE);
	}

	/** What is kept of a text of the guidance. */
	Encoding kept() {
		return new Encoding(this.vector, this.doubt, this.pull);
	}

	Encoding with(float[] general) {
		return new Encoding(this.vector, this.doubt, this.pull, this.states, general);
	}

	int bytes() {
		return 4 * (this.vector.length + this.general.length) + this.states.bytes();
	}

	/** How alike two texts are in meaning: their cosine; 0 where either has no vector. */
	public double cosine(Encoding other) {
		return SentenceEmbedding.cosine(this.vector, other.vector);
	}

}
