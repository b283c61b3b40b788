package org.signpost.conversation;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events and turns as JSON. Own settings, so that what is stored does not depend on how
 * the server's other JSON is configured.
 */
public final class EventJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		// a row written by a newer version must not stop an older one
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private EventJson() {
	}

	/** Writes an event as the frame without its seq. */
	public static String write(ConversationEvent event) {
		return MAPPER.writerFor(ConversationEvent.class).writeValueAsString(event);
	}

	static String write(Turn turn) {
		return MAPPER.writeValueAsString(turn);
	}

	static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

}
