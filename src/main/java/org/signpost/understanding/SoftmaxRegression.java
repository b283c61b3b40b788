package org.signpost.understanding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Multinomial logistic regression on dense vectors with an L2 penalty, fitted by
 * Nesterov's accelerated gradient from zero, so that the same examples give the same
 * weights. Weights are laid out dimension by dimension, which lets the JVM use vector
 * instructions. Immutable once trained.
 */
final class SoftmaxRegression {

	private static final int ITERATIONS = 90;

	/** Unit vectors lie close together, so they are stretched before they are weighed. */
	private static final float STRETCH = 12;

	private static final float PENALTY = 2e-3f;

	/**
	 * Examples are gone through in as many parts, always the same, so that sums come out
	 * alike.
	 */
	private static final int PARTS = 2;

	private final float[][] weights;

	private final float[] bias;

	private final float[] mean;

	private SoftmaxRegression(float[][] weights, float[] bias, float[] mean) {
		this.weights = weights;
		this.bias = bias;
		this.mean = mean;
	}

	static SoftmaxRegression train(List<float[]> vectors, int[] targets, int labels) {
		int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
		var mean = new float[dimensions];
		for (var vector : vectors) {
			for (int d = 0; d < dimensions; d++) {
				mean[d] += vector[d] / vectors.size();
			}
		}
		var inputs = vectors.stream().map((vector) -> centre(vector, mean)).toArray(float[][]::new);
		var weights = new float[dimensions][labels];
		var bias = new float[labels];
		var ahead = new float[dimensions][labels];
		var aheadBias = new float[labels];
		float rate = 4f / (STRETCH * STRETCH * 0.35f);
		for (int iteration = 0; iteration < ITERATIONS && dimensions > 0; iteration++) {
			var gradient = gradient(inputs, targets, ahead, aheadBias);
			float momentum = iteration / (iteration + 3f);
			for (int d = 0; d < dimensions; d++) {
				step(weights[d], ahead[d], gradient.weights[d], rate, PENALTY, momentum);
			}
			step(bias, aheadBias, gradient.bias, rate, 0, momentum);
		}
		return new SoftmaxRegression(weights, bias, mean);
	}

	/** Writes the weights. */
	void write(DataOutputStream out) throws IOException {
		out.writeInt(this.mean.length);
		out.writeInt(this.bias.length);
		write(this.mean, out);
		write(this.bias, out);
		for (var row : this.weights) {
			write(row, out);
		}
	}

	/** Reads what {@link #write} has written. */
	static SoftmaxRegression read(DataInputStream in) throws IOException {
		int dimensions = in.readInt();
		int labels = in.readInt();
		var mean = read(in, dimensions);
		var bias = read(in, labels);
		var weights = new float[dimensions][];
		for (int d = 0; d < dimensions; d++) {
			weights[d] = read(in, labels);
		}
		return new SoftmaxRegression(weights, bias, mean);
	}

	private static void write(float[] values, DataOutputStream out) throws IOException {
		for (var value : values) {
			out.writeFloat(value);
		}
	}

	private static float[] read(DataInputStream in, int length) throws IOException {
		var values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = in.readFloat();
		}
		return values;
	}

	private static void step(float[] weights, float[] ahead, float[] gradient, float rate, float penalty,
			float momentum) {
		for (int l = 0; l < weights.length; l++) {
			float next = ahead[l] - rate * (gradient[l] + penalty * ahead[l]);
			ahead[l] = next + momentum * (next - weights[l]);
			weights[l] = next;
		}
	}

	private static Gradient gradient(float[][] inputs, int[] targets, float[][] weights, float[] bias) {
		var parts = IntStream.range(0, PARTS).parallel().mapToObj((part) -> {
			var gradient = new Gradient(new float[weights.length][bias.length], new float[bias.length]);
			for (int i = part; i < inputs.length; i += PARTS) {
				var errors = softmax(scores(inputs[i], weights, bias));
				errors[targets[i]] -= 1;
				for (int l = 0; l < errors.length; l++) {
					errors[l] /= inputs.length;
					gradient.bias[l] += errors[l];
				}
				for (int d = 0; d < weights.length; d++) {
					add(gradient.weights[d], errors, inputs[i][d]);
				}
			}
			return gradient;
		}).toList();
		for (int part = 1; part < PARTS; part++) {
			for (int d = 0; d < weights.length; d++) {
				add(parts.getFirst().weights[d], parts.get(part).weights[d], 1);
			}
			add(parts.getFirst().bias, parts.get(part).bias, 1);
		}
		return parts.getFirst();
	}

	private static void add(float[] sum, float[] row, float times) {
		for (int l = 0; l < sum.length; l++) {
			sum[l] += times * row[l];
		}
	}

	/** Probability of each label. */
	double[] predict(float[] vector) {
		var probabilities = new double[this.bias.length];
		if (this.mean.length == 0 || vector.length != this.mean.length) {
			Arrays.fill(probabilities, 1.0 / probabilities.length);
			return probabilities;
		}
		var scores = softmax(scores(centre(vector, this.mean), this.weights, this.bias));
		for (int l = 0; l < scores.length; l++) {
			probabilities[l] = scores[l];
		}
		return probabilities;
	}

	private static float[] centre(float[] vector, float[] mean) {
		var result = new float[vector.length];
		for (int d = 0; d < vector.length; d++) {
			result[d] = STRETCH * (vector[d] - mean[d]);
		}
		return result;
	}

	private static float[] scores(float[] input, float[][] weights, float[] bias) {
		var scores = bias.clone();
		for (int d = 0; d < input.length; d++) {
			add(scores, weights[d], input[d]);
		}
		return scores;
	}

	private static float[] softmax(float[] scores) {
		float highest = Float.NEGATIVE_INFINITY;
		for (var score : scores) {
			highest = Math.max(highest, score);
		}
		float sum = 0;
		for (int l = 0; l < scores.length; l++) {
			scores[l] = (float) Math.exp(scores[l] - highest);
			sum += scores[l];
		}
		for (int l = 0; l < scores.length; l++) {
			scores[l] /= sum;
		}
		return scores;
	}

	/** A sum being made; nobody compares two. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Gradient(float[][] weights, float[] bias) {

	}

}
