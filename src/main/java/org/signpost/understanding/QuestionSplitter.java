package org.signpost.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.signpost.language.EmbeddingStore;
import org.signpost.language.WordLabel;

/**
 * Cuts a message into pieces that each ask one thing and pieces that only tell something,
 * as the model labels its words (record 38). Costs a run of the encoder, some 4 ms.
 * Without a model a message is one piece that asks. Safe for many threads.
 */
final class QuestionSplitter {

	/** Somebody who asks many things at once is answered on the last ones. */
	private static final int MOST = 3;

	/** A cut in the wrong place costs more than one too few. */
	private static final double SURE = 0.5;

	private static final Pattern SPACED = Pattern.compile("\\S+");

	private static final Pattern LOOSE = Pattern.compile("^[\\s,;:–-]+|[\\s,;:–-]+$");

	private final EmbeddingStore embedding;

	QuestionSplitter(EmbeddingStore embedding) {
		this.embedding = embedding;
	}

	/** Cuts a message. */
	Cut cut(String text) {
		var pieces = pieces(text);
		var asked = pieces.stream().filter(Piece::asks).map(Piece::text).toList();
		var told = pieces.stream().filter((piece) -> !piece.asks()).map(Piece::text).collect(Collectors.joining(" "));
		return new Cut(asked.isEmpty() ? List.of(text) : asked.subList(Math.max(0, asked.size() - MOST), asked.size()),
				told);
	}

	private List<Piece> pieces(String text) {
		var words = SPACED.matcher(text).results().toList();
		var labels = this.embedding.label(words.stream().map(MatchResult::group).toList());
		if (labels.isEmpty()) {
			return List.of();
		}
		var pieces = new ArrayList<Piece>();
		int start = 0;
		for (int i = 1; i <= words.size(); i++) {
			if (i == words.size() || labels.get(i).begins() >= SURE) {
				var whole = text.substring(words.get(start).start(),
						(i == words.size()) ? text.length() : words.get(i).start());
				pieces.add(new Piece(LOOSE.matcher(whole).replaceAll(""),
						labels.subList(start, i).stream().mapToDouble(WordLabel::asks).average().orElse(1) >= SURE));
				start = i;
			}
		}
		return pieces;
	}

	private record Piece(String text, boolean asks) {

	}

	/**
	 * A message that is cut.
	 *
	 * @param asked the questions asked, in order; the whole text when nothing in it asks
	 * @param told what is said around the questions
	 */
	record Cut(List<String> asked, String told) {

	}

}
