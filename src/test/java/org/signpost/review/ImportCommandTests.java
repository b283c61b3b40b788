package org.signpost.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImportCommandTests {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void makesGuidanceThatCanBeAnsweredFrom() throws IOException {
		Files.createDirectories(this.folder.resolve("pages/deep"));
		write("pages/lock.html",
				"<h1>Lock keeper</h1><p>The pay is £24,750. It is outdoor work.</p><p>Share this page</p>");
		write("pages/deep/boots.txt", "You need boots.");
		write("pages/deep/pay.xlsx", "no document");
		assertThat(run("pages")).isZero();
		assertThat(output()).contains("[1/2]", "[2/2]", "guidance/lock-keeper.md: 2 statements", "dropped: prompt",
				"to fill in: publisher, url, published, nations", "2 of 2 documents imported");
		var reading = new KnowledgeBaseReader(new Sentences()).read(this.folder.resolve("kb"));
		assertThat(reading.faultless()).isTrue();
		assertThat(reading.knowledgeBase().statements()).extracting((statement) -> statement.text())
			.containsExactlyInAnyOrder("The pay is £24,750.", "It is outdoor work.", "You need boots.");
		assertThat(reading.problems()).anyMatch((problem) -> problem.message().contains("TODO"));
	}

	@Test
	void namesWhatItCannotReadInAFolder() throws IOException {
		Files.createDirectories(this.folder.resolve("pages/lock_files"));
		write("pages/lock.txt", "You need boots.");
		write("pages/pay.xlsx", "sheet");
		write("pages/lock_files/style.css", "body {}");
		write("pages/lock_files/boots.png", "picture");
		write("pages/.hidden", "x");
		assertThat(run("pages")).isZero();
		assertThat(output().lines().filter((line) -> line.contains("not imported"))).singleElement()
			.asString()
			.startsWith(this.folder.resolve("pages/pay.xlsx") + ": not imported: no format that can be read");
		assertThat(output()).contains("1 of 1 documents imported");
	}

	@Test
	void namesWhatCannotBeReadAndGoesOn() throws IOException {
		write("a.docx", "no zip");
		write("b.txt", "You need boots.");
		write("c.xlsx", "sheet");
		assertThat(run("a.docx", "b.txt", "c.xlsx")).isEqualTo(1);
		assertThat(output()).contains("a.docx: not imported: it is no Word document", "c.xlsx: not imported: no format",
				"1 of 3 documents imported");
	}

	@Test
	void writesNothingOverUnlessTold() throws IOException {
		write("lock.txt", "You need boots.");
		run("lock.txt");
		write("lock.txt", "You need gloves.");
		assertThat(run("lock.txt")).isEqualTo(1);
		assertThat(output()).contains("is there already; use --replace");
		assertThat(run("lock.txt", "--replace")).isZero();
		assertThat(Files.readString(this.folder.resolve("kb/guidance/lock.md"))).contains("gloves");
	}

	@Test
	void documentsOfOneTitleGetAFileEach() throws IOException {
		write("a.md", "# Lock\nYou need boots.");
		write("b.md", "# Lock\nYou need gloves.");
		assertThat(run("a.md", "b.md")).isZero();
		assertThat(run("a.md", "b.md", "--replace")).isZero();
		assertThat(Files.readString(this.folder.resolve("kb/guidance/lock.md"))).contains("boots");
		assertThat(Files.readString(this.folder.resolve("kb/guidance/lock-2.md"))).contains("gloves");
		assertThat(this.folder.resolve("kb/guidance")).isDirectoryNotContaining("glob:**3.md");
	}

	@Test
	void tellsTokensThatAreLeft() throws IOException {
		write("lock.md", "---\ntitle: Lock\n---\nThe pay is $pay$. It is outdoor work.");
		run("lock.md");
		assertThat(output()).contains("lock.md: 1 statements", "\"$pay$\" is left by a site generator");
	}

	@Test
	void saysWhatItNeeds() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ImportCommand().run(CommandLine.of(List.of("a.txt")), new PrintStream(this.out)))
			.withMessageContaining("--into");
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve(name), text);
	}

	private int run(String... words) throws IOException {
		var args = new java.util.ArrayList<String>();
		for (var word : words) {
			args.add(word.startsWith("--") ? word : this.folder.resolve(word).toString());
		}
		args.addAll(List.of("--into", this.folder.resolve("kb/guidance").toString()));
		return new ImportCommand().run(CommandLine.of(args), new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private String output() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
