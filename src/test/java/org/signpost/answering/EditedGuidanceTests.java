package org.signpost.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.conversation.Question;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.LastGoodFiles;
import org.signpost.language.Progress;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** An edition made from the one before it is the one that would be made afresh. */
class EditedGuidanceTests {

	private static final int EDITS = 12;

	private static final List<String> QUESTIONS = List.of("What does a lock keeper earn?",
			"how much is the winter allowance", "Do I need the Certificate?", "and in Scotland?",
			"What qualificaton does a lock keeper need in Wales?", "May I swim in the reservoir?",
			"What is the ferry bonus?", "who replaced the Lock Operative Diploma?");

	@TempDir
	Path folder;

	private final long seed = Long.getLong("signpost.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	@Test
	void isThatOfAFreshLoadAfterAnyEdits() throws IOException {
		copy(Engines.SMALL, this.folder);
		var reader = new KnowledgeBaseReader(Engines.tools().sentences());
		QuestionAnswering engine = null;
		var edits = new ArrayList<String>();
		for (int i = 0; i <= EDITS; i++) {
			var read = read(reader);
			engine = StagedQuestionAnswering.make(read.knowledgeBase(), Engines.tools(), engine, Progress.UNSEEN);
			var afresh = read(new KnowledgeBaseReader(Engines.tools().sentences()));
			assertThat(read.problems()).as("seed %d: %s", this.seed, edits).isEqualTo(afresh.problems());
			assertThat(read.knowledgeBase().sources()).isEqualTo(afresh.knowledgeBase().sources());
			assertThat(read.knowledgeBase().answers()).isEqualTo(afresh.knowledgeBase().answers());
			assertThat(read.knowledgeBase().replacements()).isEqualTo(afresh.knowledgeBase().replacements());
			assertThat(said(engine)).as("seed %d: %s", this.seed, edits).isEqualTo(said(fresh(afresh.knowledgeBase())));
			edits.add(edit(i));
		}
	}

	@Test
	void tellsHowFarItIsInOrder() throws IOException {
		copy(Engines.SMALL, this.folder);
		var steps = new ArrayList<LoadProgress>();
		Progress progress = (step, done, all) -> steps.add(new LoadProgress(step, done, all));
		// a text of its own, which nobody has encoded before
		Files.writeString(this.folder.resolve("guidance/new.md"),
				"---\ntitle: New\n---\nThe %d. lock was built in stone.\n".formatted(System.nanoTime()));
		var reading = new KnowledgeBaseReader(Engines.tools().sentences()).read(this.folder, new LastGoodFiles(null),
				progress);
		StagedQuestionAnswering.make(reading.knowledgeBase(), Engines.tools().beside(), null, progress);
		assertThat(steps).extracting(LoadProgress::step).isSorted().contains(Progress.Step.values());
		for (var step : Progress.Step.values()) {
			assertThat(steps).filteredOn((each) -> each.step() == step)
				.isSortedAccordingTo((a, b) -> Integer.compare(a.done(), b.done()))
				.allMatch((each) -> each.done() <= each.all());
		}
	}

	private KnowledgeBaseReader.Reading read(KnowledgeBaseReader reader) {
		return reader.read(this.folder, new LastGoodFiles(null), Progress.UNSEEN);
	}

	private static QuestionAnswering fresh(KnowledgeBase knowledgeBase) {
		return StagedQuestionAnswering.make(knowledgeBase, Engines.tools(), null, Progress.UNSEEN);
	}

	/** Answers with the candidates that they were chosen from. */
	private static List<String> said(@Nullable QuestionAnswering engine) {
		return QUESTIONS.stream()
			.map((text) -> Objects.requireNonNull(engine)
				.answer(new Question(text, null, false, LocalDate.of(2026, 11, 21)), List.of()))
			.map((answered) -> answered.answer().outcome() + " " + answered.answer().text() + " "
					+ answered.answer().citations() + " " + answered.trace().stages().get("judging"))
			.toList();
	}

	/** Adds, changes, removes, breaks or renames a source, or brings an old one back. */
	private String edit(int number) throws IOException {
		var sources = sources();
		var source = sources.get(this.random.nextInt(sources.size()));
		var other = this.folder.resolve("guidance/" + (char) ('a' + this.random.nextInt(26)) + "-" + number + ".md");
		var kind = this.random.nextInt((sources.size() > 2) ? 5 : 2);
		switch (kind) {
			case 0 -> Files.writeString(other,
					"---\ntitle: Ferries %d\n---\nThe ferry bonus is £%d a year.\n\nMind the reservoir weir.\n"
						.formatted(number, this.random.nextInt(900) + 100));
			case 1 -> Files.writeString(source, Files.readString(source)
					+ "\nThe towpath bonus is £%d a year.\n".formatted(this.random.nextInt(900) + 100));
			case 2 -> Files.delete(source);
			case 3 -> Files.move(source, other);
			default -> Files.writeString(source, Files.readString(source).replaceFirst("title:", "no title:"));
		}
		return kind + " " + source.getFileName() + " " + other.getFileName();
	}

	private List<Path> sources() throws IOException {
		try (var files = Files.list(this.folder.resolve("guidance"))) {
			return files.sorted().toList();
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				var target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

}
