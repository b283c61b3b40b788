package org.signpost.understanding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.Sequence;
import org.jspecify.annotations.Nullable;
import org.signpost.language.EmbeddingStore;

/**
 * Cuts a message into pieces that each ask one thing and pieces that only tell something.
 * A maximum entropy Markov model (McCallum et al. 2000) on OpenNLP, learnt from messages
 * that were cut by hand ({@code language/asked.txt}): each word begins a piece or goes on
 * with it. Learnt in the build, read in some 20 ms, a cut takes some 250 µs. Safe for
 * many threads.
 */
final class QuestionSplitter {

	/** Somebody who asks many things at once is answered on the last ones. */
	private static final int MOST = 3;

	/**
	 * A cut in the wrong place costs more than one too few; chosen on messages that
	 * nothing was learnt from.
	 */
	private static final double SURE = 0.5;

	/** Sequences of labels that are followed at once. */
	private static final int BEAM = 5;

	/** Features met less often are left out; with fewer left out none is cut better. */
	private static final int SELDOM = 3;

	private static final int ITERATIONS = 60;

	/** To be changed whenever learning comes to other weights from the same messages. */
	private static final String LEARNING = "pieces 1\n";

	private static final Pattern LOOSE = Pattern.compile("^[\\s,;:–-]+|[\\s,;:–-]+$");

	private final MaxentModel model;

	private QuestionSplitter(MaxentModel model) {
		this.model = model;
	}

	/**
	 * Learns from messages that are cut, unless it was learnt before.
	 * @param messages one message each, its pieces parted by {@code |}, a {@code ?}
	 * before what asks and a {@code .} before what tells
	 * @param store what was learnt
	 */
	static QuestionSplitter of(List<String> messages, EmbeddingStore store) {
		var learnt = store.learntFromWords(LEARNING + String.join("\n", messages), () -> learn(messages));
		try (var in = new DataInputStream(new ByteArrayInputStream(learnt))) {
			return new QuestionSplitter(WordModels.read(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static QuestionSplitter load(EmbeddingStore store) {
		return of(Resource.lines("language/asked.txt"), store);
	}

	/** The questions asked, in order; the whole text when nothing in it asks. */
	List<String> split(String text) {
		var asked = pieces(text).stream().filter(Piece::asks).map(Piece::text).toList();
		if (asked.isEmpty()) {
			return List.of(text);
		}
		return asked.subList(Math.max(0, asked.size() - MOST), asked.size());
	}

	/** What was said around the questions. */
	String lead(String text) {
		return pieces(text).stream().filter((piece) -> !piece.asks()).map(Piece::text).collect(Collectors.joining(" "));
	}

	private List<Piece> pieces(String text) {
		var words = MarkedWord.of(text);
		if (words.length == 0) {
			return List.of();
		}
		// it keeps buffers, so one a call; it costs less than a microsecond
		var labels = new BeamSearch(BEAM, this.model).bestSequence(words, null,
				(i, sequence, before, ignored) -> PieceFeatures.of(sequence, i, before),
				(i, sequence, before, label) -> mayFollow((i == 0) ? null : before[i - 1], label));
		var pieces = new ArrayList<Piece>();
		int start = 0;
		for (int i = 1; i <= words.length; i++) {
			if (i == words.length || begins(labels, i)) {
				var whole = text.substring(words[start].start(),
						(i == words.length) ? text.length() : words[i].start());
				pieces.add(new Piece(LOOSE.matcher(whole).replaceAll(""),
						PieceLabel.valueOf(labels.getOutcome(start)).asks()));
				start = i;
			}
		}
		return pieces;
	}

	private static boolean begins(Sequence labels, int i) {
		return PieceLabel.valueOf(labels.getOutcome(i)).begins() && labels.getProb(i) >= SURE;
	}

	private static boolean mayFollow(@Nullable String before, String label) {
		var next = PieceLabel.valueOf(label);
		return next.begins() || (before != null && PieceLabel.valueOf(before).asks() == next.asks());
	}

	private static byte[] learn(List<String> messages) {
		var events = messages.stream().flatMap((message) -> events(message).stream()).toList();
		var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			WordModels.write(WordModels.learn(events, SELDOM, ITERATIONS), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static List<Event> events(String message) {
		var text = new StringBuilder();
		var labels = new ArrayList<String>();
		for (var piece : message.split(" \\| ", -1)) {
			var asks = piece.startsWith("? ");
			if (!asks && !piece.startsWith(". ")) {
				throw new IllegalArgumentException("A piece begins with neither \"? \" nor \". \": " + message);
			}
			text.append(piece.substring(2)).append(' ');
			int words = MarkedWord.of(piece.substring(2)).length;
			for (int i = 0; i < words; i++) {
				labels.add(PieceLabel.of(asks, i == 0).name());
			}
		}
		var words = MarkedWord.of(text.toString());
		var before = labels.toArray(String[]::new);
		var events = new ArrayList<Event>();
		for (int i = 0; i < words.length; i++) {
			events.add(new Event(before[i], PieceFeatures.of(words, i, before)));
		}
		return events;
	}

	private record Piece(String text, boolean asks) {

	}

}
