package org.signpost.knowledge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceFinderTests {

	private final EvidenceFinder finder = new EvidenceFinder(Engines.small().sources(), Engines.small().vocabulary());

	@Test
	void findsTheStatementThatHoldsTheFigure() {
		var found = this.finder.find("You get £385 on top in winter.", List.of("pay-2025"));
		assertThat(found.missingFigures()).isEmpty();
		assertThat(found.statements()).extracting(Statement::text)
			.containsExactly("The winter allowance is £385 a year.");
	}

	@Test
	void findsAsManyStatementsAsTheFiguresNeed() {
		var found = this.finder.find("A lock keeper gets £24,750 in England and £24,300 in Wales.",
				List.of("pay-2025"));
		assertThat(found.missingFigures()).isEmpty();
		assertThat(found.statements()).extracting(Statement::text)
			.containsExactlyInAnyOrder("Post: Lock keeper; England: £24,750", "Post: Lock keeper; Wales: £24,300");
	}

	@Test
	void takesNumberWordsForDigitsAndAHeadingForItsStatements() {
		assertThat(this.finder.find("You keep a book for 6 months.", List.of("lock-diploma")).missingFigures())
			.isEmpty();
		assertThat(this.finder.find("It is £385 from April 2025.", List.of("pay-2025")).missingFigures()).isEmpty();
	}

	@Test
	void tellsWhichFiguresNoneStates() {
		assertThat(this.finder.find("It is £386 a year.", List.of("pay-2025")).missingFigures()).asString()
			.isEqualTo("[MONEY 386]");
		assertThat(this.finder.find("It is £385 a year.", List.of("pay-2022")).missingFigures()).hasSize(1);
		assertThat(this.finder.find("It is £385 a year.", List.of()).missingFigures()).hasSize(1);
	}

	@Test
	void tellsWhichQualificationsNoneNames() {
		assertThat(this.finder.find("Take the LOD.", List.of("pay-2025")).missingNames())
			.containsExactly("lock-operations-diploma");
		assertThat(this.finder.find("Take the LOD.", List.of("lock-diploma")).missingNames()).isEmpty();
	}

	@Test
	void choosesTheStatementThatSharesMostWords() {
		assertThat(this.finder.find("In Wales, a lock cottage costs less.", List.of("pay-2025")).statements()).first()
			.extracting(Statement::text)
			.isEqualTo("In Wales, a lock cottage costs £82 a week.");
	}

	@Test
	void findsNothingWhereNoWordIsShared() {
		assertThat(this.finder.find("Zebras xylophone.", List.of("pay-2025")).statements()).isEmpty();
		assertThat(this.finder.knows("pay-2025")).isTrue();
		assertThat(this.finder.knows("pay-2020")).isFalse();
	}

}
