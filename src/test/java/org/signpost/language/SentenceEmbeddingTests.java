package org.signpost.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SentenceEmbeddingTests {

	private final EmbeddingStore embedding = Engines.tools().embedding();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			How much do teachers earn?   | What is the salary of a teacher? | Where can I park my bicycle?
			The lock is closed in winter | No boats pass the lock in winter | The bakery sells fresh bread
			I feel very sad              | I am unhappy                     | The diploma costs £540
			""")
	void likeSentencesLieCloserThanUnlike(String text, String like, String unlike) {
		var vector = this.embedding.embed(text);
		assertThat(SentenceEmbedding.cosine(vector, this.embedding.embed(like)))
			.isGreaterThan(0.1 + SentenceEmbedding.cosine(vector, this.embedding.embed(unlike)));
	}

	@Test
	void vectorsHaveLengthOneAndAreTheSameEachTime() {
		var vector = this.embedding.embed("A lock keeper works the gates.");
		assertThat(vector).hasSize(384).isEqualTo(this.embedding.embed("A lock keeper works the gates."));
		assertThat(SentenceEmbedding.cosine(vector, vector)).isCloseTo(1, within(1e-4));
	}

	@Test
	void theGeneralVectorComesBesideTheOneThatHasLearntToJudge() {
		var text = "My card was swallowed by the machine";
		var encoding = this.embedding.encodeGenerally(text);
		assertThat(encoding.vector()).isEqualTo(this.embedding.embed(text));
		assertThat(encoding.general()).hasSize(384).isEqualTo(this.embedding.encodeGenerally(text).general());
		assertThat(SentenceEmbedding.cosine(encoding.general(), encoding.general())).isCloseTo(1, within(1e-4));
		assertThat(SentenceEmbedding.cosine(encoding.general(), encoding.vector())).isLessThan(0.9);
	}

	@Test
	void aQuestionTooLongIsReadFromItsEnd() {
		var story = "the gates were painted green by my uncle ".repeat(30);
		assertThat(SentenceEmbedding.cosine(
				this.embedding.encodeQuestion(story + "What does a lock keeper earn?").vector(),
				this.embedding.encodeQuestion(story + "May I keep a dog?").vector()))
			.isLessThan(0.99);
	}

	@Test
	void readsAsMuchOfALongTextAsTheModelHolds() {
		assertThat(this.embedding.embed("gate ".repeat(2_000))).hasSize(384);
	}

	@Test
	void withoutAModelNothingIsAlike() {
		var none = SentenceEmbedding.none();
		assertThat(none.embed("lock")).isEmpty();
		assertThat(SentenceEmbedding.cosine(none.embed("lock"), this.embedding.embed("lock"))).isZero();
	}

}
