package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.signpost.answering.Edition;
import org.signpost.answering.StagedQuestionAnswering;
import org.signpost.judging.LikeSubjects;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.LanguageTools;
import org.signpost.review.Comparison.Change;
import org.signpost.review.GivenAnswer.AnswerCitation;

/**
 * {@code diff OLD NEW CASES.jsonl…}: every answer that changes between two knowledge
 * bases, both side by side, with the statement that made the difference.
 */
final class DiffCommand {

	private static final int COLUMN = 64;

	/**
	 * Compares. What has a mistake is named and left out.
	 * @return 0 when no answer changes, else 1
	 */
	int run(CommandLine line, PrintStream out) throws IOException {
		if (line.words().size() < 3) {
			throw new IllegalArgumentException("name the folder as it was, the folder as it is and a file of cases");
		}
		var cases = new ArrayList<EvaluationCase>();
		for (var file : line.words().subList(2, line.words().size())) {
			cases.addAll(EvaluationCase.read(Path.of(file)));
		}
		var old = Commands.existing(line.words().get(0));
		var fresh = Commands.existing(line.words().get(1));
		var tools = LanguageTools.load(!line.has("no-embeddings"), Path.of(line.value("data", "data")));
		var date = LocalDate.parse(line.value("date", LocalDate.now(ZoneId.of("Europe/London")).toString()));
		var comparison = new AnswerComparison(edition(old, tools, out), edition(fresh, tools, out), date);
		print(comparison.statements(), out);
		var names = EvaluationCase.names(cases);
		var changes = IntStream.range(0, cases.size())
			.parallel()
			.mapToObj((i) -> comparison.changes(names.get(i), cases.get(i)))
			.toList();
		changes.forEach((each) -> each.forEach((change) -> print(change, out)));
		var changed = changes.stream().filter((each) -> !each.isEmpty()).count();
		out.printf("answered otherwise: %d of %d conversations%n", changed, cases.size());
		return (changed == 0) ? 0 : 1;
	}

	private static Edition edition(Path folder, LanguageTools tools, PrintStream out) {
		var reading = new KnowledgeBaseReader(tools.sentences(), new LikeSubjects(tools.embedding())).read(folder);
		CheckCommand.print(folder, reading.problems(), out);
		if (!reading.usable()) {
			throw new IllegalArgumentException("there is nothing to answer from in " + folder);
		}
		return Edition.of(reading, new StagedQuestionAnswering(reading.knowledgeBase(), tools));
	}

	private static void print(StatementChanges statements, PrintStream out) {
		statements.changed()
			.forEach((each) -> out.printf("%s%n  - %s%n  + %s%n",
					each.id() + (each.id().equals(each.was()) ? "" : " (was " + each.was() + ")"), each.before(),
					each.after()));
		statements.removed().forEach((each) -> out.printf("%s%n  - %s%n", each.id(), each.text()));
		statements.added().forEach((each) -> out.printf("%s%n  + %s%n", each.id(), each.text()));
		out.printf("statements changed: %d, added: %d, taken out: %d%n", statements.changed().size(),
				statements.added().size(), statements.removed().size());
	}

	private static void print(Change change, PrintStream out) {
		out.printf("%n%s, message %d: %s%s%n", change.name(), change.turn(), change.question().replace('\n', ' '),
				(change.nation() != null) ? " [" + change.nation() + "]" : "");
		var left = lines(change.before());
		var right = lines(change.after());
		for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
			out.println(("  %-" + COLUMN + "s | %s").formatted((i < left.size()) ? left.get(i) : "",
					(i < right.size()) ? right.get(i) : ""));
		}
		out.println("  because of " + String.join(", ", change.because()));
	}

	/** All of an answer that a visitor reads, in lines that fit a column. */
	private static List<String> lines(GivenAnswer answer) {
		var lines = new ArrayList<String>();
		lines.add(answer.outcome() + ((answer.nation() != null) ? " for " + answer.nation() : ""));
		answer.blocks().forEach((block) -> {
			var text = switch (block.kind()) {
				case "li" -> "- " + block.text();
				case "note" -> "> " + block.text();
				default -> block.text();
			};
			wrap(text + numbers(block.citations()) + ((block.href() != null) ? " " + block.href() : ""), lines);
		});
		answer.citations().forEach((citation) -> wrap(words(citation), lines));
		answer.suggestions().forEach((suggestion) -> wrap("? " + suggestion, lines));
		return lines;
	}

	private static String numbers(List<Integer> citations) {
		return citations.isEmpty() ? "" : " " + citations;
	}

	private static String words(AnswerCitation citation) {
		var words = new ArrayList<String>();
		for (var part : new String[] { citation.publisher(), citation.title(), citation.published(), citation.section(),
				citation.asOf(), citation.url() }) {
			if (part != null && !part.isEmpty()) {
				words.add(part);
			}
		}
		return "[" + citation.n() + "] " + String.join(", ", words) + ": " + citation.evidence();
	}

	/** Cuts only what is longer than a line, such as an address. */
	private static void wrap(String text, List<String> lines) {
		var line = new StringBuilder();
		for (var word : text.strip().split("\\s+", -1)) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > COLUMN) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
			while (line.length() > COLUMN) {
				lines.add(line.substring(0, COLUMN));
				line.delete(0, COLUMN);
			}
		}
		lines.add(line.toString());
	}

}
