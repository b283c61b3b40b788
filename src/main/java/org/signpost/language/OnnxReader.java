package org.signpost.language;

import java.nio.ShortBuffer;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * The upper parts of Signpost's own model, above the lower layers of the encoder: one
 * reads a question and a candidate together, the tokens of the one attending to those of
 * the other (MORES: Gao, Dai and Callan 2020), one tells what a visitor does by a
 * message, one where its pieces begin. Each run takes about a millisecond of a core, on
 * the calling thread. The runtime's sessions may be used by many threads, and last as
 * long as the program.
 */
final class OnnxReader {

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

	private final Network pairs;

	private final Network acts;

	private final OnnxPieces pieces;

	OnnxReader(ModelFiles files, OnnxEncoder encoder) {
		this.pairs = new Network(files, "reader.onnx", encoder.last());
		this.acts = new Network(files, "acts.onnx", this.pairs);
		this.pieces = new OnnxPieces(files, encoder, this.acts);
	}

	/**
	 * Waits until all are loaded.
	 * @throws IllegalStateException if they could not be
	 */
	void await() {
		this.pairs.session();
		this.acts.session();
		this.pieces.await();
	}

	/** Log odds that a candidate answers a question, before they are calibrated. */
	double read(TokenStates question, TokenStates candidate) {
		try (var asked = tensor(question);
				var shown = tensor(candidate);
				var result = this.pairs.session().run(Map.of("question", asked, "candidate", shown))) {
			return ((float[]) result.get("logit").orElseThrow().getValue())[0];
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The model failed to read a candidate", ex);
		}
	}

	/**
	 * How probably each of the model's acts is done by a message, in the order of
	 * {@link ModelFiles#acts}.
	 */
	float[] acts(TokenStates message) {
		try (var said = tensor(message); var result = this.acts.session().run(Map.of("message", said))) {
			return ((float[][]) result.get("acts").orElseThrow().getValue())[0];
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The model failed to tell what a message does", ex);
		}
	}

	/** A label for each word of a message. */
	List<WordLabel> label(List<String> words) {
		return this.pieces.label(words);
	}

	private OnnxTensor tensor(TokenStates states) throws OrtException {
		var shape = new long[] { 1, states.values().length / OnnxEncoder.DIMENSIONS, OnnxEncoder.DIMENSIONS };
		return OnnxTensor.createTensor(this.environment, ShortBuffer.wrap(states.values()), shape,
				OnnxJavaType.FLOAT16);
	}

}
