package org.signpost.language;

import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * Signpost's own model, learnt from labelled guidance (see {@code src/training}), run by
 * ONNX Runtime on the calling thread: 384 dimensions, about 3 ms of a core for a
 * question. The runtime's session may be used by many threads, and lasts as long as the
 * program.
 */
final class OnnxEncoder implements SentenceEmbedding {

	static final int DIMENSIONS = 384;

	/** Longer texts were never seen in training. */
	private static final int LONGEST = 96;

	private static final int LONGEST_QUESTION = 64;

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

	private final OrtSession session;

	private final WordPieces pieces;

	private final String version;

	OnnxEncoder(ModelFiles files) {
		this.session = load(this.environment, files, "encoder.onnx");
		this.pieces = new WordPieces(files.vocabulary());
		this.version = files.version();
	}

	/** One of the model's networks, to be run on the calling thread. */
	static OrtSession load(OrtEnvironment environment, ModelFiles files, String name) {
		try (var options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			options.setInterOpNumThreads(1);
			// texts are short: pools of memory for long ones cost more than they save
			options.setCPUArenaAllocator(false);
			return environment.createSession(files.read(name), options);
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The model could not be loaded", ex);
		}
	}

	@Override
	public float[] embed(String text) {
		return encode(text).vector();
	}

	@Override
	public Encoding encode(String text) {
		return run(this.pieces.encode(text, LONGEST));
	}

	@Override
	public Encoding encodeQuestion(String text) {
		return run(this.pieces.encodeEnds(text, LONGEST_QUESTION));
	}

	private Encoding run(long[] ids) {
		var mask = new long[ids.length];
		java.util.Arrays.fill(mask, 1);
		var shape = new long[] { 1, ids.length };
		try (var idTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(ids), shape);
				var maskTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(mask), shape);
				var result = this.session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
			var vector = ((float[][]) result.get("vector").orElseThrow().getValue())[0];
			var bias = ((float[][]) result.get("bias").orElseThrow().getValue())[0];
			var acts = ((float[][]) result.get("acts").orElseThrow().getValue())[0];
			return new Encoding(vector, bias[0], bias[1], acts,
					states((OnnxTensor) result.get("states").orElseThrow()));
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The model failed on a text of " + ids.length + " tokens", ex);
		}
	}

	private static TokenStates states(OnnxTensor tensor) {
		var buffer = tensor.getByteBuffer().order(ByteOrder.nativeOrder()).asShortBuffer();
		var values = new short[buffer.remaining()];
		buffer.get(values);
		return new TokenStates(values);
	}

	@Override
	public String model() {
		return this.version;
	}

	WordPieces pieces() {
		return this.pieces;
	}

}
