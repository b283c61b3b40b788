package org.signpost.understanding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class IntentClassifierTests {

	private static final IntentClassifier intents = IntentClassifier.train(Engines.small(),
			Engines.tools().embedding());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			how much is the winter allowance                  | winter-allowance
			what extra pay do lock keepers get in winter      | winter-allowance
			what qualification does a lockkeeper need         | lock-qualification
			""")
	void means(String question, String intent) {
		var best = intents.predict(question).getFirst();
		assertThat(best.name()).isEqualTo(intent);
		assertThat(best.confidence()).isGreaterThan(0.5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "thanks a lot", "What hours does a lock keeper work?",
			"Are the lock visits free?", "What does a lock cottage cost in Wales?" })
	void doesNotMeanEitherOfTwoIntents(String question) {
		assertThat(intents.predict(question)).allMatch((intent) -> intent.confidence() < 0.4);
	}

}
