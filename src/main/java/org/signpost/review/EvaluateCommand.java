package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;

import org.signpost.answering.StagedQuestionAnswering;
import org.signpost.judging.LikeSubjects;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.LanguageTools;

/**
 * {@code evaluate CASES.jsonl…}: scores the engine on conversations, or one stage of it
 * on a file of that stage's questions.
 */
final class EvaluateCommand {

	/**
	 * Scores.
	 * @return 0 when the share passed is at least the one demanded, else 1
	 */
	int run(CommandLine line, PrintStream out) throws IOException {
		var cases = new ArrayList<EvaluationCase>();
		var stages = new LinkedHashMap<Path, StageEvaluation.Stage>();
		for (var word : line.words()) {
			var file = Path.of(word);
			var stage = line.has("stage") ? StageEvaluation.Stage.named(line.value("stage", ""))
					: StageEvaluation.stageOf(file);
			if (stage != null) {
				stages.put(file, stage);
			}
			else {
				cases.addAll(EvaluationCase.read(file));
			}
		}
		if (cases.isEmpty() && stages.isEmpty()) {
			throw new IllegalArgumentException("name at least one file of cases");
		}
		var tools = LanguageTools.load(!line.has("no-embeddings"), Path.of(line.value("data", "data")));
		var reading = new KnowledgeBaseReader(tools.sentences(), new LikeSubjects(tools.embedding()))
			.read(Commands.existing(line.value("knowledge-base", "knowledge-base")));
		if (!reading.faultless()) {
			reading.problems().forEach(out::println);
			return 1;
		}
		var engine = new StagedQuestionAnswering(reading.knowledgeBase(), tools);
		var date = LocalDate.parse(line.value("date", LocalDate.now(ZoneId.of("Europe/London")).toString()));
		int failures = Integer.parseInt(line.value("failures", "20"));
		if (!stages.isEmpty()) {
			var evaluation = new StageEvaluation(reading.knowledgeBase(), tools, engine, date);
			for (var stage : stages.entrySet()) {
				evaluation.score(stage.getValue(), stage.getKey()).print(out, failures);
			}
		}
		if (cases.isEmpty()) {
			return 0;
		}
		var scores = new AnswerEvaluation(engine, date).score(cases);
		scores.print(out, failures, line.has("traces"));
		var least = Double.parseDouble(line.value("min-pass", "0").replace("%", ""));
		return (100 * scores.passRate() >= least) ? 0 : 1;
	}

}
