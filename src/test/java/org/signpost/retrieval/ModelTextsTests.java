package org.signpost.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signpost.knowledge.Nation;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions and candidates are put to the model as it was trained to read them. */
class ModelTextsTests {

	@ParameterizedTest
	@MethodSource("lines")
	void areThoseOfTheTraining(JsonNode line) {
		assertThat(line.has("message") ? question(line) : candidate(line)).isEqualTo(line.path("expected").asString());
	}

	private static String question(JsonNode line) {
		return new Query(line.path("message").asString(), strings(line.path("before")), nation(line.path("nation")),
				NationOrigin.SAID, List.of(), List.of(), Set.of(), LocalDate.EPOCH, LocalDate.EPOCH, null, List.of())
			.inConversation();
	}

	private static String candidate(JsonNode line) {
		return CandidateText.of(line.path("title").asString(), line.path("heading").asString(),
				string(line.path("lead")), line.path("text").asString(),
				strings(line.path("nations")).stream().map(Nation::valueOf).toList(), string(line.path("year")));
	}

	static List<JsonNode> lines() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/golden/model-texts.jsonl"))
			.stream()
			.map(JsonMapper.shared()::readTree)
			.toList();
	}

	private static @Nullable Nation nation(JsonNode node) {
		return node.isNull() ? null : Nation.valueOf(node.asString());
	}

	private static @Nullable String string(JsonNode node) {
		return node.isNull() ? null : node.asString();
	}

	private static List<String> strings(JsonNode node) {
		return node.values().stream().map(JsonNode::asString).toList();
	}

}
