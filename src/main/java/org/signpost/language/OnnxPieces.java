package org.signpost.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * Labels the words of a message, above the lowest layers of the encoder: where pieces
 * begin and whether they ask ({@code src/training/pieces.py}). For many threads.
 */
final class OnnxPieces {

	/** Longer messages were not learnt from; they are read in parts. */
	private static final int LONGEST = 126;

	private static final Pattern ENDS = Pattern.compile(".*[.?!…][\"'”’)]*");

	private final Network network;

	private final OnnxEncoder encoder;

	OnnxPieces(ModelFiles files, OnnxEncoder encoder, Network after) {
		this.network = new Network(files, "pieces.onnx", after);
		this.encoder = encoder;
	}

	void await() {
		this.network.session();
	}

	/**
	 * A label for each word. Costs what encoding the message does.
	 * @param words what stands between spaces, in order
	 */
	List<WordLabel> label(List<String> words) {
		var ids = words.stream().map(this.encoder.pieces()::word).toList();
		var labels = new ArrayList<WordLabel>();
		while (labels.size() < words.size()) {
			int from = labels.size();
			int to = end(words, ids, from);
			var part = part(ids.subList(from, to));
			if (from > 0 && !ENDS.matcher(words.get(from - 1)).matches()) {
				// it begins the part, and no piece
				part.set(0, new WordLabel(0, part.getFirst().asks()));
			}
			labels.addAll(part);
		}
		return labels;
	}

	/**
	 * As many words as can be read at once, up to the end of a sentence if there is one.
	 */
	private static int end(List<String> words, List<long[]> ids, int from) {
		int tokens = 0;
		int to = from;
		int sentence = from;
		while (to < words.size() && (tokens + ids.get(to).length <= LONGEST || to == from)) {
			tokens += ids.get(to).length;
			to++;
			sentence = ENDS.matcher(words.get(to - 1)).matches() ? to : sentence;
		}
		return (to == words.size() || sentence == from) ? to : sentence;
	}

	private List<WordLabel> part(List<long[]> ids) {
		var tokens = ids.stream().flatMapToLong(Arrays::stream).limit(LONGEST).toArray();
		return this.encoder.runLowest(tokens, (lower) -> {
			try (var result = this.network.session().run(Map.of("lower", lower))) {
				return words(ids, values(result), tokens.length);
			}
		});
	}

	/** A word begins where its first token does, and asks as its tokens do together. */
	private static List<WordLabel> words(List<long[]> ids, float[][] labels, int tokens) {
		var words = new ArrayList<WordLabel>();
		int at = 0;
		for (var word : ids) {
			int first = at;
			int end = Math.min(at + word.length, tokens);
			double asks = 0;
			for (; at < end; at++) {
				asks += labels[1 + at][1];
			}
			// what is no token is told of by the word before it
			words.add((end > first) ? new WordLabel(labels[1 + first][0], asks / (end - first))
					: new WordLabel(0, words.isEmpty() ? 1 : words.getLast().asks()));
		}
		return words;
	}

	private static float[][] values(OrtSession.Result result) throws OrtException {
		return ((float[][][]) ((OnnxTensor) result.get("pieces").orElseThrow()).getValue())[0];
	}

}
