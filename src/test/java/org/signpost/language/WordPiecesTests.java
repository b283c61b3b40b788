package org.signpost.language;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WordPiecesTests {

	private static final Map<String, Integer> VOCABULARY = Map.of("[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "lock", 3, "##s",
			4, "keep", 5, "##er", 6, "?", 7, "2", 8);

	private final WordPieces pieces = new WordPieces(VOCABULARY);

	@Test
	void cutsWordsIntoKnownPiecesBetweenTheMarks() {
		assertThat(this.pieces.encode("Locks keeper?", 20)).containsExactly(1, 3, 4, 5, 6, 7, 2);
	}

	@Test
	void standsInForWhatItDoesNotKnow() {
		assertThat(this.pieces.encode("lock zebra", 20)).containsExactly(1, 3, 0, 2);
	}

	@Test
	void endsACutTextWithTheMark() {
		assertThat(this.pieces.encode("lock lock lock lock", 4)).containsExactly(1, 3, 3, 2);
	}

	@Test
	void keepsBothEndsOfAQuestionTooLong() {
		assertThat(this.pieces.encodeEnds("lock keep lock lock lock lock 2 ?", 8)).containsExactly(1, 3, 3, 3, 3, 8, 7,
				2);
	}

	@Test
	void givesTheModelsOwnIds() {
		// as the tokenizer published with the model cuts them
		assertThat(new WordPieces(ModelFiles.packed().vocabulary()).encode("hello world!", 20)).containsExactly(101,
				7592, 2088, 999, 102);
	}

	@Test
	void needsTheMarksInTheVocabulary() {
		assertThatIllegalStateException().isThrownBy(() -> new WordPieces(Map.of("lock", 1)))
			.withMessageContaining("[UNK]");
	}

}
