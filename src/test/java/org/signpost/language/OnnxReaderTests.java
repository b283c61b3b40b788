package org.signpost.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class OnnxReaderTests {

	private final EmbeddingStore embedding = Engines.tools().embedding();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					what does a lock keeper start on        | Lock keeper > Pay: A lock keeper starts on £24,750. | Lock keeper > Pay: A lock keeper earns at most £31,200.
					how old must I be to keep a lock        | Lock keeper > Entry: You must be at least 18.       | Lock keeper > Duties: A keeper opens the gates for boats.
					how many days off do I get              | Lock keeper > Hours: You have 28 days off a year. | Lock keeper > Hours: The week has 37 hours.
					""",
			ignoreLeadingAndTrailingWhitespace = true)
	void whatAnswersReadsLikelier(String question, String answers, String beside) {
		var asked = this.embedding.encodeQuestion(question);
		assertThat(this.embedding.read(asked, answers)).isGreaterThan(this.embedding.read(asked, beside));
	}

	@Test
	void readsTheSameEachTime() {
		var asked = this.embedding.encodeQuestion("what does a lock keeper start on");
		var first = this.embedding.read(asked, "Lock keeper > Pay: A lock keeper starts on £24,750.");
		assertThat(this.embedding.read(asked, "Lock keeper > Pay: A lock keeper starts on £24,750.")).isEqualTo(first);
	}

	@Test
	void withoutAModelNothingIsRead() {
		var none = new EmbeddingStore(SentenceEmbedding.none(), null, PreparedFiles.none(), null);
		assertThat(none.read(none.encodeQuestion("what is it"), "It is a lock.")).isZero();
	}

}
