package org.signpost.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The words of a text, each with a vector of what it means there, so that two texts can
 * be compared word by word ("late interaction", Khattab and Zaharia 2020): "climb the
 * ladder" comes near "career progression" though no word is shared. A vector is kept as
 * signed bytes, a quarter of the memory, which changes a cosine by less than .01.
 * Immutable.
 */
public final class WordVectors {

	private static final WordVectors NONE = new WordVectors(List.of(), new byte[0][], new float[0]);

	private final List<String> words;

	private final byte[][] codes;

	/** What a dot product of codes is multiplied by, for each word. */
	private final float[] scales;

	private WordVectors(List<String> words, byte[][] codes, float[] scales) {
		this.words = List.copyOf(words);
		this.codes = codes;
		this.scales = scales;
	}

	/**
	 * From vectors of any length above 0.
	 * @param words the words, in lower case
	 * @param vectors a vector for each
	 */
	static WordVectors of(List<String> words, List<float[]> vectors) {
		var codes = new byte[words.size()][];
		var scales = new float[words.size()];
		for (int i = 0; i < codes.length; i++) {
			var vector = vectors.get(i);
			double length = 0;
			float largest = 1e-9f;
			for (var value : vector) {
				length += value * value;
				largest = Math.max(largest, Math.abs(value));
			}
			codes[i] = new byte[vector.length];
			for (int j = 0; j < vector.length; j++) {
				codes[i][j] = (byte) Math.round(vector[j] / largest * 127);
			}
			scales[i] = (float) (largest / 127 / Math.max(1e-9, Math.sqrt(length)));
		}
		return new WordVectors(words, codes, scales);
	}

	/** Of a text without words, or where embeddings are switched off. */
	public static WordVectors none() {
		return NONE;
	}

	/** The words, in lower case, in their order. */
	public List<String> words() {
		return this.words;
	}

	/**
	 * Cosine of a word and the nearest word of another text, 0 when that has none. Costs
	 * a few microseconds for a sentence.
	 */
	public double nearest(int word, WordVectors other) {
		double best = 0;
		for (int i = 0; i < other.codes.length; i++) {
			best = Math.max(best, dot(this.codes[word], other.codes[i]) * (double) this.scales[word] * other.scales[i]);
		}
		return best;
	}

	private static int dot(byte[] a, byte[] b) {
		int sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	void write(DataOutput out) throws IOException {
		out.writeShort(this.codes.length);
		for (int i = 0; i < this.codes.length; i++) {
			out.writeUTF(this.words.get(i));
			out.writeFloat(this.scales[i]);
			out.write(this.codes[i]);
		}
	}

	static WordVectors read(DataInput in, int dimensions) throws IOException {
		int count = in.readShort();
		if (count == 0) {
			return NONE;
		}
		var words = new String[count];
		var codes = new byte[count][dimensions];
		var scales = new float[count];
		for (int i = 0; i < count; i++) {
			words[i] = in.readUTF();
			scales[i] = in.readFloat();
			in.readFully(codes[i]);
		}
		return new WordVectors(List.of(words), codes, scales);
	}

}
