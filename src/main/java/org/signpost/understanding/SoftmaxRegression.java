package org.signpost.understanding;

import java.util.Arrays;
import java.util.List;

/**
 * Multinomial logistic regression on dense vectors with an L2 penalty, fitted by
 * Nesterov's accelerated gradient from zero, so that the same examples give the same
 * weights. Immutable once trained.
 */
final class SoftmaxRegression {

	private static final int ITERATIONS = 120;

	/** Unit vectors lie close together, so they are stretched before they are weighed. */
	private static final float STRETCH = 12;

	private static final float PENALTY = 2e-3f;

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
		var weights = new float[labels][dimensions];
		var bias = new float[labels];
		var ahead = new float[labels][dimensions];
		var aheadBias = new float[labels];
		float rate = 4f / (STRETCH * STRETCH * 0.35f);
		for (int iteration = 0; iteration < ITERATIONS && dimensions > 0; iteration++) {
			var gradient = new float[labels][dimensions];
			var biasGradient = new float[labels];
			gradient(inputs, targets, ahead, aheadBias, gradient, biasGradient);
			float momentum = iteration / (iteration + 3f);
			for (int l = 0; l < labels; l++) {
				for (int d = 0; d < dimensions; d++) {
					float next = ahead[l][d] - rate * (gradient[l][d] + PENALTY * ahead[l][d]);
					ahead[l][d] = next + momentum * (next - weights[l][d]);
					weights[l][d] = next;
				}
				float next = aheadBias[l] - rate * biasGradient[l];
				aheadBias[l] = next + momentum * (next - bias[l]);
				bias[l] = next;
			}
		}
		return new SoftmaxRegression(weights, bias, mean);
	}

	private static void gradient(float[][] inputs, int[] targets, float[][] weights, float[] bias, float[][] gradient,
			float[] biasGradient) {
		for (int i = 0; i < inputs.length; i++) {
			var scores = softmax(scores(inputs[i], weights, bias));
			scores[targets[i]] -= 1;
			for (int l = 0; l < scores.length; l++) {
				float step = (float) scores[l] / inputs.length;
				if (Math.abs(step) < 1e-9f) {
					continue;
				}
				biasGradient[l] += step;
				var row = gradient[l];
				var input = inputs[i];
				for (int d = 0; d < input.length; d++) {
					row[d] += step * input[d];
				}
			}
		}
	}

	/** Probability of each label. */
	double[] predict(float[] vector) {
		if (this.mean.length == 0 || vector.length != this.mean.length) {
			var even = new double[this.weights.length];
			Arrays.fill(even, 1.0 / even.length);
			return even;
		}
		return softmax(scores(centre(vector, this.mean), this.weights, this.bias));
	}

	private static float[] centre(float[] vector, float[] mean) {
		var result = new float[vector.length];
		for (int d = 0; d < vector.length; d++) {
			result[d] = STRETCH * (vector[d] - mean[d]);
		}
		return result;
	}

	private static double[] scores(float[] input, float[][] weights, float[] bias) {
		var scores = new double[weights.length];
		for (int l = 0; l < weights.length; l++) {
			float sum = bias[l];
			var row = weights[l];
			for (int d = 0; d < input.length; d++) {
				sum += row[d] * input[d];
			}
			scores[l] = sum;
		}
		return scores;
	}

	private static double[] softmax(double[] scores) {
		var highest = Arrays.stream(scores).max().orElse(0);
		double sum = 0;
		for (int i = 0; i < scores.length; i++) {
			scores[i] = Math.exp(scores[i] - highest);
			sum += scores[i];
		}
		for (int i = 0; i < scores.length; i++) {
			scores[i] /= sum;
		}
		return scores;
	}

}
