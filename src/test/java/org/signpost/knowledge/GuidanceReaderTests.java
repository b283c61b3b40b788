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

	@ParameterizedTest
	@ValueSource(strings = { "=== \"Wales\"\n    It costs £82.", ":::tip[Wales]\nIt costs £82.\n:::",
			"::: tip Wales\n\nIt costs £82.\n\n:::", "{{< tab \"Wales\" >}}\nIt costs £82.\n{{< /tab >}}",
			"{% tab title=\"Wales\" %}\nIt costs £82.\n{% endtab %}",
			"<Tabs groupId=\"n\">\n  <TabItem value=\"w\" label=\"Wales\">\n\n  It costs £82.\n\n  </TabItem>\n</Tabs>",
			"<TabItem label=\"Wales\">It costs £82.</TabItem>", "```{tab-item} Wales\n:sync: w\nIt costs £82.\n```",
			"> ### Wales\n> It costs £82.", "<details><summary>Wales</summary>It costs £82.</details>",
			"<details>\n<summary>Wales</summary>\n\nIt costs £82.\n\n</details>" })
	void theLabelOfABoxIsOfWhatItHoldsAndOfNothingElse(String box) {
		var statements = body("## Fees\n\n" + box + "\n\nIt is paid once.").statements();
		assertThat(statements).extracting(Statement::text).containsExactly("It costs £82.", "It is paid once.");
		assertThat(statements.getFirst().headings()).containsExactly("Fees", "Wales");
		assertThat(statements.getFirst().nations()).containsExactly(Nation.WALES);
		assertThat(statements.getFirst().line()).isBetween(6, 10);
		assertThat(statements.getLast().headings()).containsExactly("Fees");
		assertThat(statements.getLast().nations()).hasSize(4);
	}

	@Test
	void boxesStandInOneAnother() {
		var statements = body("""
				!!! note "Fees"
				    === "Wales"

				        | Lock | Fee |
				        | Upper | £1 |

				    Ask first.
				""").statements();
		assertThat(statements).extracting(Statement::text).containsExactly("Lock: Upper; Fee: £1", "Ask first.");
		assertThat(statements).extracting(Statement::headings)
			.containsExactly(List.of("Fees", "Wales"), List.of("Fees"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{% comment %}\nIt was £82.\n{% endcomment %}", "{# It was £82. #}", "{/* It was £82. */}",
			"{{/* It was £82. */}}", "<!-- It was £82.\n\nOnce. -->", "<%# It was £82. %>", "{--It was £82.--}",
			"~~It was £82.~~", "<p><del>It was £82.</del></p>", "{% highlight text %}\nIt was £82.\n{% endhighlight %}",
			"<script setup>\nimport Fee from './Fee.vue'\nconst fee = 82\n</script>", "% It was £82." })
	void whatItsAuthorHasHiddenOrStruckOutIsNotRead(String hidden) {
		assertThat(body("It costs £95.\n\n" + hidden + "\n\nIt is open.").statements()).extracting(Statement::text)
			.containsExactly("It costs £95.", "It is open.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			See the [fees]({{ site.url }}/fees/), £95.          | See the fees, £95.
			See the [fees]({% link fees.md %}), £95.            | See the fees, £95.
			See the [fees]({{< ref "fees.md" >}}), £95.         | See the fees, £95.
			See the [fees](/f){:target="_blank" rel="x"}, £95.  | See the fees, £95.
			See the [fees](/f){ .button }, £95.                 | See the fees, £95.
			Apply by {~~May~>June~~} {++2026++}.                | Apply by June 2026.
			The ==fee== is £95.                                 | The fee is £95.
			It is free :material-check:                         | It is free
			- [x] It is free                                    | It is free
			It lasts {term}`an hour <h>`, {doc}`free`.          | It lasts an hour, free.
			**Note:** it is {==free==}{>>sure?<<}.              | Note: it is free.
			""")
	void marksOfGeneratorsAndEditorsLeaveTheWords(String written, String read) {
		assertThat(body(written).statements()).extracting(Statement::text).containsExactly(read);
	}

	@Test
	void aTermIsReadWithWhatItMeans() {
		assertThat(
				body("Keeper\n:   Works the gates.\n:   Lives there.\n\nMate\n:   Helps.\n\nIt is open.").statements())
			.extracting(Statement::text)
			.containsExactly("Keeper: Works the gates.", "Keeper: Lives there.", "Mate: Helps.", "It is open.");
	}

	@Test
	void aFootnoteIsReadWhereItIsReferredTo() {
		var statements = body("""
				## England
				It costs £95.[^1]

				## Wales
				It costs £82.

				[^1]: Half for the young.
				    Free for children.
				""").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("It costs £95.", "Half for the young.", "Free for children.", "It costs £82.");
		assertThat(statements.get(1).nations()).containsExactly(Nation.ENGLAND);
		assertThat(statements.get(1).line()).isEqualTo(10);
	}

	@Test
	void codeOfAPageIsToldOfOnce() {
		var statements = body("import {\n  Fee,\n} from './x';\n\n<Fee amount={9} />\n\nIt is open.").statements();
		assertThat(statements).extracting(Statement::text).containsExactly("It is open.");
		assertThat(this.problems.found()).extracting(Problem::line).containsExactly(4, 8);
	}

	@Test
	void wordsInBoldOverATextAreItsHeading() {
		var statements = body("""
				## Keeper
				**Pay**

				It is £95.

				**Can I live there?**

				- yes

				**It is £82 in winter**

				**You must swim.**

				**Last line**
				""").statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("It is £95.", "yes", "It is £82 in winter", "You must swim.", "Last line");
		assertThat(statements).extracting(Statement::section).startsWith("Pay", "Can I live there?");
	}

	@Test
	void anItemThatEndsInAColonIntroducesThoseAfterIt() {
		var statements = body("- Courses in Wales:\n- Bala, £240\n- Barry, £390\n\nAsk us.\n\n- boots\n- more:")
			.statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("Bala, £240", "Barry, £390", "Ask us.", "boots");
		assertThat(statements).extracting(Statement::lead)
			.containsExactly("Courses in Wales:", "Courses in Wales:", null, null);
		assertThat(statements.getFirst().nations()).containsExactly(Nation.WALES);
		assertWarning(11, "introduces nothing");
	}

	@Test
	void aNumberBeforeAHeadingIsNotPartOfItsNation() {
		assertThat(body("## 4. Wales\nIt costs £82.").statements().getFirst().nations()).containsExactly(Nation.WALES);
	}

	@Test
	void contentsAreNotReadAndRawTextIs() {
		assertThat(body("1. TOC\n{:toc}\n\n{% raw %}It is £95.{% endraw %}").statements()).extracting(Statement::text)
			.containsExactly("It is £95.");
	}

	@Test
	void anEmptyHeadingKeepsNothingFromBeingUsed() {
		assertThat(body("## Pay\nIt is £95.\n\n## ![](icon.png)\nIt is open.").statements())
			.extracting(Statement::section)
			.containsExactly("Pay", "");
		assertWarning(7, "heading is empty");
	}

	@Test
	void spacesAndMarksWithoutWidthAreRead() {
		assertThat(body("It\u00a0is\u202f£9\u200b5, pay\u00adable.").statements().getFirst().text())
			.isEqualTo("It is £95, payable.");
	}

	@Test
	void markdownInATagThatSaysSoIsRead() {
		assertThat(body("<div class=\"box\" markdown=\"1\">\n**Fee:** it is £95.\n</div>").statements())
			.extracting(Statement::text)
			.containsExactly("Fee: it is £95.");
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
	void readsTablesInHtmlHoweverTheirHeadsAreSet() {
		var statements = body(
				"""
						<table><tr><th>Pay</th><td>£95</td></tr><tr><th>Hours</th><td>37</td></tr></table>

						<table><caption>From May 2026</caption><thead><tr><th rowspan="2">Lock</th><th colspan="2">Year 1</th></tr>
						<tr><th>Pay</th><th>Bonus</th></tr></thead><tr><td>Upper</td><td>£95</td><td>£5</td></tr></table>

						<table><tr><td><h2>Boats</h2><p>They are lent.</p></td><td>Ask us.</td></tr></table>
						""")
			.statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("Pay: £95", "Hours: 37", "Lock: Upper; Year 1, Pay: £95; Year 1, Bonus: £5",
					"They are lent.", "Ask us.");
		assertThat(statements.get(2).asOf()).isEqualTo(new PartialDate(2026, 5, 0));
		assertThat(statements.get(3).section()).isEqualTo("Boats");
	}

	@Test
	void linesBrokenOrDottedByHandAreItems() {
		var statements = body("<p>Open days:<br>3 May 2026<br>7 June 2026</p><p>• boots</p><p>•&nbsp; gloves</p>")
			.statements();
		assertThat(statements).extracting(Statement::text)
			.containsExactly("3 May 2026", "7 June 2026", "boots", "gloves");
		assertThat(statements.getFirst().lead()).isEqualTo("Open days:");
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
