package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;

import org.signpost.answering.StagedQuestionAnswering;
import org.signpost.decision.AnswerabilityModel;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.LanguageTools;

/** {@code evaluate CASES.jsonl…}: scores the engine on conversations. */
final class EvaluateCommand {

	/**
	 * Scores.
	 * @return 0 when the share passed is at least the one demanded, else 1
	 */
	int run(CommandLine line, PrintStream out) throws IOException {
		var cases = new ArrayList<EvaluationCase>();
		for (var file : line.words()) {
			cases.addAll(EvaluationCase.read(Path.of(file)));
		}
		if (cases.isEmpty()) {
			out.println("evaluate: name at least one file of cases");
			return 2;
		}
		var tools = LanguageTools.load(!line.has("no-embeddings"), Path.of(line.value("data", "data")));
		var reading = new KnowledgeBaseReader(tools.sentences())
			.read(Path.of(line.value("knowledge-base", "knowledge-base")));
		if (!reading.usable()) {
			reading.problems().forEach(out::println);
			return 1;
		}
		var engine = new StagedQuestionAnswering(reading.knowledgeBase(), tools, AnswerabilityModel.load());
		var scores = new AnswerEvaluation(engine, LocalDate.parse(line.value("date", LocalDate.now().toString())))
			.score(cases);
		scores.print(out, Integer.parseInt(line.value("failures", "20")), line.has("traces"));
		var least = Double.parseDouble(line.value("min-pass", "0").replace("%", ""));
		return (100 * scores.passRate() >= least) ? 0 : 1;
	}

}
