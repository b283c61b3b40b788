package org.signpost.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import opennlp.tools.tokenize.WordpieceTokenizer;

/**
 * Cuts a text into the pieces an uncased BERT model knows (Devlin et al. 2019). Safe for
 * many threads.
 */
final class WordPieces {

	private final Map<String, Integer> ids;

	private final WordpieceTokenizer tokenizer;

	private final long unknown;

	WordPieces(Map<String, Integer> ids) {
		this.ids = new HashMap<>(ids);
		this.tokenizer = new WordpieceTokenizer(this.ids.keySet());
		this.unknown = id("[UNK]");
	}

	/** The ids of the pieces between the model's start and end marks, cut to a length. */
	long[] encode(String text, int limit) {
		var pieces = this.tokenizer.tokenize(spaced(Words.fold(text)));
		// the tokenizer adds [CLS] and [SEP] itself
		var length = Math.min(pieces.length, limit);
		var encoded = new long[length];
		for (int i = 0; i < length; i++) {
			var id = this.ids.get(pieces[i]);
			encoded[i] = (id != null) ? id : this.unknown;
		}
		encoded[length - 1] = id("[SEP]");
		return encoded;
	}

	/**
	 * The same, but of a text too long a quarter is from its beginning and the rest from
	 * its end.
	 */
	long[] encodeEnds(String text, int limit) {
		var all = encode(text, Integer.MAX_VALUE);
		if (all.length <= limit) {
			return all;
		}
		int beginning = 1 + (limit - 2) / 4;
		var cut = Arrays.copyOf(all, limit);
		System.arraycopy(all, all.length - (limit - beginning), cut, beginning, limit - beginning);
		return cut;
	}

	/** The ids of one word's pieces. */
	long[] word(String word) {
		var marked = encode(word, Integer.MAX_VALUE);
		return Arrays.copyOfRange(marked, 1, marked.length - 1);
	}

	/** Ids between the model's start and end marks. */
	long[] marked(long[] ids) {
		var marked = new long[ids.length + 2];
		marked[0] = id("[CLS]");
		System.arraycopy(ids, 0, marked, 1, ids.length);
		marked[marked.length - 1] = id("[SEP]");
		return marked;
	}

	/** Whether a lower-case word is in the vocabulary whole. */
	boolean knows(String word) {
		return this.ids.containsKey(word);
	}

	/**
	 * Words that the vocabulary holds whole, with their rank: frequent words come first.
	 */
	Map<String, Integer> words() {
		return this.ids;
	}

	private long id(String piece) {
		var id = this.ids.get(piece);
		if (id == null) {
			throw new IllegalStateException("The model's vocabulary lacks " + piece);
		}
		return id;
	}

	/** Every punctuation mark and symbol is a token of its own. */
	private static String spaced(String text) {
		var result = new StringBuilder(text.length() + 16);
		text.codePoints().forEach((c) -> {
			if (Character.isLetterOrDigit(c)) {
				result.appendCodePoint(c);
			}
			else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
				result.append(' ');
			}
			else {
				result.append(' ').appendCodePoint(c).append(' ');
			}
		});
		return result.toString().strip();
	}

}
