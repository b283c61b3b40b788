package org.signpost.retrieval;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/** Asked: what is the wage of a bell tuner? */
class RankedStatementsTests {

	private static final ScoredStatement TUNING = hit("A bell tuner trims the inside of a bell.", 0.9, 1, false);

	@Test
	void aSumForWhatIsAskedCounts() {
		var wage = hit("A bell tuner starts on £24,100.", 0.9, 1, true);
		assertThat(ranked(TUNING, wage).holdFigure()).isTrue();
		assertThat(ranked(TUNING, wage).holdsFigure(wage)).isTrue();
	}

	@Test
	void aSumForAnotherTradeDoesNotCount() {
		var moulder = hit("A moulder starts on £22,500.", 0.6, 0.4, true);
		assertThat(ranked(TUNING, moulder).holdFigure()).isFalse();
		assertThat(ranked(TUNING, moulder).holdsFigure(moulder)).isFalse();
	}

	@Test
	void aSumThatSharesLittleOfTheQuestionDoesNotCount() {
		var prize = hit("The bell tuner of the year wins £500.", 0.5, 1, true);
		assertThat(ranked(TUNING, prize).holdFigure()).isFalse();
	}

	@Test
	void whereNothingSpeaksOfItMoreASumThatDoesCounts() {
		var moulder = hit("A moulder starts on £22,500.", 0.6, 0.4, true);
		assertThat(ranked(moulder).holdFigure()).isTrue();
	}

	@Test
	void noSumIsNoFigure() {
		assertThat(ranked(TUNING).holdFigure()).isFalse();
		assertThat(ranked().holdFigure()).isFalse();
	}

	@Test
	void aSumFarDownIsNotNear() {
		var wage = hit("A bell tuner starts on £24,100.", 0.9, 1, true);
		assertThat(ranked(TUNING, TUNING, TUNING, TUNING, TUNING, wage).holdFigure()).isFalse();
		assertThat(ranked(TUNING, TUNING, TUNING, TUNING, wage, TUNING).holdFigure()).isTrue();
	}

	private static RankedStatements ranked(ScoredStatement... hits) {
		return new RankedStatements(List.of(hits), List.of(), List.of(), 0.4, 0.5, 3, 0.9, 0, 0);
	}

	private static ScoredStatement hit(String text, double coverage, double subjectCoverage, boolean fits) {
		var statement = new Statement("a#1", "a", Statement.Kind.SENTENCE, text, null, List.of(),
				EnumSet.allOf(Nation.class), false, null, 1);
		return new ScoredStatement(statement, 1, 1, 0.7, 0.7, coverage, subjectCoverage, fits, "kept");
	}

}
