package org.signpost.review;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.signpost.conflicts.Conflict;
import org.signpost.conflicts.ConflictFinder;
import org.signpost.judging.LikeSubjects;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Problem;
import org.signpost.knowledge.Statement;
import org.signpost.language.LanguageTools;

import org.springframework.boot.convert.DurationStyle;

/**
 * {@code check [DIR]}: names each mistake of a knowledge base as file:line, then each
 * editors' answer that something newer has overtaken and each conflict, those first that
 * an editor has to mend, and the stale sources that most answers rest on.
 */
final class CheckCommand {

	private static final int STALE_NAMED = 5;

	/**
	 * Checks a knowledge base. Costs seconds for the conflicts, of which some are missed
	 * without embeddings.
	 * @return 0 when there is no mistake, else 1; warnings do not count
	 */
	int run(CommandLine line, Path folder, PrintStream out) {
		var tools = LanguageTools.load(!line.has("no-embeddings"), null);
		var clock = Clock.system(ZoneId.of("Europe/London"));
		var reading = new KnowledgeBaseReader(tools.sentences(), new LikeSubjects(tools.embedding())).read(folder);
		print(folder, reading.problems(), out);
		var knowledgeBase = reading.knowledgeBase();
		var findings = ConflictFinder.of(tools.embedding()).look(knowledgeBase, LocalDate.now(clock), () -> {
		});
		print(folder, findings.overtaken(), out);
		var conflicts = findings.conflicts();
		conflicts.forEach((each) -> out.println(words(folder, each)));
		var ages = new SourceAges(DurationStyle.detectAndParse(line.value("stale-after", "365d")), clock);
		printStale(folder, ages, knowledgeBase, out);
		if (!conflicts.isEmpty()) {
			var unresolved = conflicts.stream().filter((each) -> !each.resolved()).count();
			out.printf("%d conflicts, of which %d are to be mended%n", conflicts.size(), unresolved);
		}
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

	/**
	 * At the place of the one that an editor would change, with the place of the other.
	 */
	private static String words(Path folder, Conflict conflict) {
		var first = conflict.first();
		var second = conflict.second();
		return "%s: warning: conflict, %s: \"%s\" (%s) but %s: \"%s\" (%s); %s".formatted(
				place(folder, conflict.resolved() ? second : first), conflict.resolved() ? "decided" : "to be mended",
				conflict.resolved() ? second.text() : first.text(),
				date(conflict.resolved() ? second.asOf() : first.asOf()),
				place(folder, conflict.resolved() ? first : second), conflict.resolved() ? first.text() : second.text(),
				date(conflict.resolved() ? first.asOf() : second.asOf()), why(conflict));
	}

	private static String why(Conflict conflict) {
		return switch (conflict.reason()) {
			case NEWER -> "the latter is given, it is newer";
			case DATED -> "the latter is given, the former has no date";
			case REPLACED -> "the latter is given, the guidance says that what the former speaks of has been replaced";
			case NOT_YET_IN_FORCE -> "the latter is given, the former is not in force yet";
			case NO_ORDER -> "neither is newer, visitors may get either";
			case NOT_SURE ->
				"one is newer but not so surely of the same fact that it is given alone, visitors may get either";
		};
	}

	private static String place(Path folder, Statement statement) {
		return folder.resolve("guidance").resolve(statement.source() + ".md") + ":" + statement.line();
	}

	private static String date(@Nullable PartialDate date) {
		return (date != null) ? date.toString() : "no date";
	}

	private static void printStale(Path folder, SourceAges ages, KnowledgeBase knowledgeBase, PrintStream out) {
		var stale = ages.stale(knowledgeBase);
		stale.stream()
			.limit(STALE_NAMED)
			.forEach((source) -> out.printf("%s:1: warning: stale, %s; curated answers that rest on it: %d%n",
					folder.resolve("guidance").resolve(source.id() + ".md"),
					ages.daysOf(source)
						.map((days) -> "%d days old".formatted(days))
						.orElse("nothing tells how old it is"),
					SourceAges.answersOn(source, knowledgeBase).size()));
		if (!stale.isEmpty()) {
			out.printf("%d stale sources%n", stale.size());
		}
	}

}
