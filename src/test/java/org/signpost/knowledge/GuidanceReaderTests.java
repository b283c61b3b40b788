package org.signpost.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
	void aLineThatIntroducesATextIsNoStatementOfItsOwn() {
		var statements = body("The keeper needs:\n\nA boat licence.").statements();
		assertThat(statements).extracting(Statement::text).containsExactly("A boat licence.");
		assertThat(statements.getFirst().lead()).isEqualTo("The keeper needs:");
	}

	@Test
	void aLineThatIntroducesNothingIsLeftOutWithAWarning() {
		assertThat(body("Ring the office. It is wise to apply early because:\n\n# Pay\nIt is £95.").statements())
			.extracting(Statement::text)
			.containsExactly("Ring the office.", "It is £95.");
		assertWarning(6, "introduces nothing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$lock_pay$", "{{ pay.lock }}", "{% include pay.html %}", "${pay}", "<%= pay %>", "%{pay}",
			"{pay}", "«pay»", "{{< pay lock >}}" })
	void neverShowsATokenOfASiteGenerator(String token) {
		var statements = body("The starting pay is %s a year. Work is outdoors.".formatted(token)).statements();
		assertThat(statements).extracting(Statement::text).containsExactly("Work is outdoors.");
		assertWarning(4, "is left by a site generator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "::: tip", ":::", "{% include banner.html %}", "{{< banner >}}", "{: .lead}", "[TOC]",
			"$CTA", "import Box from './box.js'", "*[LK]: lock keeper", "<%= render 'x' %>" })
	void lineOfDirectivesIsNotRead(String line) {
		assertThat(body("It costs £95.\n\n" + line + "\n\nIt is open.").statements()).extracting(Statement::text)
			.containsExactly("It costs £95.", "It is open.");
		assertWarning(6, "is left by a site generator");
	}

	@Test
	void readsWhatStandsInABox() {
		assertThat(body("!!! note \"Mind\"\n    Locks are slippery.\n\n    - wear boots\n\nIt is open.").statements())
			.extracting(Statement::text)
			.containsExactly("Locks are slippery.", "wear boots", "It is open.");
		assertThat(body("> [!NOTE]\n> Locks are slippery.").statements()).extracting(Statement::text)
			.containsExactly("Locks are slippery.");
	}

	@Test
	void attributesFootnotesAndWikiLinksLeaveTheWords() {
		var statements = body("# Pay {#pay}\nIt is £95[^1], see [[Gates|the gates]]. {: .big}").statements();
		assertThat(statements.getFirst().section()).isEqualTo("Pay");
		assertThat(statements.getFirst().text()).isEqualTo("It is £95, see the gates.");
	}

	@Test
	void aHeadingIsShownWithoutItsToken() {
		assertThat(body("# Pay in $year$\nIt is £95.").statements().getFirst().section()).isEqualTo("Pay in");
		assertWarning(4, "\"$year$\"");
		assertThat(body("# $pay$\nIt is £95.").statements().getFirst().headings()).isEmpty();
		assertWarning(4, "\"$pay$\"");
	}

	@Test
	void readsListsInHtml() {
		var statements = body("""
				It is wise to apply early because:
				<ul>
				  <li>places <b>go</b> quickly</li>

				    <li>the course starts in May</li>
				</ul>

				<p>Ring us.</p>
				""").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("places go quickly", "the course starts in May", "Ring us.");
		assertThat(statements).extracting(Statement::lead)
			.containsExactly("It is wise to apply early because:", "It is wise to apply early because:", null);
		assertThat(statements.getFirst().line()).isBetween(4, 5);
	}

	@Test
	void readsTablesInHtmlWithCellsThatSpan() {
		var statements = body("""
				<table><thead><tr><th>Post</th><th>England</th><th>Wales</th></tr></thead>
				<tr><td>Keeper</td><td colspan="2">£24,750</td></tr>
				<tr><td rowspan="2">Mate</td><td>£20,100</td><td>£20,300<br>more on Sundays</td></tr>
				<tr><td>£21,100</td><td></td></tr></table>
				""").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("Post: Keeper; England: £24,750", "Post: Keeper; Wales: £24,750",
					"Post: Mate; England: £20,100", "Post: Mate; Wales: £20,300; more on Sundays",
					"Post: Mate; England: £21,100");
	}

	@Test
	void whatIsShutInATagIsReadAsMarkdownAfterAnEmptyLine() {
		assertThat(body("<div class=\"box\">\n\n## Pay\nIt is **£95**.\n\n</div>").statements())
			.extracting(Statement::text)
			.containsExactly("It is £95.");
	}

	@Test
	void scriptsFormsAndPicturesStateNothing() {
		assertThat(body(
				"<script>alert(1)</script>\n\n<form><button>Go</button></form>\n\n![A lock](lock.png)\n\nIt is open.")
			.statements()).extracting(Statement::text).containsExactly("It is open.");
	}

	@Test
	void aDayThatStandsInTheHeadingBelongsToTheStatement() {
		var statements = body(
				"### 15 September 2026\nThis is the last day to apply.\n\n### Pay in May 2026\nIt is £95.")
			.statements();
		assertThat(statements.getFirst().lead()).isEqualTo("15 September 2026:");
		assertThat(statements.getLast().lead()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "| --- |", "|---|---|---|", "| -- | == |", "| : | - |", "|———|———|" })
	void readsATableWhoseRuleIsMiscounted(String rule) {
		assertThat(body("| Post | Pay |\n%s\n| Keeper | £95 |\n| Mate | £80 |".formatted(rule)).statements())
			.extracting(Statement::text)
			.containsExactly("Post: Keeper; Pay: £95", "Post: Mate; Pay: £80");
		assertWarning(5, "does not rule its 2 columns");
	}

	@Test
	void readsATableWithoutARule() {
		var statements = body("Pay:\n| Post | Pay |\n| Keeper | £95 |\n| Mate | £80 | x |\n\nIt is open.").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("Post: Keeper; Pay: £95", "Post: Mate; Pay: £80", "It is open.");
		assertThat(statements).extracting(Statement::line).containsExactly(6, 7, 9);
		assertWarning(5, "no line under its head");
		assertWarning(7, "3 cells");
	}

	@Test
	void linesWithinACellArePartedAndEmptyOnesAreNotNeighbours() {
		assertThat(body("| Post | Pay | Bonus |\n|---|---|---|\n| Keeper | £95<br>£99 at night<br/> | |").statements())
			.extracting(Statement::text)
			.containsExactly("Post: Keeper; Pay: £95; £99 at night; Bonus: not stated");
	}

	@Test
	void aColumnThatOnlySomeRowsHaveSomethingInTellsWhich() {
		var statements = body("""
				| Post | Pay | Bonus | Boat |
				|---|---|---|---|
				| Keeper | £95 | £20 | yes |
				| Mate | £80 | none listed | |
				| Diver | £99 | £35 | no |

				It is open.
				""").statements();
		assertThat(statements).filteredOn((each) -> each.kind() == Statement.Kind.COLUMN)
			.extracting(Statement::text)
			.containsExactly("Bonus, by post: Keeper (£20); Diver (£35)", "Boat, by post: Keeper");
		assertThat(statements).extracting(Statement::id)
			.containsExactly("lock#1", "lock#2", "lock#3", "lock#3.1", "lock#3.2", "lock#4");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// every row has one
			"| Post | Bonus |\n|---|---|\n| Keeper | £1 |\n| Mate | £2 |\n| Diver | £3 |",
			// two rows are seen at a glance
			"| Post | Bonus |\n|---|---|\n| Keeper | £1 |\n| Mate | |",
			// of each row its nation is asked
			"| Nation | Bonus |\n|---|---|\n| England | £1 |\n| Wales | |\n| Scotland | £3 |",
			// a row without a name goes on from the one above it
			"| Post | Bonus |\n|---|---|\n| Keeper | £1 |\n| | £2 |\n| Diver | |" })
	void otherColumnsAreFoundByTheirRows(String table) {
		assertThat(body(table).statements()).extracting(Statement::kind).containsOnly(Statement.Kind.ROW);
	}

	@Test
	void aColumnTooLongForAnAnswerIsFoundByItsRows() {
		var rows = IntStream.range(0, 40)
			.mapToObj((i) -> "| Lock number %d | %s |".formatted(i, (i == 0) ? "" : "a bell"))
			.collect(Collectors.joining("\n"));
		assertThat(body("| Lock | Bell |\n|---|---|\n" + rows).statements()).extracting(Statement::kind)
			.containsOnly(Statement.Kind.ROW);
	}

	@Test
	void aRowOfNothingButItsNameIsAHeadingWithinTheTable() {
		assertThat(body("| Post | Pay |\n|---|---|\n| Upper locks | |\n| Keeper | £95 |").statements())
			.extracting(Statement::text)
			.containsExactly("Post: Upper locks", "Post: Keeper; Pay: £95");
	}

	@Test
	void indentedLinesAreWarnedOf() {
		body("It is open.\n\n    The pay is £95.");
		assertWarning(6, "indented by four spaces");
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
	void codeAndRulesStateNothing() {
		assertThat(body("It costs £95.\n\n```\nls\n```\n\n---\n").statements()).hasSize(1);
	}

	private void assertWarning(int line, String words) {
		assertThat(this.problems.found()).anySatisfy((problem) -> {
			assertThat(problem.line()).isEqualTo(line);
			assertThat(problem.message()).contains(words);
		});
		assertThat(this.problems.found()).extracting(Problem::severity).doesNotContain(Problem.Severity.ERROR);
	}

	private Source body(String body) {
		return read("---\ntitle: Lock\n---\n" + body);
	}

	private Source read(String text) {
		return new GuidanceReader(sentences).read("lock", text, this.problems);
	}

}
