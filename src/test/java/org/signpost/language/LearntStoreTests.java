package org.signpost.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LearntStoreTests {

	private final AtomicInteger learnt = new AtomicInteger();

	@TempDir
	Path folder = Path.of("");

	@Test
	void learnsOnceAndRemembersAfterARestart() {
		assertThat(store(this.folder).get(TextDigest.of("a"), this::learn)).containsExactly(1);
		assertThat(store(this.folder).get(TextDigest.of("a"), this::learn)).containsExactly(1);
		assertThat(this.learnt).hasValue(1);
	}

	@Test
	void learnsAnewFromOtherExamples() {
		var store = store(this.folder);
		store.get(TextDigest.of("a"), this::learn);
		assertThat(store.get(TextDigest.of("b"), this::learn)).containsExactly(2);
	}

	@Test
	void keepsOnlyWhatWasAskedForSinceTheLastTime() throws IOException {
		var store = store(this.folder);
		store.get(TextDigest.of("a"), this::learn);
		store.get(TextDigest.of("b"), this::learn);
		store.retainWanted();
		store.get(TextDigest.of("b"), this::learn);
		store.retainWanted();
		try (var files = Files.list(this.folder)) {
			assertThat(files).containsExactly(this.folder.resolve("learnt-" + TextDigest.of("b") + ".bin"));
		}
	}

	@Test
	void takesWhatTheBuildHasLearnt() {
		var store = new LearntStore((name) -> name.contains(TextDigest.of("a").toString()) ? new byte[] { 9 } : null,
				this.folder);
		assertThat(store.get(TextDigest.of("a"), this::learn)).containsExactly(9);
		assertThat(store.get(TextDigest.of("b"), this::learn)).containsExactly(1);
		assertThat(this.folder).isDirectoryNotContaining("glob:**/learnt-" + TextDigest.of("a") + ".bin");
	}

	@Test
	void learnsWhereNothingCanBeKept() throws IOException {
		var file = Files.createFile(this.folder.resolve("file"));
		assertThat(store(file).get(TextDigest.of("a"), this::learn)).containsExactly(1);
		assertThat(store(null).get(TextDigest.of("a"), this::learn)).containsExactly(2);
	}

	private static LearntStore store(@Nullable Path folder) {
		return new LearntStore(PreparedFiles.none(), folder);
	}

	private byte[] learn() {
		return new byte[] { (byte) this.learnt.incrementAndGet() };
	}

}
