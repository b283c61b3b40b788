package org.signpost.understanding;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SoftmaxRegressionTests {

	private static final List<float[]> VECTORS = List.of(new float[] { 1, 0 }, new float[] { 0.9f, 0.1f },
			new float[] { 0, 1 }, new float[] { 0.1f, 0.9f });

	private static final int[] TARGETS = { 0, 0, 1, 1 };

	@Test
	void learnsWhatSetsTheLabelsApart() {
		var regression = SoftmaxRegression.train(VECTORS, TARGETS, 2);
		assertThat(regression.predict(new float[] { 0.8f, 0.2f })[0]).isGreaterThan(0.8);
		assertThat(regression.predict(new float[] { 0.2f, 0.8f })[1]).isGreaterThan(0.8);
	}

	@Test
	void isUnsureInTheMiddle() {
		assertThat(SoftmaxRegression.train(VECTORS, TARGETS, 2).predict(new float[] { 0.5f, 0.5f })[0]).isBetween(0.3,
				0.7);
	}

	@Test
	void theSameVectorsGiveTheSameWeights() {
		var vector = new float[] { 0.7f, 0.3f };
		assertThat(SoftmaxRegression.train(VECTORS, TARGETS, 2).predict(vector))
			.isEqualTo(SoftmaxRegression.train(VECTORS, TARGETS, 2).predict(vector));
	}

	@Test
	void withoutVectorsEveryLabelIsAsLikely() {
		var regression = SoftmaxRegression.train(List.of(new float[0], new float[0]), new int[] { 0, 1 }, 2);
		assertThat(regression.predict(new float[0])).containsExactly(0.5, 0.5);
	}

}
