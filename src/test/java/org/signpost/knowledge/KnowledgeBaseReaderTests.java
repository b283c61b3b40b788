package org.signpost.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.language.Sentences;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of a folder, and every mistake that is told with its place. */
class KnowledgeBaseReaderTests {

	private static final Sentences sentences = new Sentences();

	private static final String ANSWER = """
			---
			title: the winter allowance
			examples: [a b, c d, e f, g h, i j]
			---
			""";

	@TempDir
	Path folder;

	@BeforeEach
	void writeASource() throws IOException {
		write("guidance/lock.md", """
				---
				title: Lock keeper
				---
				The winter allowance is £385 a year.
				The Sluice Certificate takes 14 months.
				A lock visit at Foxbridge is on 9 May 2026.
				""");
	}

	@Test
	void aFolderWithOneSourceIsAKnowledgeBase() {
		var reading = read();
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.usable()).isTrue();
		assertThat(reading.knowledgeBase().statements()).hasSize(3);
		assertThat(reading.knowledgeBase().contacts().of("danger", null)).isNotEmpty();
		assertThat(reading.knowledgeBase().scope().topics()).containsExactly("Lock keeper");
	}

	@Test
	void readsTheWholeOfTheSmallKnowledgeBase() {
		var knowledgeBase = Engines.small();
		assertThat(knowledgeBase.sources()).extracting(Source::id)
			.containsExactly("lock-diploma", "lock-keeper-profile", "lock-visits", "pay-2022", "pay-2025");
		assertThat(knowledgeBase.answers()).extracting(CuratedAnswer::intent)
			.containsExactly("lock-qualification", "winter-allowance");
		assertThat(knowledgeBase.events()).extracting(Event::place).containsExactly("Foxbridge", "Llanwern Basin");
		assertThat(knowledgeBase.contacts().of("work-rights", Nation.NORTHERN_IRELAND)).extracting(Contact::name)
			.containsExactly("Labour Desk");
		assertThat(knowledgeBase.contacts().safeguardingLead()).containsEntry(Nation.WALES, "the welfare officer");
		assertThat(knowledgeBase.scope().subject()).isEqualTo("careers on canals and locks");
		assertThat(knowledgeBase.vocabulary().find("sluice-certificate").orElseThrow().replacedBy()).isNotNull();
	}

	@Test
	void tellsMistakesInTheOrderOfTheFilesThoughManyAreReadAtOnce() throws IOException {
		for (int i = 100; i < 300; i++) {
			write("guidance/part-%d.md".formatted(i),
					"---\ntitle: Part %d\nodd: 1\n---\nIt costs £%d.\n".formatted(i, i));
		}
		var reading = read();
		assertThat(reading.problems()).extracting(Problem::file).hasSize(200).isSorted();
		assertThat(reading.knowledgeBase().sources()).extracting(Source::id).hasSize(201).isSorted();
		assertThat(read().problems()).isEqualTo(reading.problems());
	}

	@Test
	void skipsAReadme() throws IOException {
		write("guidance/README.md", "No head at all");
		assertThat(read().problems()).isEmpty();
	}

	@Test
	void readsWhatOtherSystemsWrite() throws IOException {
		write("guidance/other.md", "\uFEFF---\r\ntitle: Other\r\n---\r\nIt costs £95.\r\n\r\n# Pay\r\nIt is £3.\r\n");
		var reading = read();
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.knowledgeBase().findSource("other").orElseThrow().statements()).extracting(Statement::line)
			.containsExactly(4, 7);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					title: A\\nnations: CORNWALL\\n---\\nIt is.            | 3: "CORNWALL" is no nation; write ENGLAND, WALES, SCOTLAND or NORTHERN_IRELAND, or leave the line out for all four
					title: A\\npublished: last year\\n---\\nIt is.         | 3: "last year" is no date; write YYYY, YYYY-MM or YYYY-MM-DD
					title: A\\npublished: 2025-02-30\\n---\\nIt is.        | 3: "2025-02-30" is no date; write YYYY, YYYY-MM or YYYY-MM-DD
					title: A\\nchecked: 2025\\n---\\nIt is.                | 3: "2025" is no day; write YYYY-MM-DD
					publisher: A\\n---\\nIt is.                            | 2: "title" is missing
					title:\\n---\\nIt is.                                  | 2: "title" is missing
					title: A\\nurl: www.a.example\\n---\\nIt is.           | 3: "www.a.example" is no web address; write https://...
					title: A\\nstanding: high\\n---\\nIt is.               | 3: "standing" can only be "secondary"; else leave it out
					title: A\\npublished: [2025]\\n---\\nIt is.            | 3: "published" takes one value
					title: A: B\\n---\\nIt is.                             | 2: this is not valid YAML (mapping values are not allowed here); put quotes around a value that holds ": " or starts with a special character
					title: A\\ntitle: B\\n---\\nIt is.                     | 3: "title" is given twice; keep one
					title: A\\nIt is.                                      | 1: the line "---" that ends the head of the file is missing
					title: A\\n---\\n\\n##\\nIt is.                        | 5: warning: this heading is empty; write a few words or take the line out
					title: A\\nauthor: B\\n---\\nIt is.                    | 3: warning: "author" is not known here and is ignored; known are checked, nations, published, publisher, standing, title, url
					title: A\\n---\\nTODO write this.                      | 4: warning: a TODO is left: TODO write this.
					title: A\\n---                                         | 4: warning: nothing is stated here; write sentences, lists or tables below the head
					""")
	void tellsWhatIsWrongInASource(String text, String problem) throws IOException {
		write("guidance/wrong.md", "---\n" + text.replace("\\n", "\n") + "\n");
		assertThat(problems()).contains("guidance/wrong.md:" + problem);
	}

	@Test
	void tellsAFileWithoutAHead() throws IOException {
		write("guidance/wrong.md", "# Lock keeper\nA lock keeper works the gates.\n");
		assertThat(problems()).contains(
				"guidance/wrong.md:1: the file must begin with a line \"---\", then \"title: ...\", then another line \"---\"");
	}

	@Test
	void tellsAFileThatIsNotInUtf8() throws IOException {
		Files.write(this.folder.resolve("guidance/wrong.md"),
				"---\ntitle: A\n---\nIt is £95.\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(problems()).containsExactly("guidance/wrong.md:1: the file is not in UTF-8; save it as UTF-8");
	}

	@Test
	void tellsAFileThatIsTooLarge() throws IOException {
		write("guidance/wrong.md", "x".repeat(2_000_001));
		assertThat(problems()).containsExactly("guidance/wrong.md:1: the file is larger than 2 MB; split it");
	}

	@Test
	void tellsAFolderWithoutSources() throws IOException {
		Files.delete(this.folder.resolve("guidance/lock.md"));
		assertThat(problems()).containsExactly("guidance:1: there is no source; put at least one Markdown file here");
		assertThat(read().usable()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					## Anywhere\\nIt is £385 a year. [luck]                | 6: warning: there is no source "luck"; write the name of a file in guidance/ without .md
					## Anywhere\\nIt is £386 a year. [lock]                | 6: warning: no statement of lock gives 386; correct the figure or cite the source that gives it
					## Anywhere\\nIt is £385 a year.                       | 6: "It is £385 a year." gives a figure (385) and cites no source; write [source-id] after it
					## Anywhere\\nIt is £385. [lock] It is £5. [lock]      | 6: warning: no statement of lock gives 5; correct the figure or cite the source that gives it
					## Cornwall\\nIt is £385 a year. [lock]                | 5: "Cornwall" is no nation; write England, Wales, Scotland, Northern Ireland or Anywhere
					It is £385 a year. [lock]                              | 5: a line stands above the first heading; begin with "## Anywhere" or "## England"
					## Wales\\n## Anywhere\\nIt is £385. [lock]            | 5: nothing is said under this heading; write the answer or take the heading out
					~~                                                     | 5: the answer is empty; write "## Anywhere" and below it what to say
					## Anywhere\\nTake the Gate Award. [lock]              | 6: warning: no statement of lock names gate-award; cite the source that does
					""")
	void tellsWhatIsWrongInAnAnswer(String text, String problem) throws IOException {
		write("vocabulary.yaml", "concepts: [{id: gate-award, preferred: Gate Award, kind: qualification}]\n");
		write("answers/winter.md", ANSWER + text.replace("\\n", "\n"));
		assertThat(problems()).contains("answers/winter.md:" + problem);
	}

	@Test
	void tellsAnAnswerThatIsTooLong() throws IOException {
		write("answers/winter.md", ANSWER + "## Anywhere\n" + "word ".repeat(111) + "\n");
		assertThat(problems())
			.contains("answers/winter.md:5: 111 words are too many for a small panel; write at most 110");
	}

	@Test
	void tellsAHeadOfAnAnswerThatIsWrong() throws IOException {
		write("answers/winter.md", """
				---
				title: the winter allowance
				examples: [a b, c d]
				colour: red
				---
				## Anywhere
				Ask the office.
				""");
		assertThat(problems()).containsExactlyInAnyOrder(
				"answers/winter.md:3: 2 examples are too few to recognise the question by; write 8 to 15 in visitors' words",
				"answers/winter.md:4: warning: \"colour\" is not known here and is ignored; known are examples, suggestions, title");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{id: a}                                                          | "preferred" is missing
					{preferred: A}                                                   | "id" is missing
					{id: a, preferred: A, nations: [CORNWALL]}                       | "CORNWALL" is no nation; write ENGLAND, WALES, SCOTLAND or NORTHERN_IRELAND, or leave the line out for all four
					{id: a, preferred: A, replacedBy: {concept: b}}                  | "a" is replaced by "b", which is no concept here
					{id: a, preferred: A, replacedBy: {concept: a, from: 2025}}      | "2025" is no day; write YYYY-MM-DD
					{id: a, preferred: A, replacedBy: {concept: a, nation: Cornwall}} | "Cornwall" is no nation; write ENGLAND, WALES, SCOTLAND or NORTHERN_IRELAND
					{id: a, preferred: A, broader: b}, {id: a, preferred: B}         | two concepts have the id "a"
					{id: a, preferred: A, hint: b}                                   | warning: "hint" is not known here and is ignored; known are alternative, broader, definition, hidden, id, kind, nations, preferred, related, replacedBy
					a                                                                | "concepts" takes a list of entries with names and values
					""")
	void tellsWhatIsWrongInTheVocabulary(String concept, String problem) throws IOException {
		write("vocabulary.yaml", "concepts: [" + concept + "]\n");
		assertThat(problems()).contains("vocabulary.yaml:1: " + problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					contacts: [{id: a, name: A, for: danger, web: 'http://a.example'}]  | 1: "http://a.example" is no safe address; write https://...
					contacts: [{id: a, name: A}]                                        | 1: "for" is missing
					contacts: [{id: a, for: danger}]                                    | 1: "name" is missing
					contacts: []\\nsafeguardingLead: {Cornwall: A}                      | 2: "Cornwall" is no nation
					""")
	void tellsWhatIsWrongInTheContacts(String yaml, String problem) throws IOException {
		write("contacts.yaml", yaml.replace("\\n", "\n"));
		assertThat(problems()).containsExactly("contacts.yaml:" + problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{name: A, place: Foxbridge, date: 2026-05-10, source: lock}   | warning: no statement of "lock" announces A on 2026-05-10; the event is left out
					{name: A, place: Oxbridge, date: 2026-05-09, source: lock}    | warning: no statement of "lock" announces A on 2026-05-09; the event is left out
					{name: A, place: Foxbridge, date: 2026-05-09, source: luck}   | warning: no statement of "luck" announces A on 2026-05-09; the event is left out
					{name: A, place: Foxbridge, source: lock}                     | the event has no "date"; write YYYY-MM-DD
					{name: A, place: Foxbridge, date: 2026-05, source: lock}      | "2026-05" is no day; write YYYY-MM-DD
					{place: Foxbridge, date: 2026-05-09, source: lock}            | "name" is missing
					{name: A, place: Foxbridge, date: 2026-05-09}                 | "source" is missing
					""")
	void tellsWhatIsWrongInTheEvents(String event, String problem) throws IOException {
		write("events.yaml", "events: [" + event + "]\n");
		assertThat(problems()).contains("events.yaml:1: " + problem);
	}

	@Test
	void acceptsAnEventThatASourceAnnounces() throws IOException {
		write("events.yaml", "events: [{name: A, place: Foxbridge, date: 2026-05-09, source: lock}]\n");
		assertThat(problems()).isEmpty();
	}

	@Test
	void namesTheMistakesOfEveryFileAtOnce() throws IOException {
		write("guidance/a.md", "---\ntitle: A\nurl: x\n---\nIt is.\n");
		write("guidance/b.md", "---\ntitle: B\nurl: x\n---\nIt is.\n");
		write("events.yaml", "events: 1\n");
		assertThat(problems()).hasSize(3);
	}

	@Test
	void aWarningDoesNotKeepItFromBeingUsed() throws IOException {
		write("guidance/a.md", "---\ntitle: A\n---\nTODO and more.\n");
		assertThat(read().usable()).isTrue();
	}

	@Test
	void aFileWithAMistakeIsLeftOutAlone() throws IOException {
		write("guidance/wrong.md", "# Lock keeper\nA lock keeper works the gates.\n");
		write("answers/winter.md", ANSWER.replace("title:", "titel:") + "## Anywhere\nIt is £385. [lock]\n");
		write("contacts.yaml", "contacts: [{id: a, name: A}]\n");
		write("vocabulary.yaml", "concepts: [{id: a}]\n");
		var reading = read();
		assertThat(reading.usable()).isTrue();
		assertThat(reading.faultless()).isFalse();
		assertThat(reading.problems()).extracting(Problem::toString)
			.filteredOn((problem) -> problem.contains("until this is mended"))
			.containsExactly("guidance/wrong.md:1: warning: until this is mended the file is left out",
					"vocabulary.yaml:1: warning: until this is mended the file is left out",
					"answers/winter.md:1: warning: until this is mended the file is left out",
					"contacts.yaml:1: warning: until this is mended the file is left out");
		assertThat(reading.knowledgeBase().sources()).extracting(Source::id).containsExactly("lock");
		assertThat(reading.knowledgeBase().answers()).isEmpty();
		assertThat(reading.knowledgeBase().vocabulary().concepts()).isEmpty();
		// in distress people are pointed to somebody whatever an editor has broken
		assertThat(reading.knowledgeBase().contacts().of("danger", null)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pay.docx", "pay.xlsx", "pay.html", "pay.txt", "PAY.MD", "pay" })
	void namesAFileOfGuidanceThatIsNotReadAndWhatToDo(String file) throws IOException {
		write("guidance/" + file, "The pay is £24,750.");
		var reading = read();
		assertThat(reading.problems()).singleElement()
			.hasToString(
					"guidance/%s:1: warning: not read, as only .md files are; make a source of it with".formatted(file)
							+ " \"./signpost import %s --into %s\" and keep the original elsewhere".formatted(
									this.folder.resolve("guidance").resolve(file), this.folder.resolve("guidance")));
		assertThat(reading.faultless()).isTrue();
	}

	@Test
	void namesAFolderOfGuidanceAndAnAnswerThatAreNotRead() throws IOException {
		write("guidance/wales/pay.md", "---\ntitle: A\n---\nThe pay is £24,750.\n");
		write("answers/pay.txt", "The pay is £24,750.");
		assertThat(problems()).containsExactly(
				"guidance/wales:1: warning: folders in guidance are not looked into; move its .md files to guidance",
				"answers/pay.txt:1: warning: not read; an editors' answer is an .md file in answers itself");
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "readme.txt", "LICENSE", ".DS_Store", ".git/config", "~$pay.docx", "lock.md~",
			"lock.png", "pictures/lock.JPG", "style.css" })
	void leavesAloneWhatIsNoGuidance(String file) throws IOException {
		write("guidance/" + file, "The pay is £24,750.");
		assertThat(read().problems()).isEmpty();
	}

	@Test
	void ofAnAnswerOnlyThePartWhoseEvidenceIsGoneIsSetAside() throws IOException {
		write("answers/winter.md", ANSWER + """
				## England
				It is £386 a year. [lock]
				## Anywhere
				It is £385 a year. [lock]
				""");
		var reading = read();
		assertThat(reading.faultless()).isTrue();
		assertThat(reading.problems()).extracting(Problem::toString)
			.contains(
					"answers/winter.md:5: warning: what stands under this heading is set aside until then; the sources answer in its place");
		var answer = reading.knowledgeBase().answers().getFirst();
		assertThat(answer.findSection(Nation.ENGLAND)).isEmpty();
		assertThat(answer.findAnywhere()).isPresent();
	}

	@Test
	void theKnowledgeBaseThatShipsReadsWithoutAMistake() {
		var reading = Engines.reading(Engines.SHIPPED);
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.knowledgeBase().sources()).extracting(Source::id)
			.contains("prospects-senco", "prospero-senco", "get-into-teaching-send", "senco-qualifications",
					"send-training-2026");
	}

	private KnowledgeBaseReader.Reading read() {
		return new KnowledgeBaseReader(sentences).read(this.folder);
	}

	/** What is wrong, without what becomes of the file until it is mended. */
	private List<String> problems() {
		return read().problems()
			.stream()
			.map(Problem::toString)
			.filter((problem) -> !problem.contains("until this is mended"))
			.toList();
	}

	private void write(String name, String text) throws IOException {
		var file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
