package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.signpost.language.LanguageTools;
import org.signpost.understanding.IntentEvaluation;

/**
 * {@code evaluate-intents TRAIN TEST}: scores the intent classifier on labelled
 * utterances.
 */
final class EvaluateIntentsCommand {

	int run(CommandLine line, PrintStream out) throws IOException {
		if (line.words().size() != 2) {
			throw new IllegalArgumentException(
					"name a file to train on and a file to score on, one label<TAB>text a line");
		}
		var tools = LanguageTools.load(!line.has("no-embeddings"), null);
		var score = IntentEvaluation.score(read(Path.of(line.words().getFirst())),
				read(Path.of(line.words().getLast())), tools.embedding());
		out.printf(Locale.ROOT, "accuracy %.1f %%%n", 100 * score.accuracy());
		if (!Double.isNaN(score.outOfScopeRecall())) {
			out.printf(Locale.ROOT, "oos recall %.1f %%%n", 100 * score.outOfScopeRecall());
		}
		return 0;
	}

	private static List<IntentEvaluation.Utterance> read(Path file) throws IOException {
		var utterances = new ArrayList<IntentEvaluation.Utterance>();
		int number = 0;
		for (var line : Files.readAllLines(file)) {
			number++;
			if (line.isBlank()) {
				continue;
			}
			var parts = line.split("\t", 2);
			if (parts.length < 2 || parts[1].isBlank()) {
				throw new IllegalArgumentException("%s:%d: expected label<TAB>text".formatted(file, number));
			}
			utterances.add(new IntentEvaluation.Utterance(parts[0].strip(), parts[1].strip()));
		}
		return utterances;
	}

}
