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

	/**
	 * All that the model makes of a text, at the cost of its vector.
	 * @param text any text; what exceeds the model's length is left out
	 */
	default Encoding encode(String text) {
		return new Encoding(embed(text), 0, 0);
	}

	/**
	 * The same for a question with what was said before it: of a text too long, the
	 * beginning and, above all, the end are read.
	 */
	default Encoding encodeQuestion(String text) {
		return encode(text);
	}

	/**
	 * The same with the vector that the model had for the text before it learnt to judge:
	 * apart from guidance, what it was never shown is told apart by that better.
	 */
	default Encoding encodeGenerally(String text) {
		return encode(text);
	}

	/** Whether it makes vectors at all, or is switched off. */
	default boolean enabled() {
		return true;
	}

	/**
	 * Waits until what is being loaded is there.
	 * @throws IllegalStateException if the model could not be loaded
	 */
	default void await() {
	}

	/** Name of the model, changed whenever its vectors change. */
	String model();

	/** Cosine of two vectors of length 1; 0 when either is empty. */
	static double cosine(float[] a, float[] b) {
		if (a.length != b.length) {
			return 0;
		}
		// one running sum would make every addition wait for the one before it
		float s0 = 0;
		float s1 = 0;
		float s2 = 0;
		float s3 = 0;
		int i = 0;
		for (; i + 3 < a.length; i += 4) {
			s0 += a[i] * b[i];
			s1 += a[i + 1] * b[i + 1];
			s2 += a[i + 2] * b[i + 2];
			s3 += a[i + 3] * b[i + 3];
		}
		for (; i < a.length; i++) {
			s0 += a[i] * b[i];
		}
		return (s0 + s1) + (s2 + s3);
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
			public boolean enabled() {
				return false;
			}

			@Override
			public String model() {
				return "none";
			}

		};
	}

}
