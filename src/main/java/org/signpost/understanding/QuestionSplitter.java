package org.signpost.understanding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Sequence;
import opennlp.tools.util.TrainingParameters;
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
	 * nothing was learnt from, where 230 of 241 single questions stay whole.
	 */
	private static final double SURE = 0.5;

	/** Sequences of labels that are followed at once. */
	private static final int BEAM = 5;

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
			return new QuestionSplitter(new GenericModelReader(new BinaryFileDataReader(in)).getModel());
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
		var words = Word.of(text);
		if (words.length == 0) {
			return List.of();
		}
		// it keeps buffers, so one a call; it costs less than a microsecond
		var labels = new BeamSearch(BEAM, this.model).bestSequence(words, null,
				(i, sequence, before, ignored) -> features(sequence, i, before),
				(i, sequence, before, label) -> mayFollow((i == 0) ? null : before[i - 1], label));
		var pieces = new ArrayList<Piece>();
		int start = 0;
		for (int i = 1; i <= words.length; i++) {
			if (i == words.length || begins(labels, i)) {
				var whole = text.substring(words[start].start, (i == words.length) ? text.length() : words[i].start);
				pieces.add(new Piece(LOOSE.matcher(whole).replaceAll(""),
						Label.valueOf(labels.getOutcomes().get(start)).asks));
				start = i;
			}
		}
		return pieces;
	}

	private static boolean begins(Sequence labels, int i) {
		return Label.valueOf(labels.getOutcome(i)).begins && labels.getProb(i) >= SURE;
	}

	private static boolean mayFollow(@Nullable String before, String label) {
		var next = Label.valueOf(label);
		return next.begins || (before != null && Label.valueOf(before).asks == next.asks);
	}

	/**
	 * The words and marks around a word, the closed classes that they belong to, and what
	 * the piece so far is like.
	 */
	private static String[] features(Word[] words, int i, String[] labels) {
		var before = (i == 0) ? "^" : labels[i - 1];
		int start = i;
		while (start > 0 && !Label.valueOf(labels[start - 1]).begins) {
			start--;
		}
		start = Math.max(0, start - 1);
		int since = i - start;
		var length = (since < 2) ? since : (since < 5) ? 3 : (since < 9) ? 4 : 5;
		var asked = false;
		for (int k = start; k < i; k++) {
			asked |= words[k].kind == 'q' || words[k].kind == 'v';
		}
		var mark = mark(words, i - 1);
		var ends = ends(words, i);
		var own = word(words, i);
		var next = word(words, i + 1);
		var kinds = "" + kind(words, i) + kind(words, i + 1) + kind(words, i + 2);
		var state = before + asked;
		return new String[] { "bias", "w=" + own, "w-=" + word(words, i - 1), "w--=" + word(words, i - 2), "w+=" + next,
				"w++=" + word(words, i + 2), "w+++=" + word(words, i + 3), "m-=" + mark, "m=" + mark(words, i),
				"2-=" + word(words, i - 1) + " " + own, "2=" + own + " " + next,
				"3=" + own + " " + next + " " + word(words, i + 2), "l=" + before, "lw=" + state + own,
				"lm=" + state + mark, "lmw=" + state + mark + own, "lm2=" + state + mark + own + " " + next,
				"le=" + state + ends, "lme=" + state + mark + ends, "ln=" + before + length,
				"lnm=" + before + length + mark, "k=" + kinds, "lk=" + state + kinds, "lmk=" + state + mark + kinds,
				"lkk=" + state + kinds + kind(words, i + 3), "lk-=" + state + kind(words, i - 1) + kinds,
				"lwk=" + state + own + kind(words, i + 1) + kind(words, i + 2),
				"lmwk=" + state + mark + own + kind(words, i + 1) + kind(words, i + 2) };
	}

	private static char kind(Word[] words, int i) {
		return (i < 0) ? '^' : (i >= words.length) ? '$' : words[i].kind;
	}

	private static String word(Word[] words, int i) {
		return (i < 0) ? "^" : (i >= words.length) ? "$" : words[i].letters;
	}

	private static String mark(Word[] words, int i) {
		return (i < 0) ? "^" : words[i].mark;
	}

	/** How the sentence ends that a word is in. */
	private static String ends(Word[] words, int i) {
		for (int k = i; k < words.length; k++) {
			if (".?!".contains(words[k].mark) && !words[k].mark.isEmpty()) {
				return words[k].mark;
			}
		}
		return "$";
	}

	private static byte[] learn(List<String> messages) {
		var events = messages.stream().flatMap((message) -> events(message).stream()).toList();
		var parameters = new TrainingParameters();
		parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
		parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
		parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
		parameters.put("PrintMessages", false);
		var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			var model = (AbstractModel) TrainerFactory.getEventTrainer(parameters, new HashMap<>())
				.train(ObjectStreamUtils.createObjectStream(events));
			new GenericModelWriter(model, out).persist();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static List<Event> events(String message) {
		var text = new StringBuilder();
		var labels = new ArrayList<String>();
		for (var piece : message.split(" \\| ")) {
			var asks = piece.startsWith("? ");
			if (!asks && !piece.startsWith(". ")) {
				throw new IllegalArgumentException("A piece begins with neither \"? \" nor \". \": " + message);
			}
			text.append(piece.substring(2)).append(' ');
			int words = Word.of(piece.substring(2)).length;
			for (int i = 0; i < words; i++) {
				labels.add(Label.of(asks, i == 0).name());
			}
		}
		var words = Word.of(text.toString());
		var before = labels.toArray(String[]::new);
		var events = new ArrayList<Event>();
		for (int i = 0; i < words.length; i++) {
			events.add(new Event(before[i], features(words, i, before)));
		}
		return events;
	}

	/** What a word does. */
	private enum Label {

		ASKS(true, true), ASKING(true, false), TELLS(false, true), TELLING(false, false);

		private final boolean asks;

		private final boolean begins;

		Label(boolean asks, boolean begins) {
			this.asks = asks;
			this.begins = begins;
		}

		static Label of(boolean asks, boolean begins) {
			return asks ? (begins ? ASKS : ASKING) : (begins ? TELLS : TELLING);
		}

	}

	private record Piece(String text, boolean asks) {

	}

	/**
	 * A word between spaces.
	 *
	 * @param letters its letters and digits in lower case
	 * @param mark the mark that stands behind it, or nothing
	 * @param start where in the text it begins
	 * @param kind its closed class: q asks, v is an auxiliary, p a pronoun, d a
	 * determiner, c joins
	 */
	private record Word(String letters, String mark, int start, char kind) {

		private static final Map<Character, Set<String>> CLASSES = Map.of('q',
				Set.of("how", "what", "whats", "which", "who", "whos", "whose", "when", "where", "wheres", "why", "wot",
						"hows"),
				'v',
				Set.of("do", "does", "did", "is", "are", "am", "was", "were", "can", "could", "must", "should", "will",
						"would", "have", "has", "had", "may", "might", "dont", "cant", "isnt"),
				'p', Set.of("i", "you", "u", "we", "they", "he", "she", "it", "there", "anyone", "someone", "people"),
				'd',
				Set.of("a", "an", "the", "my", "your", "their", "his", "her", "our", "any", "some", "this", "that",
						"these", "those"),
				'c', Set.of("and", "but", "or", "so", "plus", "also", "then", "n", "&", "because", "if", "as", "oh"));

		private static final Pattern SPACED = Pattern.compile("\\S+");

		private static final Pattern NUMBER = Pattern.compile("\\d");

		static Word[] of(String text) {
			return SPACED.matcher(text).results().map((found) -> of(found.group(), found.start())).toArray(Word[]::new);
		}

		private static Word of(String spaced, int start) {
			int end = spaced.length();
			while (end > 0 && !Character.isLetterOrDigit(spaced.charAt(end - 1))) {
				end--;
			}
			var mark = "";
			for (var each : spaced.substring(end).chars().toArray()) {
				mark = (".?!,;:–-".indexOf(each) >= 0) ? Character.toString(each) : mark;
			}
			var letters = spaced.substring(0, end).toLowerCase(Locale.ROOT).replace("'", "").replace("\"", "");
			var word = NUMBER.matcher(letters).replaceAll("0");
			return new Word(word, mark, start,
					CLASSES.entrySet()
						.stream()
						.filter((each) -> each.getValue().contains(word))
						.map(Map.Entry::getKey)
						.findFirst()
						.orElse('-'));
		}

	}

}
