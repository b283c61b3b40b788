package org.signpost.language;

/**
 * Turns text into a unit vector whose dot product with another's says how alike they are
 * in meaning. Implementations are safe for many threads.
 */
public interface SentenceEmbedding {

	/**
	 * The vector of a text.
	 * @param text any text; what exceeds the model's length is left out
	 * @return a vector of length 1, or of no elements when embeddings are switched off
	 */
	float[] embed(String text);

	/** The vectors of a text and of its words, at the cost of one. */
	default Encoding encode(String text) {
		return new Encoding(embed(text), WordVectors.none());
	}

	/** The vector of a question that passages are sought for. */
	default float[] embedQuery(String text) {
		return embed(text);
	}

	/** Name of the model, changed whenever its vectors change. */
	String model();

	/** Cosine of two vectors of length 1; 0 when either is empty. */
	static double cosine(float[] a, float[] b) {
		if (a.length != b.length) {
			return 0;
		}
		float sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	/** Stands in when embeddings are switched off. */
	static SentenceEmbedding none() {
		return new SentenceEmbedding() {

			private static final float[] NOTHING = {};

			@Override
			public float[] embed(String text) {
				return NOTHING;
			}

			@Override
			public String model() {
				return "none";
			}

		};
	}

}
