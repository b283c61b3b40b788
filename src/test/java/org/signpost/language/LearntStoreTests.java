package org.signpost.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LearntStoreTests {

	private final AtomicInteger learnt = new AtomicInteger();

	@TempDir
	Path folder = Path.of("");

	@Test
	void learnsOnceAndRemembersAfterARestart() {
		assertThat(new LearntStore(this.folder).get("a", this::learn)).containsExactly(1);
		assertThat(new LearntStore(this.folder).get("a", this::learn)).containsExactly(1);
		assertThat(this.learnt).hasValue(1);
	}

	@Test
	void learnsAnewFromOtherExamples() {
		var store = new LearntStore(this.folder);
		store.get("a", this::learn);
		assertThat(store.get("b", this::learn)).containsExactly(2);
	}

	@Test
	void keepsOnlyAFewModels() throws IOException {
		var store = new LearntStore(this.folder);
		for (int i = 0; i < 12; i++) {
			store.get("model" + i, this::learn);
		}
		try (var files = Files.list(this.folder)) {
			assertThat(files).hasSize(8);
		}
	}

	@Test
	void learnsWhereNothingCanBeKept() throws IOException {
		var file = Files.createFile(this.folder.resolve("file"));
		assertThat(new LearntStore(file).get("a", this::learn)).containsExactly(1);
		assertThat(new LearntStore(null).get("a", this::learn)).containsExactly(2);
	}

	private byte[] learn() {
		return new byte[] { (byte) this.learnt.incrementAndGet() };
	}

}
