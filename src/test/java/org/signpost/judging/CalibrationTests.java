package org.signpost.judging;

import org.junit.jupiter.api.Test;
import org.signpost.language.Encoding;
import org.signpost.language.ModelFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class CalibrationTests {

	private final Calibration calibration = new Calibration(20, 13, 0.4, 0.6, -1, 0.5, 0.2, -0.6, 2);

	@Test
	void likenessMakesLogOddsAboveTheBar() {
		var question = encoding(1, 0, 0);
		assertThat(this.calibration.logit(question, encoding(1, 0, 0))).isCloseTo(7, within(1e-6));
		assertThat(this.calibration.logit(question, encoding(0, 0, 0))).isCloseTo(-13, within(1e-6));
	}

	@Test
	void doubtAndPullAreTakenOff() {
		assertThat(this.calibration.logit(encoding(1, 2, 0), encoding(1, 0, 1.5f))).isCloseTo(3.5, within(1e-6));
	}

	@Test
	void whatTheReaderSaysCountsBesideTheVectors() {
		assertThat(this.calibration.joined(5, 2)).isCloseTo(3.2, within(1e-6));
		assertThat(this.calibration.joined(5, -6)).isCloseTo(-1.6, within(1e-6));
	}

	@Test
	void aFurtherLeadMakesAnAnswerLikelierAndDoubtLess() {
		var usual = this.calibration.answered(2, 1, 0);
		assertThat(this.calibration.answered(2, 3, 0)).isGreaterThan(usual);
		assertThat(this.calibration.answered(2, 1, 1)).isLessThan(usual);
		assertThat(this.calibration.answered(400, 400, -400)).isBetween(0.0, 1.0);
	}

	@Test
	void thePackedModelSaysAllThatIsNeeded() {
		assertThat(Calibration.of(ModelFiles.packed()).best()).isPositive();
		assertThatIllegalStateException().isThrownBy(() -> ModelFiles.packed().chosen("nothing"))
			.withMessageContaining("nothing");
	}

	private static Encoding encoding(float first, float doubt, float pull) {
		return new Encoding(new float[] { first, 1 - first }, doubt, pull);
	}

}
