package org.signpost.language;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sentence embedding bge-small-en-v1.5 (Xiao et al. 2023, quantised, MIT licence) run
 * by ONNX Runtime on the calling thread: 384 dimensions, about 3 ms of a core for a
 * question, 190 MB of memory. The runtime's session may be used by many threads.
 */
final class OnnxSentenceEmbedding implements SentenceEmbedding, AutoCloseable {

	private static final String MODEL = "bge-small-en-v1.5-q";

	/** The model's own limit is 512; statements and questions are far shorter. */
	private static final int LONGEST = 256;

	/** What the model's authors put before a question that passages are sought for. */
	private static final String QUERY = "Represent this sentence for searching relevant passages: ";

	private final OrtEnvironment environment;

	private final OrtSession session;

	private final WordPieces pieces;

	OnnxSentenceEmbedding() {
		this.environment = OrtEnvironment.getEnvironment();
		try (var options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			options.setInterOpNumThreads(1);
			this.session = this.environment.createSession(resource(MODEL + ".onnx"), options);
			this.pieces = new WordPieces(vocabulary());
		}
		catch (OrtException | IOException ex) {
			throw new IllegalStateException("The embedding model could not be loaded", ex);
		}
	}

	@Override
	public float[] embed(String text) {
		// the model is trained so that the first token stands for the sentence
		return unit(run(this.pieces.encode(text, LONGEST))[0]);
	}

	@Override
	public Encoding encode(String text) {
		var ids = this.pieces.encode(text, LONGEST);
		var hidden = run(ids);
		var words = new ArrayList<String>();
		var vectors = new ArrayList<float[]>();
		for (int i = 1; i < ids.length - 1; i++) {
			var piece = this.pieces.piece(ids[i]);
			if (piece.startsWith("##") && !words.isEmpty()) {
				words.set(words.size() - 1, words.getLast() + piece.substring(2));
				add(vectors.getLast(), hidden[i]);
			}
			else {
				words.add(piece);
				vectors.add(hidden[i].clone());
			}
		}
		return new Encoding(unit(hidden[0]), WordVectors.of(words, vectors));
	}

	private float[][] run(long[] ids) {
		var mask = new long[ids.length];
		java.util.Arrays.fill(mask, 1);
		var shape = new long[] { 1, ids.length };
		try (var idTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(ids), shape);
				var maskTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(mask), shape);
				var typeTensor = OnnxTensor.createTensor(this.environment, LongBuffer.wrap(new long[ids.length]),
						shape);
				var result = this.session
					.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
			return ((float[][][]) result.get(0).getValue())[0];
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model failed on a text of " + ids.length + " tokens", ex);
		}
	}

	private static void add(float[] sum, float[] vector) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += vector[i];
		}
	}

	@Override
	public float[] embedQuery(String text) {
		return embed(QUERY + text);
	}

	@Override
	public String model() {
		return MODEL;
	}

	WordPieces pieces() {
		return this.pieces;
	}

	@Override
	public void close() {
		try {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model could not be closed", ex);
		}
	}

	private static float[] unit(float[] vector) {
		double sum = 0;
		for (var value : vector) {
			sum += value * value;
		}
		var length = (float) Math.sqrt(sum);
		var result = new float[vector.length];
		for (int i = 0; i < vector.length; i++) {
			result[i] = vector[i] / length;
		}
		return result;
	}

	private static Map<String, Integer> vocabulary() throws IOException {
		var tree = JsonMapper.shared().readTree(resource(MODEL + "-tokenizer.json"));
		var ids = new HashMap<String, Integer>();
		tree.path("model")
			.path("vocab")
			.properties()
			.forEach((entry) -> ids.put(entry.getKey(), entry.getValue().asInt()));
		return ids;
	}

	private static byte[] resource(String name) throws IOException {
		try (var stream = OnnxSentenceEmbedding.class.getResourceAsStream("/" + name)) {
			return Objects.requireNonNull(stream, name).readAllBytes();
		}
	}

}
