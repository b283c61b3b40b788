package org.signpost.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddingStoreTests {

	@TempDir
	Path folder;

	private final CountingModel model = new CountingModel();

	@Test
	void keepsPreparedVectorsBetweenStarts() {
		new EmbeddingStore(this.model, this.folder).prepare(List.of("one", "two"));
		this.model.embedded.set(0);
		var restarted = new EmbeddingStore(this.model, this.folder);
		restarted.prepare(List.of("one", "two"));
		assertThat(restarted.embed("two")).hasSize(384).startsWith(3f);
		assertThat(this.model.embedded).hasValue(0);
	}

	@Test
	void embedsOnlyWhatIsNew() {
		var store = new EmbeddingStore(this.model, this.folder);
		store.prepare(List.of("one", "two"));
		this.model.embedded.set(0);
		store.prepare(List.of("one", "two", "three"));
		assertThat(this.model.embedded).hasValue(1);
	}

	@Test
	void keepsWhatElseTheModelMakesOfAText() {
		new EmbeddingStore(this.model, this.folder).prepare(List.of("lock gate"));
		var kept = new EmbeddingStore(this.model, this.folder).encode("lock gate");
		assertThat(kept.doubt()).isEqualTo(0.5f);
		assertThat(kept.pull()).isEqualTo(0.25f);
	}

	@Test
	void neverWritesDownWhatVisitorsType() throws IOException {
		var store = new EmbeddingStore(this.model, this.folder);
		store.prepare(List.of("one"));
		var size = Files.size(file());
		store.embed("my secret");
		store.encodeQuestion("my secret");
		store.encode("my secret");
		store.prepare(List.of("one"));
		assertThat(Files.size(file())).isEqualTo(size);
	}

	@Test
	void makesADamagedFileAnew() throws IOException {
		new EmbeddingStore(this.model, this.folder).prepare(List.of("one", "two"));
		var bytes = Files.readAllBytes(file());
		Files.write(file(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
		var store = new EmbeddingStore(this.model, this.folder);
		this.model.embedded.set(0);
		store.prepare(List.of("one", "two"));
		assertThat(this.model.embedded).hasValue(2);
		assertThat(Files.readAllBytes(file())).hasSize(bytes.length);
	}

	@Test
	void survivesAFileOfAnythingElse() throws IOException {
		Files.write(this.folder.resolve("encodings-counting.bin"), new byte[] { -1, -1, -1, -1, 0, 3, 'a' });
		assertThat(new EmbeddingStore(this.model, this.folder).embed("one")).hasSize(384);
	}

	@Test
	void embedsATextOnceForAllStagesOfATurn() {
		var store = new EmbeddingStore(this.model, null);
		int before = this.model.embedded.get();
		assertThat(store.embed("a question")).isEqualTo(store.embed("a question"));
		assertThat(store.encode("a question").vector()).isEqualTo(store.embed("a question"));
		assertThat(this.model.embedded.get()).isEqualTo(before + 1);
	}

	@Test
	void worksWithoutAFolder() {
		var store = new EmbeddingStore(this.model, null);
		store.prepare(List.of("one"));
		assertThat(store.embed("one")).startsWith(3f);
	}

	@Test
	void doesNothingWithoutAModel() {
		var store = new EmbeddingStore(SentenceEmbedding.none(), this.folder);
		store.prepare(List.of("one"));
		assertThat(store.enabled()).isFalse();
		assertThat(this.folder).isEmptyDirectory();
	}

	private Path file() {
		return this.folder.resolve("encodings-counting.bin");
	}

	/**
	 * Gives each text and word a vector that begins with its length, and counts texts.
	 */
	private static final class CountingModel implements SentenceEmbedding {

		private final AtomicInteger embedded = new AtomicInteger();

		@Override
		public float[] embed(String text) {
			if (!text.isEmpty()) {
				this.embedded.incrementAndGet();
			}
			return vector(text);
		}

		@Override
		public Encoding encode(String text) {
			return new Encoding(embed(text), 0.5f, 0.25f);
		}

		private float[] vector(String text) {
			var vector = new float[384];
			vector[0] = text.length();
			return vector;
		}

		@Override
		public String model() {
			return "counting";
		}

	}

}
