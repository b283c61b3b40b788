package org.signpost.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KnowledgeBaseFolderTests {

	@TempDir
	Path folder;

	@Test
	void takesTheFolderThatIsNamed() {
		assertThat(KnowledgeBaseFolder.locate(this.folder.toString())).isEqualTo(this.folder);
	}

	@Test
	void takesTheFolderThatIsHere() {
		assertThat(KnowledgeBaseFolder.locate(null)).isEqualTo(Path.of("knowledge-base"));
		assertThat(KnowledgeBaseFolder.locate(" ")).isEqualTo(Path.of("knowledge-base"));
	}

	@Test
	void refusesAFolderThatIsNotThere() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KnowledgeBaseFolder.locate(this.folder.resolve("nowhere").toString()))
			.withMessageContaining("There is no knowledge base at");
	}

	@Test
	void unpacksWhatIsPackedWithTheProgram() {
		// on the class path of the tests the small knowledge base stands before the other
		var unpacked = KnowledgeBaseFolder.unpack();
		assertThat(unpacked.resolve("guidance/lock-keeper-profile.md")).isRegularFile();
		assertThat(unpacked.resolve("answers/winter-allowance.md")).isRegularFile();
		assertThat(unpacked.resolve("vocabulary.yaml"))
			.hasSameTextualContentAs(Path.of("src/test/resources/knowledge-base/vocabulary.yaml"));
	}

	@Test
	void theFingerprintChangesWithAnyFile() throws IOException {
		var file = Files.writeString(this.folder.resolve("a.md"), "one");
		var before = KnowledgeBaseFolder.fingerprint(this.folder);
		assertThat(KnowledgeBaseFolder.fingerprint(this.folder)).isEqualTo(before);
		Files.writeString(file, "three");
		var changed = KnowledgeBaseFolder.fingerprint(this.folder);
		assertThat(changed).isNotEqualTo(before);
		Files.move(file, this.folder.resolve("b.md"));
		assertThat(KnowledgeBaseFolder.fingerprint(this.folder)).isNotEqualTo(changed);
		Files.delete(this.folder.resolve("b.md"));
		assertThat(KnowledgeBaseFolder.fingerprint(this.folder)).isNotEqualTo(before).isNotEqualTo(changed);
	}

}
