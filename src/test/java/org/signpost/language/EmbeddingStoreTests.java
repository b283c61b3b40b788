package org.signpost.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddingStoreTests {

	private static final int HEAD = 8;

	private static final int RECORD = 16 + 386 * 4 + 4;

	@TempDir
	Path folder;

	private final CountingModel model = new CountingModel();

	@Test
	void keepsPreparedVectorsBetweenStarts() {
		store().prepare(List.of("one", "two"));
		this.model.embedded.set(0);
		var restarted = store();
		restarted.prepare(List.of("one", "two"));
		assertThat(restarted.embed("two")).hasSize(384).startsWith(3f);
		assertThat(this.model.embedded).hasValue(0);
	}

	@Test
	void embedsOnlyWhatIsNew() {
		var store = store();
		store.prepare(List.of("one", "two"));
		this.model.embedded.set(0);
		store.prepare(List.of("one", "two", "three"));
		assertThat(this.model.embedded).hasValue(1);
	}

	@Test
	void keepsWhatElseTheModelMakesOfAText() {
		store().prepare(List.of("lock gate"));
		var kept = store().encode("lock gate");
		assertThat(kept.doubt()).isEqualTo(0.5f);
		assertThat(kept.pull()).isEqualTo(0.25f);
	}

	@Test
	void neverWritesDownWhatVisitorsType() throws IOException {
		var store = store();
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
		store().prepare(List.of("one", "two"));
		var bytes = Files.readAllBytes(file());
		Files.write(file(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
		var store = store();
		this.model.embedded.set(0);
		store.prepare(List.of("one", "two"));
		assertThat(this.model.embedded).hasValue(2);
		assertThat(Files.readAllBytes(file())).hasSize(bytes.length);
	}

	@Test
	void survivesAFileOfAnythingElse() throws IOException {
		Files.write(this.folder.resolve("encodings-counting.bin"), new byte[] { -1, -1, -1, -1, 0, 3, 'a' });
		assertThat(store().embed("one")).hasSize(384);
	}

	@Test
	void embedsATextOnceForAllStagesOfATurn() {
		var store = new EmbeddingStore(this.model, null, PreparedFiles.none(), null);
		int before = this.model.embedded.get();
		assertThat(store.embed("a question")).isEqualTo(store.embed("a question"));
		assertThat(store.encode("a question").vector()).isEqualTo(store.embed("a question"));
		assertThat(this.model.embedded.get()).isEqualTo(before + 1);
	}

	@Test
	void worksWithoutAFolder() {
		var store = new EmbeddingStore(this.model, null, PreparedFiles.none(), null);
		store.prepare(List.of("one"));
		assertThat(store.embed("one")).startsWith(3f);
	}

	@Test
	void anotherBesideItBeginsWithWhatItKnowsAndKeepsTheRestToItself() throws IOException {
		var store = store();
		store.prepare(List.of("one", "two"));
		var size = Files.size(file());
		this.model.embedded.set(0);
		var beside = store.beside();
		beside.prepare(List.of("one", "two", "three"));
		assertThat(this.model.embedded).hasValue(1);
		assertThat(beside.embed("three")).isEqualTo(this.model.embed("three"));
		assertThat(Files.size(file())).isEqualTo(size);
		this.model.embedded.set(0);
		store.prepare(List.of("one", "two", "three"));
		assertThat(this.model.embedded).hasValue(1);
	}

	@Test
	void doesNothingWithoutAModel() {
		var store = new EmbeddingStore(SentenceEmbedding.none(), null, PreparedFiles.none(), this.folder);
		store.prepare(List.of("one"));
		assertThat(store.enabled()).isFalse();
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void writesAChangedPageBehindTheRest() throws IOException {
		var store = store();
		store.prepare(List.of("one", "two", "three"));
		store.retainPrepared();
		var before = Files.readAllBytes(file());
		store.prepare(List.of("one", "two", "three", "four"));
		store.retainPrepared();
		var after = Files.readAllBytes(file());
		assertThat(after).hasSize(before.length + RECORD).startsWith(before);
	}

	@Test
	void forgetsWhatTheGuidanceNoLongerSays() throws IOException {
		var store = store();
		for (int edit = 0; edit < 20; edit++) {
			store.prepare(List.of("one", "edit " + edit));
			store.retainPrepared();
		}
		assertThat(Files.size(file())).isLessThanOrEqualTo(HEAD + 4 * RECORD);
		this.model.embedded.set(0);
		var restarted = store();
		restarted.prepare(List.of("one", "edit 19"));
		restarted.retainPrepared();
		assertThat(this.model.embedded).hasValue(0);
		assertThat(Files.size(file())).isEqualTo(HEAD + 2 * RECORD);
		restarted.embed("edit 18");
		assertThat(this.model.embedded).hasValue(1);
	}

	@Test
	void removesTheVectorsOfAModelThatWasReplaced() throws IOException {
		var old = Files.createFile(this.folder.resolve("encodings-old.bin"));
		var store = store();
		store.prepare(List.of("one"));
		store.retainPrepared();
		assertThat(old).doesNotExist();
		assertThat(file()).exists();
	}

	@Test
	void takesFromTheBuildWhatItMadeAndKeepsOnlyTheRest() throws IOException {
		var build = this.folder.resolve("build");
		new EmbeddingStore(this.model, null, PreparedFiles.none(), build).prepare(List.of("one", "two"));
		PreparedFiles packed = (name) -> bytes(build.resolve(name));
		this.model.embedded.set(0);
		var store = new EmbeddingStore(this.model, null, packed, this.folder);
		store.prepare(List.of("one", "two"));
		store.retainPrepared();
		assertThat(this.model.embedded).hasValue(0);
		assertThat(file()).doesNotExist();
		store.prepare(List.of("one", "our own"));
		store.retainPrepared();
		assertThat(this.model.embedded).hasValue(1);
		assertThat(Files.size(file())).isEqualTo(HEAD + RECORD);
	}

	@Test
	void losesOnlyTheRecordThatIsDamaged() throws IOException {
		store().prepare(List.of("one", "two", "three"));
		var bytes = Files.readAllBytes(file());
		bytes[HEAD + RECORD + 100] ^= 1;
		Files.write(file(), bytes);
		this.model.embedded.set(0);
		store().prepare(List.of("one", "two", "three"));
		assertThat(this.model.embedded).hasValue(1);
		store().prepare(List.of("one", "two", "three"));
		assertThat(this.model.embedded).hasValue(1);
	}

	@Test
	void remembersTheTextsOfAsManyTurnsAsRunAtOnce() {
		var store = new EmbeddingStore(this.model, null, PreparedFiles.none(), null);
		this.model.embedded.set(0);
		for (int stage = 0; stage < 2; stage++) {
			for (int text = 0; text < 64 * 6; text++) {
				store.embed("question " + text);
			}
		}
		assertThat(this.model.embedded).hasValue(64 * 6);
	}

	/** Each text that is asked for again and not made again is one that was kept. */
	@Test
	void keepsNoMoreOfWhatVisitorsTypeThanItsBoundHoweverMuchTheyType() {
		var store = new EmbeddingStore(this.model, null, PreparedFiles.none(), null);
		var texts = 4 * EmbeddingStore.RECENT / store.encode("question").bytes();
		for (int text = 0; text < texts; text++) {
			store.embed("question " + text);
		}
		this.model.embedded.set(0);
		for (int text = 0; text < texts; text++) {
			store.embed("question " + text);
		}
		// the cache evicts behind what is asked of it, so it may be over its bound for a
		// moment
		assertThat(this.model.embedded.get()).isGreaterThan(texts / 2);
	}

	@Test
	void saysHowFarLongReadingHasCome(CapturedOutput output) {
		var now = new AtomicLong();
		var slow = new EmbeddingStore(new CountingModel() {

			@Override
			public Encoding encode(String text) {
				now.addAndGet(EmbeddingStore.SHOWN_AFTER / 200);
				return super.encode(text);
			}

		}, null, PreparedFiles.none(), null, now::get);
		slow.prepare(texts(600));
		assertThat(output.getOut().lines().filter((line) -> line.contains("Reading new guidance"))).satisfiesExactly(
				(line) -> assertThat(line).contains("INFO").endsWith("Reading new guidance: 256 of 600 texts"),
				(line) -> assertThat(line).endsWith("Reading new guidance: 512 of 600 texts"));
	}

	@Test
	void saysNothingOfReadingThatIsSoonDone(CapturedOutput output) {
		new EmbeddingStore(this.model, null, PreparedFiles.none(), null, () -> 0).prepare(texts(600));
		assertThat(output.getOut()).doesNotContain("Reading new guidance");
	}

	private static List<String> texts(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "text " + i).toList();
	}

	private EmbeddingStore store() {
		return new EmbeddingStore(this.model, null, PreparedFiles.none(), this.folder);
	}

	private static byte @Nullable [] bytes(Path file) {
		try {
			return Files.exists(file) ? Files.readAllBytes(file) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file() {
		return this.folder.resolve("encodings-counting.bin");
	}

	/**
	 * Gives each text and word a vector that begins with its length, and counts texts.
	 */
	private static class CountingModel implements SentenceEmbedding {

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
