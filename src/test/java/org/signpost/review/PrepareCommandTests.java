package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The step of the build that makes what a start needs, on a small knowledge base. */
class PrepareCommandTests {

	private static final FileTime LONG_AGO = FileTime.fromMillis(0);

	@TempDir
	Path folder;

	private Path guidance;

	@BeforeEach
	void copyWhatItReads() throws IOException {
		for (var name : List.of("language", "org/signpost/knowledge")) {
			FileSystemUtils.copyRecursively(Path.of("target/classes", name), this.folder.resolve("classes/" + name));
		}
		for (var name : List.of("model", "org/signpost/language", "org/signpost/retrieval", "org/signpost/review",
				"org/signpost/understanding")) {
			Files.createDirectories(this.folder.resolve("classes/" + name));
		}
		for (var name : List.of("model/model.yaml", "model/vocabulary.txt")) {
			Files.copy(Path.of("target/classes", name), this.folder.resolve("classes/" + name));
		}
		this.guidance = Files.createDirectories(this.folder.resolve("classes/knowledge-base/guidance"));
		write("The winter allowance is £385 a year.");
	}

	@Test
	void makesAnewOnlyWhatChanged() throws IOException {
		prepare();
		var made = encodings();
		assertThat(made).isRegularFile();
		var size = Files.size(made);
		Files.setLastModifiedTime(made, LONG_AGO);
		prepare();
		assertThat(Files.getLastModifiedTime(made)).isEqualTo(LONG_AGO);
		write("The winter allowance is £400 a year.");
		var before = Files.readAllBytes(made);
		prepare();
		// the old text went with the new one's coming
		assertThat(Files.size(made)).isEqualTo(size);
		assertThat(Files.readAllBytes(made)).isNotEqualTo(before);
		write("The winter allowance is £385 a year.", "Lock visits are free.");
		prepare();
		assertThat(Files.size(made)).isGreaterThan(size);
	}

	@Test
	void looksAgainWhenTheModelIsAnother() throws IOException {
		prepare();
		var before = Files.readString(this.folder.resolve("stamp"));
		Files.writeString(this.folder.resolve("classes/model/model.yaml"), "# another\n");
		prepare();
		assertThat(Files.readString(this.folder.resolve("stamp"))).isNotEqualTo(before);
	}

	@Test
	void leavesAKnowledgeBaseWithMistakesToTheStart() throws IOException {
		Files.writeString(this.guidance.resolve("lock.md"), "no head\n");
		prepare();
		assertThat(this.folder.resolve("stamp")).doesNotExist();
	}

	private void write(String... statements) throws IOException {
		Files.writeString(this.guidance.resolve("lock.md"),
				"---\ntitle: Lock keeper\n---\n" + String.join(" ", statements) + "\n");
	}

	private void prepare() {
		assertThat(Commands.run(new String[] { "prepare", this.folder.resolve("classes").toString(),
				this.folder.resolve("stamp").toString() }))
			.isZero();
	}

	private Path encodings() throws IOException {
		try (var files = Files.list(this.folder.resolve("classes/prepared"))) {
			return files.filter((file) -> file.getFileName().toString().startsWith("encodings-"))
				.findFirst()
				.orElseThrow();
		}
	}

}
