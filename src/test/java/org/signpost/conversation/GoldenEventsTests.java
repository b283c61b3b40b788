package org.signpost.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The events are those that the widget's tests replay. */
class GoldenEventsTests {

	private static final Path GOLDEN = Path.of("src/test/resources/golden/events");

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void eventsAreWrittenAsTheWidgetReadsThem() throws IOException {
		var checked = 0;
		for (var frame : frames()) {
			if (frame.has("seq")) {
				var event = EventJson.read(frame.toString(), ConversationEvent.class);
				var written = new LoggedEvent(frame.get("seq").asLong(), EventJson.write(event));
				assertThat(JSON.readTree(written.frame())).isEqualTo(frame);
				assertThat(written.event()).isEqualTo(event);
				checked++;
			}
		}
		assertThat(checked).isGreaterThan(50);
	}

	private static List<JsonNode> frames() throws IOException {
		var frames = new ArrayList<JsonNode>();
		try (var files = Files.list(GOLDEN)) {
			for (var file : files.filter((name) -> name.toString().endsWith(".json")).toList()) {
				collect(JSON.readTree(Files.readString(file)), frames);
			}
		}
		return frames;
	}

	/** Every object with a type, however the file arranges them. */
	private static void collect(JsonNode node, List<JsonNode> frames) {
		if (node instanceof ObjectNode frame && frame.has("t")) {
			if (frame.get("t").asString().equals("text") && !frame.has("cites")) {
				// we always say it, the widget need not be told
				frame.putArray("cites");
			}
			frames.add(frame);
		}
		else {
			node.forEach((child) -> collect(child, frames));
		}
	}

}
