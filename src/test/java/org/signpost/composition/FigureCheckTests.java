package org.signpost.composition;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.testing.Engines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureCheckTests {

	private final KnowledgeBase small = Engines.small();

	private final FigureCheck check = new FigureCheck(this.small);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					The winter allowance is £385 a year.                | The winter allowance is £385 a year.
					It has been 385 pounds since 2025.                  | The winter allowance is £385 a year.
					The diploma takes fourteen months.                  | The Lock Operations Diploma takes 14 months and costs £540.
					Take the LOD.                                       | The Lock Operations Diploma takes 14 months and costs £540.
					The guild said so in 2025.                          | The winter allowance is £385 a year.
					There is more to say.                               | Lock visits are free.
					""")
	void isBackedBy(String said, String evidence) {
		assertThat(unbacked(said, evidence)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					The winter allowance is £386 a year.                | The winter allowance is £385 a year.    | MONEY 386
					It will be £385 in 2031.                            | The winter allowance is £385 a year.    | YEAR 2031
					Take the LOD.                                       | Lock visits are free.                   | lock-operations-diploma
					The Sluice Certificate takes 14 months.             | The Lock Operations Diploma takes 14 months and costs £540. | sluice-certificate
					""")
	void isNotBackedBy(String said, String evidence, String missing) {
		assertThat(unbacked(said, evidence)).containsExactly(missing);
	}

	@Test
	void aFigureWithoutACitationIsUnbacked() {
		assertThat(this.check.unbacked(new Block(Block.Kind.P, "It is £385.", List.of(), null), List.of()))
			.containsExactly("MONEY 385");
	}

	@Test
	void aContactIsTheOrganisationsOwn() {
		assertThat(this.check.unbacked(new Block(Block.Kind.CONTACT, "Call 999.", List.of(), "tel:999"), List.of()))
			.isEmpty();
	}

	@Test
	void takesOutOnlyWhatIsUnbacked() {
		var builder = new AnswerBuilder(this.small);
		var allowance = this.small.statements()
			.stream()
			.filter((each) -> each.text().startsWith("The winter allowance is £385"))
			.toList();
		builder.add(Block.Kind.P, "It is £385.", allowance).add(Block.Kind.P, "It was £17 once.", allowance);
		assertThat(this.check.keepBacked(builder.build(Outcome.ANSWERED, null)).text()).isEqualTo("It is £385.");
	}

	private List<String> unbacked(String said, String evidence) {
		var statements = this.small.statements().stream().filter((each) -> each.text().equals(evidence)).toList();
		var answer = new AnswerBuilder(this.small).add(Block.Kind.P, said, List.of(statements.getLast()))
			.build(Outcome.ANSWERED, null);
		return this.check.unbacked(answer.blocks().getFirst(), answer.citations());
	}

}
