package org.signpost.language;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NetworkTests {

	private final ModelFiles files = ModelFiles.packed();

	@Test
	void isThereOnceItIsAskedFor() {
		var network = new Network(this.files, "acts.onnx", null);
		assertThat(network.session().getInputNames()).containsExactly("message");
		assertThat(network.session()).isSameAs(network.session());
	}

	@Test
	void whoAsksForOneThatCannotBeLoadedIsTold() {
		// no network, though it is of the model
		var words = new Network(this.files, "vocabulary.txt", null);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(words::session)
			.withMessage("The model could not be loaded");
		// nothing is called ready by those after it either
		var after = new Network(this.files, "acts.onnx", words);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(after::session);
	}

	@Test
	void aStoreWaitsForItsModel() {
		var store = new EmbeddingStore(new SentenceEmbedding() {

			@Override
			public float[] embed(String text) {
				return new float[384];
			}

			@Override
			public void await() {
				throw new IllegalStateException("half of it is missing");
			}

			@Override
			public String model() {
				return "torn";
			}

		}, null, PreparedFiles.none(), null);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(store::await)
			.withMessage("half of it is missing");
	}

}
