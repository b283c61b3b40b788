package org.signpost.review;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Problem;
import org.signpost.language.Sentences;

/** {@code check [DIR]}: names each mistake of a knowledge base as file:line. */
final class CheckCommand {

	/**
	 * Checks a knowledge base.
	 * @return 0 when there is no mistake, else 1; warnings do not count
	 */
	int run(Path folder, PrintStream out) {
		var reading = new KnowledgeBaseReader(new Sentences()).read(folder);
		print(folder, reading.problems(), out);
		var knowledgeBase = reading.knowledgeBase();
		out.printf("%d sources, %d statements, %d curated answers, %d concepts: %s%n", knowledgeBase.sources().size(),
				knowledgeBase.statements().size(), knowledgeBase.answers().size(),
				knowledgeBase.vocabulary().concepts().size(), reading.faultless() ? "no mistake" : "mistakes found");
		return reading.faultless() ? 0 : 1;
	}

	/** Names each mistake by the path of its file. */
	static void print(Path folder, List<Problem> problems, PrintStream out) {
		problems.forEach((problem) -> out.println(folder.resolve(problem.file()) + ":" + problem.line() + ": "
				+ ((problem.severity() == Problem.Severity.WARNING) ? "warning: " : "") + problem.message()));
	}

}
