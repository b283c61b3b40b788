package org.signpost.language;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WordVectorsTests {

	private static final int DIMENSIONS = 384;

	private final Random random = new Random(7);

	@Test
	void bytesTellTheCosineWithinAHundredth() {
		for (int i = 0; i < 200; i++) {
			var a = vector();
			// as alike as i says, and of another length
			var b = vector();
			for (int j = 0; j < DIMENSIONS; j++) {
				b[j] = 3 * (b[j] + i * a[j] / 50);
			}
			assertThat(of(a).nearest(0, of(b))).isCloseTo(Math.max(0, cosine(a, b)), within(0.01));
		}
	}

	@Test
	void comparesWithTheNearestWordOfTheOtherText() {
		var a = vector();
		var far = vector();
		var near = a.clone();
		near[0] += 1;
		var other = WordVectors.of(List.of("far", "near", "far"), List.of(far, near, far));
		assertThat(of(a).nearest(0, other)).isEqualTo(of(a).nearest(0, of(near))).isGreaterThan(0.9);
	}

	@Test
	void aWordThatPointsTheOtherWayIsNotNear() {
		var a = vector();
		var opposite = a.clone();
		IntStream.range(0, DIMENSIONS).forEach((j) -> opposite[j] = -a[j]);
		assertThat(of(a).nearest(0, of(opposite))).isZero();
	}

	@Test
	void readsWhatItWrote() throws IOException {
		var written = WordVectors.of(List.of("lock", "café"), List.of(vector(), vector()));
		var read = throughBytes(written);
		var other = of(vector());
		assertThat(read.words()).containsExactly("lock", "café");
		assertThat(read.nearest(0, written)).isCloseTo(1, within(0.01));
		assertThat(read.nearest(1, other)).isEqualTo(written.nearest(1, other));
	}

	@Test
	void nothingIsNearNoWords() throws IOException {
		assertThat(WordVectors.none().words()).isEmpty();
		assertThat(of(vector()).nearest(0, WordVectors.none())).isZero();
		assertThat(throughBytes(WordVectors.none()).words()).isEmpty();
	}

	@Test
	void piecesOfAWordMakeOneWord() {
		assertThat(Engines.tools().embedding().encode("The windlasses, unbolted!").words().words()).contains("the",
				"windlasses", "unbolted");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			What is the salary?     | The wages are paid monthly. | Bells ring at noon.
			Which exam do I sit?    | There is a test at the end. | The canteen sells soup.
			""")
	void aWordIsNearToAnotherOfItsMeaning(String question, String like, String unlike) {
		var embedding = Engines.tools().embedding();
		var words = embedding.encode(question).words();
		var telling = IntStream.range(0, words.words().size())
			.filter((i) -> List.of("salary", "exam").contains(words.words().get(i)))
			.findFirst()
			.orElseThrow();
		assertThat(words.nearest(telling, embedding.encode(like).words()))
			.isGreaterThan(0.05 + words.nearest(telling, embedding.encode(unlike).words()));
	}

	private static WordVectors of(float[] vector) {
		return WordVectors.of(List.of("word"), List.of(vector));
	}

	private static WordVectors throughBytes(WordVectors words) throws IOException {
		var bytes = new ByteArrayOutputStream();
		words.write(new DataOutputStream(bytes));
		return WordVectors.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), DIMENSIONS);
	}

	private float[] vector() {
		var vector = new float[DIMENSIONS];
		for (int i = 0; i < DIMENSIONS; i++) {
			vector[i] = (float) this.random.nextGaussian();
		}
		return vector;
	}

	private static double cosine(float[] a, float[] b) {
		double dot = 0;
		double aa = 0;
		double bb = 0;
		for (int i = 0; i < a.length; i++) {
			dot += (double) a[i] * b[i];
			aa += (double) a[i] * a[i];
			bb += (double) b[i] * b[i];
		}
		return dot / Math.sqrt(aa * bb);
	}

}
