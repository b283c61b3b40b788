package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation of {@code golden/events}, frame by frame.
 *
 * @param steps the frames in order, each under {@code client} or {@code server}
 */
record GoldenConversation(List<JsonNode> steps) {

	private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "events");

	static GoldenConversation read(String name) {
		return read(FOLDER.resolve(name + ".json"));
	}

	static List<GoldenConversation> readAll() {
		try (var files = Files.list(FOLDER)) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map(GoldenConversation::read)
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The properties that the server's frames may have, by the type of the frame. */
	static Map<String, Set<String>> shapes() {
		var shapes = new LinkedHashMap<String, Set<String>>();
		for (var conversation : readAll()) {
			for (var step : conversation.steps) {
				var frame = step.path("server");
				shapes.computeIfAbsent(frame.at("/t").asString(), (type) -> new HashSet<>())
					.addAll(frame.propertyNames());
			}
		}
		return shapes;
	}

	private static GoldenConversation read(Path file) {
		var steps = JsonMapper.shared().readTree(file).get("steps");
		return new GoldenConversation(StreamSupport.stream(steps.spliterator(), false).toList());
	}

	/** The events that answer each question, by its words. */
	Map<String, List<JsonNode>> answers() {
		var answers = new LinkedHashMap<String, List<JsonNode>>();
		var answer = new ArrayList<JsonNode>();
		for (var step : this.steps) {
			if (step.has("client") && step.at("/client/t").asString().equals("ask")) {
				answer = new ArrayList<>();
				answers.put(step.at("/client/q").asString(), answer);
			}
			else if (step.at("/server").has("turn") && !step.at("/server/t").asString().equals("rated")) {
				answer.add(step.get("server"));
			}
		}
		return answers;
	}

}
