package org.signpost.retrieval;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScoreFusionTests {

	@Test
	void weighsEachScoreWithinItsOwnRange() {
		var fused = ScoreFusion.fuse(new double[] { 12, 0, 6 }, new double[] { 0.6, 0.8, 0.7 });
		assertThat(fused[0]).isCloseTo(1 - ScoreFusion.COSINE, within(1e-9));
		assertThat(fused[1]).isCloseTo(ScoreFusion.COSINE, within(1e-9));
		assertThat(fused[2]).isCloseTo(0.5, within(1e-9));
	}

	@Test
	void theBestOfBothComesFirst() {
		var fused = ScoreFusion.fuse(new double[] { 3, 2, 1 }, new double[] { 0.9, 0.5, 0.1 });
		assertThat(fused).containsExactly(1, 0.5, 0);
	}

	@Test
	void scoresThatAreAllAlikeTellNothing() {
		assertThat(ScoreFusion.fuse(new double[] { 0, 0 }, new double[] { 0.4, 0.4 })).containsExactly(0, 0);
		assertThat(ScoreFusion.fuse(new double[0], new double[0])).isEmpty();
	}

}
