package org.signpost.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What the commands print and the status they leave. */
class CommandsTests {

	private static final String SMALL = "src/test/resources/knowledge-base";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.bytes, true, StandardCharsets.UTF_8);

	@Test
	void knowsItsCommands() {
		assertThat(Commands.isCommand(new String[] { "check" })).isTrue();
		assertThat(Commands.isCommand(new String[] { "evaluate", "a" })).isTrue();
		assertThat(Commands.isCommand(new String[] { "--server.port=1" })).isFalse();
		assertThat(Commands.isCommand(new String[0])).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "help", "chekc", "-x" })
	void whatIsNoCommandIsAnsweredWithTheCommands(String word) {
		assertThat(Commands.isCommand(new String[] { word })).isTrue();
		assertThat(failing(word)).startsWith("signpost: ")
			.contains("check [DIR]", "evaluate CASES.jsonl", "--server.port");
	}

	@ParameterizedTest
	@CsvSource({ "check nowhere, there is no folder nowhere", "candidates nowhere, there is no folder nowhere",
			"evaluate nowhere.jsonl, there is no file nowhere.jsonl", "evaluate, name at least one file",
			"diff one two, name the folder as it was", "diff src nowhere nowhere.jsonl, there is no file nowhere.jsonl",
			"evaluate-intents one, name a file to train on",
			"evaluate-intents nowhere.tsv x, there is no file nowhere.tsv" })
	void aMissingFileIsSaidInOneLine(String command, String said) {
		assertThat(failing(command.split(" ", -1))).contains(said);
	}

	/** What a command that fails with 2 says: one line. */
	private String failing(String... args) {
		var err = System.err;
		System.setErr(this.out);
		try {
			assertThat(Commands.run(args)).isEqualTo(2);
		}
		finally {
			System.setErr(err);
		}
		var said = printed().lines().filter((line) -> !line.matches("\\d\\d:.*|WARNING.*")).toList();
		assertThat(said).hasSize(1);
		return said.getFirst();
	}

	@Test
	void checkFindsNoMistakeInASoundKnowledgeBase() {
		assertThat(check(Path.of(SMALL))).isZero();
		assertThat(printed()).contains("\n5 sources, ").endsWith("2 curated answers, 7 concepts: no mistake\n");
	}

	/** Without the model, which takes a second to load. */
	private int check(Path folder, String... options) {
		var args = new ArrayList<>(List.of(options));
		args.add("--no-embeddings");
		return new CheckCommand().run(CommandLine.of(args), folder, this.out);
	}

	@Test
	void checkNamesAConflictWithBothPlacesAndWhatVisitorsAreGiven() throws IOException {
		source("fees", "2026-03", "The piano tuning certificate costs £85.");
		source("prices", "2026-03", "The piano tuning certificate costs £95.");
		source("archive", "2021-05", "The piano tuning certificate costs £60.");
		assertThat(check(this.folder)).isZero();
		var guidance = this.folder + "/guidance/";
		assertThat(printed().lines().filter((line) -> line.contains("conflict"))).satisfiesExactly(
				(first) -> assertThat(first).startsWith(guidance + "fees.md:5: warning: conflict, to be mended: ")
					.contains("£85", guidance + "prices.md:5: ", "£95", "neither is newer"),
				(second) -> assertThat(second).startsWith(guidance + "archive.md:5: warning: conflict, decided: ")
					.contains("it is newer"),
				(third) -> assertThat(third).startsWith(guidance + "archive.md:5: warning: conflict, decided: "),
				(summary) -> assertThat(summary).isEqualTo("3 conflicts, of which 1 are to be mended"));
	}

	@Test
	void checkNamesTheStaleSourcesThatMostAnswersRestOnFirst() {
		assertThat(check(Path.of(SMALL), "--stale-after=1d")).isZero();
		assertThat(printed().lines().filter((line) -> line.contains("stale"))).first()
			.asString()
			.containsPattern("guidance/\\S+\\.md:1: warning: stale, .* that rest on it: [1-9]");
		assertThat(printed()).containsPattern("\\d stale sources");
	}

	private void source(String id, String published, String statement) throws IOException {
		Files.createDirectories(this.folder.resolve("guidance"));
		Files.writeString(this.folder.resolve("guidance/" + id + ".md"),
				"---\ntitle: Piano tuner\npublished: %s\n---\n%s\n".formatted(published, statement));
	}

	@Test
	void checkPrintsEachMistakeWithFileAndLine() throws IOException {
		Files.createDirectories(this.folder.resolve("guidance"));
		Files.writeString(this.folder.resolve("guidance/a.md"), "---\ntitle: A\npublished: soon\n---\nTODO this.\n");
		assertThat(check(this.folder)).isEqualTo(1);
		assertThat(printed()).contains(this.folder + "/guidance/a.md:3: \"soon\" is no date; write YYYY",
				this.folder + "/guidance/a.md:5: warning: a TODO is left: TODO this.", ": mistakes found");
	}

	@Test
	void aWarningDoesNotFailACheck() throws IOException {
		Files.createDirectories(this.folder.resolve("guidance"));
		Files.writeString(this.folder.resolve("guidance/a.md"), "---\ntitle: A\n---\nTODO this.\n");
		assertThat(check(this.folder)).isZero();
	}

	@Test
	void evaluateScoresAndDemandsAShare() throws IOException {
		var cases = Files.writeString(this.folder.resolve("cases.jsonl"),
				"""
						{"id": "a", "kind": "fact", "turns": [{"user": "How much is the winter allowance?", "expect": {"outcome": ["ANSWERED"], "all": ["£385"], "source": ["pay-2025"]}}]}
						{"id": "b", "kind": "fact", "turns": [{"user": "How much is the winter allowance?", "expect": {"outcome": ["ANSWERED"], "all": ["£1"]}}]}
						""");
		assertThat(evaluate(cases.toString(), "--min-pass=50")).isZero();
		assertThat(printed()).contains("fact              1 of    2   50.0%", "ALL               1 of    2   50.0%",
				"b (fact) How much is the winter allowance?", "lacks /£1/");
		assertThat(evaluate(cases.toString(), "--min-pass=51")).isEqualTo(1);
	}

	@Test
	void diffPrintsWhatChangesSideBySideAndWhy() throws IOException {
		FileSystemUtils.copyRecursively(Path.of(SMALL), this.folder.resolve("new"));
		var pay = this.folder.resolve("new/guidance/pay-2025.md");
		Files.writeString(pay, Files.readString(pay).replace("£82 a week", "£91 a week"));
		var cases = Files.writeString(this.folder.resolve("cases.jsonl"), """
				{"id": "cottage", "turns": [{"user": "What does a lock cottage cost in Wales?"}]}
				{"id": "visits", "turns": [{"user": "Are lock visits free?"}]}
				""");
		assertThat(diff(SMALL, SMALL, cases.toString())).isZero();
		assertThat(printed()).endsWith("answered otherwise: 0 of 2 conversations\n");
		assertThat(diff(SMALL, this.folder.resolve("new").toString(), cases.toString())).isEqualTo(1);
		assertThat(printed())
			.contains("  - In Wales, a lock cottage costs £82 a week.\n",
					"  + In Wales, a lock cottage costs £91 a week.\n", "statements changed: 1, added: 0, taken out: 0",
					"cottage, message 1: What does a lock cottage cost in Wales?", "because of pay-2025#",
					"answered otherwise: 1 of 2 conversations")
			.containsPattern("£82 a week.* \\| .*£91 a week")
			.doesNotContain("visits, message");
	}

	@Test
	void diffNamesMistakesAndComparesTheRest() throws IOException {
		FileSystemUtils.copyRecursively(Path.of(SMALL), this.folder.resolve("new"));
		var visits = Files.writeString(this.folder.resolve("new/guidance/lock-visits.md"), "No head.\n");
		var cases = Files.writeString(this.folder.resolve("cases.jsonl"),
				"{\"turns\": [{\"user\": \"How much is the winter allowance?\"}]}\n");
		assertThat(diff(SMALL, this.folder.resolve("new").toString(), cases.toString())).isZero();
		assertThat(printed()).contains(visits + ":1: ");
	}

	private int diff(String... args) throws IOException {
		var words = new java.util.ArrayList<>(List.of(args));
		words.addAll(List.of("--data=target", "--date=2026-11-21"));
		return new DiffCommand().run(CommandLine.of(words), this.out);
	}

	@Test
	void evaluateIntentsPrintsItsScores() throws IOException {
		var train = Files.writeString(this.folder.resolve("train.tsv"),
				"pay\thow much does it pay\npay\twhat is the salary\nhours\twhat are the hours\nhours\tdo they work at weekends\n");
		var test = Files.writeString(this.folder.resolve("test.tsv"),
				"pay\tthe salary of one\nhours\tthe hours of work\noos\tzebra crossing lights\n");
		var status = new EvaluateIntentsCommand()
			.run(CommandLine.of(List.of(train.toString(), test.toString(), "--no-embeddings")), this.out);
		assertThat(status).isZero();
		assertThat(printed()).matches("accuracy \\d+\\.\\d %\noos recall \\d+\\.\\d %\n");
	}

	@Test
	void aCommandThatCannotBeRunLeavesTwo() {
		assertThat(Commands.run(new String[] { "evaluate", this.folder.resolve("nowhere.jsonl").toString() }))
			.isEqualTo(2);
		assertThat(Commands.run(new String[] { "evaluate-intents", "one" })).isEqualTo(2);
	}

	private int evaluate(String... args) throws IOException {
		var words = new java.util.ArrayList<>(List.of(args));
		words.addAll(List.of("--knowledge-base=" + SMALL, "--data=target", "--date=2026-11-21"));
		return new EvaluateCommand().run(CommandLine.of(words), this.out);
	}

	private String printed() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

}
