package org.signpost.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Cuts a paragraph into sentences with OpenNLP's English model. Safe for many threads;
 * tens of microseconds a paragraph.
 */
public final class Sentences {

	/** A cut after one of these is no end of a sentence. */
	private static final Pattern ABBREVIATED = Pattern.compile(
			"(?:\\b(?:e\\.g|i\\.e|etc|approx|incl|no|vs|cf|st|dr|mr|mrs|ms|prof|dept|fig|p|pp|vol|a\\.m|p\\.m)|\\b[A-Z])\\.$",
			Pattern.CASE_INSENSITIVE);

	private final SentenceModel model;

	public Sentences() {
		this.model = load();
	}

	/** The sentences in order, each without surrounding white space. */
	public List<String> of(String paragraph) {
		// the detector keeps its last probabilities, so one a call: the model is what is
		// costly
		var found = new SentenceDetectorME(this.model).sentDetect(paragraph);
		var sentences = new ArrayList<String>();
		for (var sentence : found) {
			for (var piece : splitMissed(sentence)) {
				append(sentences, piece.strip());
			}
		}
		return List.copyOf(sentences);
	}

	private static void append(List<String> sentences, String piece) {
		if (piece.isEmpty()) {
			return;
		}
		if (!sentences.isEmpty()) {
			var last = sentences.getLast();
			var starts = Character.isUpperCase(piece.codePointAt(0)) || Character.isDigit(piece.codePointAt(0))
					|| "£\"'“‘(".indexOf(piece.charAt(0)) >= 0;
			var abbreviated = ABBREVIATED.matcher(last);
			if (!starts || (abbreviated.find() && !abbreviated.group().matches("(?i)etc\\.|[ap]\\.m\\."))
					|| !last.matches("(?s).*[.!?:…][\"'”’)\\]]*$")) {
				sentences.set(sentences.size() - 1, last + " " + piece);
				return;
			}
		}
		sentences.add(piece);
	}

	/** The model is shy of cutting before figures and short sentences. */
	private static String[] splitMissed(String sentence) {
		return sentence.split("(?<=[a-z0-9%)][.!?])\\s+(?=[A-Z£])");
	}

	private static SentenceModel load() {
		try {
			var all = Sentences.class.getClassLoader().getResources("model.properties");
			for (var url : Collections.list(all)) {
				var properties = new Properties();
				try (var in = url.openStream()) {
					properties.load(in);
				}
				var name = properties.getProperty("model.name", "");
				if (name.contains("sentence")) {
					try (var in = Sentences.class.getClassLoader().getResourceAsStream(name)) {
						return new SentenceModel(in);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new IllegalStateException("OpenNLP's sentence model is not on the class path");
	}

}
