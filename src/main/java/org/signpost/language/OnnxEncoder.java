package org.signpost.language;

import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
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

	private final Network encoder;

	private final Network general;

	private final WordPieces pieces;

	private final String version;

	OnnxEncoder(ModelFiles files) {
		this.encoder = new Network(files, "encoder.onnx", null);
		this.general = new Network(files, "general.onnx", this.encoder);
		this.pieces = new WordPieces(files.vocabulary());
		this.version = files.version();
	}

	@Override
	public void await() {
		this.encoder.session();
		this.general.session();
	}

	@Override
	public float[] embed(String text) {
		return encode(text).vector();
	}

	@Override
	public Encoding encode(String text) {
		return run(this.pieces.encode(text, LONGEST), OnnxEncoder::encoding);
	}

	@Override
	public Encoding encodeQuestion(String text) {
		return run(this.pieces.encodeEnds(text, LONGEST_QUESTION), OnnxEncoder::encoding);
	}

	/**
	 * Costs half as much again: the lower layers, which training leaves alone, are read
	 * by the upper ones as they were before, too.
	 */
	@Override
	public Encoding encodeGenerally(String text) {
		return run(this.pieces.encode(text, LONGEST), (result) -> {
			try (var general = this.general.session()
				.run(Map.of("lower", (OnnxTensor) result.get("lower").orElseThrow()))) {
				return encoding(result).with(row(general, "vector"));
			}
		});
	}

	/**
	 * What others make of the lowest layers, which training leaves alone.
	 * @param ids the tokens of a text without the marks around it
	 */
	<T> T runLowest(long[] ids, Lowest<T> reading) {
		return run(this.pieces.marked(ids), (result) -> reading.of((OnnxTensor) result.get("lower").orElseThrow()));
	}

	private static Encoding encoding(OrtSession.Result result) throws OrtException {
		var bias = row(result, "bias");
		return new Encoding(row(result, "vector"), bias[0], bias[1],
				states((OnnxTensor) result.get("states").orElseThrow()));
	}

	private static float[] row(OrtSession.Result result, String name) throws OrtException {
		return ((float[][]) result.get(name).orElseThrow().getValue())[0];
	}

	private static TokenStates states(OnnxTensor tensor) {
		var buffer = tensor.getByteBuffer().order(ByteOrder.nativeOrder()).asShortBuffer();
		var values = new short[buffer.remaining()];
		buffer.get(values);
		return new TokenStates(values);
	}

	private <T> T run(long[] ids, Reading<T> reading) {
		var mask = new long[ids.length];
		Arrays.fill(mask, 1);
		var shape = new long[] { 1, ids.length };
		try (var idTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(ids), shape);
				var maskTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(mask), shape);
				var result = this.encoder.session().run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
			return reading.of(result);
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The model failed on a text of " + ids.length + " tokens", ex);
		}
	}

	@Override
	public String model() {
		return this.version;
	}

	/** What is loaded last of it. */
	Network last() {
		return this.general;
	}

	WordPieces pieces() {
		return this.pieces;
	}

	/** What is made of the outputs of a run before they are given back. */
	@FunctionalInterface
	private interface Reading<T> {

		T of(OrtSession.Result outputs) throws OrtException;

	}

	/** What is made of the states of tokens before they are given back. */
	@FunctionalInterface
	interface Lowest<T> {

		T of(OnnxTensor states) throws OrtException;

	}

}
