package org.signpost.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

class GuidanceReaderTests {

	private static final Sentences sentences = new Sentences();

	private final Problems problems = new Problems("guidance/lock.md");

	@Test
	void readsTheHead() {
		var source = read("""
				---
				title: Lock keeper
				publisher: Canal Careers
				url: https://canal-careers.example/lock-keeper
				published: 2024-03
				checked: 2026-11-01
				nations: ENGLAND, Wales
				standing: secondary
				---
				A lock keeper works the gates.
				""");
		assertThat(source.id()).isEqualTo("lock");
		assertThat(source.title()).isEqualTo("Lock keeper");
		assertThat(source.publisher()).isEqualTo("Canal Careers");
		assertThat(source.published()).isEqualTo(new PartialDate(2024, 3, 0));
		assertThat(source.checked()).isEqualTo("2026-11-01");
		assertThat(source.nations()).containsExactlyInAnyOrder(Nation.ENGLAND, Nation.WALES);
		assertThat(source.secondary()).isTrue();
		assertThat(this.problems.found()).isEmpty();
	}

	@Test
	void needsOnlyATitle() {
		var source = body("A lock keeper works the gates.");
		assertThat(source.nations()).isEqualTo(EnumSet.allOf(Nation.class));
		assertThat(source.publisher()).isNull();
		assertThat(this.problems.found()).isEmpty();
	}

	@Test
	void makesAStatementOfEachSentenceItemAndRow() {
		var statements = body("""
				# Lock keeper
				A lock keeper works the gates. Weekend work is usual.

				Duties are:

				- opening gates
				- keeping the *towpath* safe

				| Post | Pay |
				| --- | --- |
				| Lock keeper | £24,750 |
				""").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("A lock keeper works the gates.", "Weekend work is usual.", "opening gates",
					"keeping the towpath safe", "Post: Lock keeper; Pay: £24,750");
		assertThat(statements).extracting(Statement::kind)
			.containsExactly(Statement.Kind.SENTENCE, Statement.Kind.SENTENCE, Statement.Kind.ITEM, Statement.Kind.ITEM,
					Statement.Kind.ROW);
		assertThat(statements).extracting(Statement::line).containsExactly(5, 5, 9, 10, 14);
		assertThat(statements).extracting(Statement::id)
			.containsExactly("lock#1", "lock#2", "lock#3", "lock#4", "lock#5");
	}

	@Test
	void readsItemsWithTheLineThatIntroducesThem() {
		var statements = body("Some say this. Duties are:\n\n1. opening gates\n2. closing gates\n").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("Some say this.", "opening gates", "closing gates");
		assertThat(statements.getLast().lead()).isEqualTo("Duties are:");
		assertThat(statements.getFirst().lead()).isNull();
	}

	@Test
	void anItemWithItemsOfItsOwnIntroducesThem() {
		var statements = body("Duties are:\n\n- at the gates:\n  - opening\n  - closing\n- writing\n").statements();
		assertThat(statements).extracting(Statement::text).containsExactly("opening", "closing", "writing");
		assertThat(statements.getFirst().lead()).isEqualTo("at the gates:");
		assertThat(statements.getLast().lead()).isEqualTo("Duties are:");
	}

	@Test
	void takesASentenceBeforeATextForNoLead() {
		assertThat(body("He said this:\n\nA lock keeper works the gates.").statements()).extracting(Statement::text)
			.containsExactly("He said this:", "A lock keeper works the gates.");
	}

	@Test
	void keepsTheHeadingsAboveAStatement() {
		var statements = body("# Lock keeper\n## Pay\n### Winter\nIt is £385.\n## Hours\nThey are long.\n")
			.statements();
		assertThat(statements.getFirst().headings()).isEqualTo(List.of("Lock keeper", "Pay", "Winter"));
		assertThat(statements.getLast().headings()).isEqualTo(List.of("Lock keeper", "Hours"));
		assertThat(statements.getLast().section()).isEqualTo("Hours");
	}

	@Test
	void aColumnHeadedByANationMakesAStatementOfItsOwn() {
		var statements = body("""
				| Post | England | Wales and Scotland |
				| --- | --- | --- |
				| Lock keeper | £24,750 | £24,300 |
				| Clerk | £20,000 | |
				""").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("Post: Lock keeper; England: £24,750", "Post: Lock keeper; Wales and Scotland: £24,300",
					"Post: Clerk; England: £20,000");
		assertThat(statements).extracting(Statement::nations)
			.containsExactly(Set.of(Nation.ENGLAND), Set.of(Nation.WALES, Nation.SCOTLAND), Set.of(Nation.ENGLAND));
	}

	@Test
	void aRowNamedByANationIsThatNations() {
		var statements = body("""
				| Nation | Fitter | Clerk |
				| --- | --- | --- |
				| Wales | £28,700 | £20,000 |
				""").statements();
		assertThat(statements).singleElement()
			.satisfies((row) -> assertThat(row.nations()).containsExactly(Nation.WALES))
			.satisfies((row) -> assertThat(row.nationsStated()).isTrue());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			In Wales, it costs £82.             | WALES     | true
			It costs £95.                       | ENGLAND   | false
			""")
	void aStatementThatNamesNoNationIsOfTheFiles(String text, Nation nation, boolean stated) {
		var source = read("---\ntitle: Lock\nnations: ENGLAND\n---\n" + text);
		assertThat(source.statements().getFirst().nations()).containsExactly(nation);
		assertThat(source.statements().getFirst().nationsStated()).isEqualTo(stated);
	}

	@Test
	void anItemTakesTheNationOfItsLeadAndAHeadingThatOfItsStatements() {
		var statements = body("# Scotland\nThe award is new.\n\nIn Wales, these apply:\n\n- one test\n").statements();
		assertThat(statements).extracting(Statement::nations)
			.containsExactly(Set.of(Nation.SCOTLAND), Set.of(Nation.WALES));
	}

	@Test
	void theDateIsTheStatementsElseTheHeadingsElseTheFiles() {
		var source = read("""
				---
				title: Lock
				published: 2024-03
				---
				It costs £95. From 1 March 2027 it costs £100.
				# Pay from April 2025
				The pay is £24,750.
				""");
		assertThat(source.statements()).extracting((statement) -> String.valueOf(statement.asOf()))
			.containsExactly("2024-03", "2027-03-01", "2025-04");
	}

	@Test
	void anUndatedFileHasUndatedStatements() {
		assertThat(body("It costs £95.").statements().getFirst().asOf()).isNull();
	}

	@Test
	void codeAndRulesAndHtmlStateNothing() {
		assertThat(body("It costs £95.\n\n```\nls\n```\n\n---\n\n<div>hi</div>\n").statements()).hasSize(1);
	}

	private Source body(String body) {
		return read("---\ntitle: Lock\n---\n" + body);
	}

	private Source read(String text) {
		return new GuidanceReader(sentences).read("lock", text, this.problems);
	}

}
