package org.signpost.knowledge;

import org.junit.jupiter.api.Test;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class CuratedAnswerTests {

	private final CuratedAnswer answer = Engines.small().findAnswer("lock-qualification").orElseThrow();

	@Test
	void aSectionIsForTheNationsOfItsHeading() {
		assertThat(this.answer.findSection(Nation.WALES)).isEqualTo(this.answer.findSection(Nation.ENGLAND));
		assertThat(this.answer.findSection(Nation.SCOTLAND).orElseThrow().lines().getFirst().text())
			.startsWith("In Scotland lock keepers");
		assertThat(this.answer.findSection(Nation.NORTHERN_IRELAND)).isEmpty();
		assertThat(this.answer.findAnywhere()).isPresent();
	}

	@Test
	void eachLineHasItsKindItsEvidenceAndItsPlace() {
		var lines = this.answer.findSection(Nation.ENGLAND).orElseThrow().lines();
		assertThat(lines).extracting(CuratedAnswer.Line::kind)
			.containsExactly(CuratedAnswer.Kind.SENTENCE, CuratedAnswer.Kind.SENTENCE, CuratedAnswer.Kind.ITEM);
		assertThat(lines).extracting(CuratedAnswer.Line::text)
			.containsExactly("New lock keepers take the Lock Operations Diploma from 1 January 2026.",
					"It takes 14 months.", "It costs £540.");
		assertThat(lines.getLast().evidence()).extracting(Statement::text)
			.containsExactly("The Lock Operations Diploma takes 14 months and costs £540.");
		assertThat(lines).extracting(CuratedAnswer.Line::line).containsExactly(16, 17, 18);
	}

	@Test
	void aNoteIsANote() {
		var lines = Engines.small().findAnswer("winter-allowance").orElseThrow().findAnywhere().orElseThrow().lines();
		assertThat(lines.getLast().kind()).isEqualTo(CuratedAnswer.Kind.NOTE);
		assertThat(lines.getLast().sources()).containsExactly("pay-2022");
	}

}
