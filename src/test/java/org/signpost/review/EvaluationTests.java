package org.signpost.review;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.Engines;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what the engine scores against {@code expected-scores.yaml}. The wrong cases are
 * printed.
 */
class EvaluationTests {

	private static final Path FILES = Path.of("src/test/resources/evaluation");

	private static final LocalDate DATE = LocalDate.of(2026, 11, 21);

	private static final int SHOWN = 15;

	private static final Map<String, Double> expected = expected();

	@TempDir
	static Path folder;

	@Test
	void answersFromTheKnowledgeBaseThatShips() throws IOException {
		var scores = answers(FILES.resolve("answers-dev.jsonl"), Engines.SHIPPED);
		hold("answers-dev/shipped", scores.passRate());
		assertThat((double) scores.wrong()).as("wrong facts").isLessThanOrEqualTo(expected("answers-dev/wrong facts"));
	}

	@Test
	void answersFromTheSourcesAlone() throws IOException {
		var alone = folder.resolve("alone");
		copy(Engines.SHIPPED.resolve("guidance"), alone.resolve("guidance"));
		hold("answers-dev/sources alone", answers(FILES.resolve("answers-dev.jsonl"), alone).passRate());
	}

	@ParameterizedTest
	@ValueSource(strings = { "animal-ward-nursing", "lights-and-pilots", "signal-fitting" })
	void answersOnCareersItHasNeverHeardOf(String career) throws IOException {
		var files = FILES.resolve("other-careers");
		hold("other-careers/" + career, answers(files.resolve(career + ".jsonl"), files.resolve(career)).passRate());
	}

	@ParameterizedTest
	@EnumSource(StageEvaluation.Stage.class)
	void scoresEachStage(StageEvaluation.Stage stage) throws IOException {
		var name = stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		var file = FILES.resolve(name + ".jsonl");
		assertThat(StageEvaluation.stageOf(file)).isEqualTo(stage);
		var scores = Stages.EVALUATION.score(stage, file);
		scores.print(System.out, SHOWN);
		scores.scores().forEach((score, value) -> hold(name + "/" + score, value));
	}

	private static AnswerScores answers(Path cases, Path knowledgeBase) throws IOException {
		var scores = new AnswerEvaluation(Engines.engine(knowledgeBase), DATE).score(EvaluationCase.read(cases));
		scores.print(System.out, SHOWN, false);
		return scores;
	}

	private static void hold(String name, double score) {
		System.out.printf("%s: %.3f, expected %.3f%n", name, score, expected(name));
		assertThat(score).as(name).isGreaterThanOrEqualTo(expected(name) - expected("tolerance"));
	}

	private static double expected(String name) {
		var score = expected.get(name);
		assertThat(score).as("expected-scores.yaml lacks " + name).isNotNull();
		return (score != null) ? score : 1;
	}

	private static Map<String, Double> expected() {
		var scores = new TreeMap<String, Double>();
		new YAMLMapper().readTree(FILES.resolve("expected-scores.yaml").toFile())
			.properties()
			.forEach((entry) -> scores.put(entry.getKey(), entry.getValue().asDouble()));
		return scores;
	}

	private static void copy(Path from, Path to) throws IOException {
		try (var files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
			for (var file : (List<Path>) files.filter(Files::isRegularFile).toList()) {
				var target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

	/** Made once, as it learns the intents of the knowledge base that ships. */
	private static final class Stages {

		private static final StageEvaluation EVALUATION = new StageEvaluation(Engines.shipped(), Engines.tools(),
				Engines.engine(Engines.SHIPPED), DATE);

	}

}
