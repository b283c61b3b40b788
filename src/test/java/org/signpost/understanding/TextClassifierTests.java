package org.signpost.understanding;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.LanguageTools;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TextClassifierTests {

	private static final List<TextClassifier.Labelled> EXAMPLES = List.of(
			new TextClassifier.Labelled("pay", "how much does it pay"),
			new TextClassifier.Labelled("pay", "what is the salary"),
			new TextClassifier.Labelled("pay", "what do they earn a year"),
			new TextClassifier.Labelled("hours", "what are the hours"),
			new TextClassifier.Labelled("hours", "how long is the working day"),
			new TextClassifier.Labelled("hours", "do they work at weekends"));

	private final EmbeddingStore embedding = Engines.tools().embedding();

	@Test
	void tellsWhatWasMeantInOtherWords() {
		var classifier = TextClassifier.train(EXAMPLES, this.embedding);
		assertThat(classifier.predict("the wages of one", this.embedding.encodeGenerally("the wages of one"))
			.getFirst()
			.label()).isEqualTo("pay");
		assertThat(classifier.predict("is Sunday free", this.embedding.encodeGenerally("is Sunday free"))
			.getFirst()
			.label()).isEqualTo("hours");
	}

	@Test
	void probabilitiesSumToOneAndAnExampleLiesNearItself() {
		var text = "what is the salary";
		var classifier = TextClassifier.train(EXAMPLES, this.embedding);
		var predictions = classifier.predict(text, this.embedding.encodeGenerally(text));
		assertThat(predictions.stream().mapToDouble(TextClassifier.Prediction::probability).sum()).isCloseTo(1,
				within(1e-6));
		assertThat(classifier.nearest(predictions.getFirst().label(), this.embedding.embed(text))).isCloseTo(1,
				within(1e-3));
	}

	@Test
	void theSameExamplesGiveTheSameProbabilities() {
		var vector = this.embedding.encodeGenerally("wages");
		var once = TextClassifier.train(EXAMPLES, this.embedding).predict("wages", vector);
		assertThat(IntStream.range(0, 4)
			.parallel()
			.mapToObj((i) -> TextClassifier.train(EXAMPLES, this.embedding).predict("wages", vector)))
			.allMatch(once::equals);
	}

	@Test
	void wordsDecideAloneWithoutEmbeddings() {
		var none = LanguageTools.load(false, null).embedding();
		var text = "what is the salary";
		assertThat(TextClassifier.train(EXAMPLES, none).predict(text, none.encodeGenerally(text)).getFirst().label())
			.isEqualTo("pay");
	}

}
