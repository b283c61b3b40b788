package org.signpost.language;

import java.nio.ShortBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * The upper part of Signpost's own model: reads a question and a candidate together, the
 * tokens of the one attending to those of the other (MORES: Gao, Dai and Callan 2020), on
 * the calling thread. About a millisecond of a core. The runtime's session may be used by
 * many threads, and lasts as long as the program.
 */
final class OnnxReader {

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

	private final OrtSession session;

	OnnxReader(ModelFiles files) {
		this.session = OnnxEncoder.load(this.environment, files, "reader.onnx");
	}

	/** Log odds that a candidate answers a question, before they are calibrated. */
	double read(TokenStates question, TokenStates candidate) {
		try (var asked = tensor(question);
				var shown = tensor(candidate);
				var result = this.session.run(Map.of("question", asked, "candidate", shown))) {
			return ((float[]) result.get("logit").orElseThrow().getValue())[0];
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The model failed to read a candidate", ex);
		}
	}

	private OnnxTensor tensor(TokenStates states) throws OrtException {
		var shape = new long[] { 1, states.values().length / OnnxEncoder.DIMENSIONS, OnnxEncoder.DIMENSIONS };
		return OnnxTensor.createTensor(this.environment, ShortBuffer.wrap(states.values()), shape,
				OnnxJavaType.FLOAT16);
	}

}
