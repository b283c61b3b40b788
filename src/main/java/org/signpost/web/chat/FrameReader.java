package org.signpost.web.chat;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;
import org.signpost.web.QuestionText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the frames of clients, trusting nothing. */
final class FrameReader {

	/** Bytes that a frame may have. */
	static final int MAX_BYTES = 4096;

	/** The size of a frame bounds the rest, so that what it refuses is never JSON. */
	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(MAX_BYTES).maxNumberLength(MAX_BYTES).build())
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private FrameReader() {
	}

	static ClientFrame read(String text) throws BadJsonException, BadFrameException {
		JsonNode json;
		try {
			json = MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			throw new BadJsonException();
		}
		if (json == null || json.isMissingNode()) {
			throw new BadJsonException();
		}
		return new Fields(json).read();
	}

	private record Fields(JsonNode json) {

		ClientFrame read() throws BadFrameException {
			var type = text("t");
			return switch ((type != null) ? type : "") {
				case "hello" -> new ClientFrame.Hello(text("c"), text("k"), after(), nation());
				case "ask" -> new ClientFrame.Ask(id(), question(), nation(), flag("force"));
				case "cancel" -> new ClientFrame.Cancel(number("turn"));
				case "rate" -> rate();
				case "clear" -> new ClientFrame.Clear(id());
				case "hb" -> new ClientFrame.Heartbeat();
				default -> throw bad();
			};
		}

		private ClientFrame rate() throws BadFrameException {
			var stars = number("v");
			var why = text("why");
			if (stars < 1 || stars > 5) {
				throw bad();
			}
			var comment = (why != null) ? QuestionText.tidy(why) : "";
			return new ClientFrame.Rate(id(), number("turn"), stars, comment.isEmpty() ? null : comment);
		}

		private String question() throws BadFrameException {
			var question = text("q");
			if (question == null || QuestionText.tidy(question).isEmpty()) {
				throw bad();
			}
			return QuestionText.tidy(question);
		}

		private long after() throws BadFrameException {
			var after = this.json.get("after");
			if (after == null || after.isNull()) {
				return 0;
			}
			if (!after.isIntegralNumber() || !after.canConvertToLong() || after.asLong() < 0) {
				throw bad();
			}
			return after.asLong();
		}

		private int number(String field) throws BadFrameException {
			var value = this.json.get(field);
			if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
				throw bad();
			}
			return value.asInt();
		}

		private boolean flag(String field) throws BadFrameException {
			var value = this.json.get(field);
			if (value != null && !value.isNull() && !value.isBoolean()) {
				throw bad();
			}
			return value != null && value.isBoolean() && value.asBoolean();
		}

		private @Nullable Nation nation() throws BadFrameException {
			var name = text("nation");
			if (name == null) {
				return null;
			}
			try {
				return Nation.valueOf(name.toUpperCase(Locale.ROOT));
			}
			catch (IllegalArgumentException ex) {
				throw bad();
			}
		}

		private UUID id() throws BadFrameException {
			var id = findId();
			if (id == null) {
				throw bad();
			}
			return id;
		}

		private @Nullable UUID findId() {
			var id = this.json.get("id");
			return (id != null && id.isString()) ? uuid(id.asString()) : null;
		}

		private @Nullable String text(String field) throws BadFrameException {
			var value = this.json.get(field);
			if (value == null || value.isNull()) {
				return null;
			}
			if (!value.isString()) {
				throw bad();
			}
			return value.asString();
		}

		private BadFrameException bad() {
			return new BadFrameException(findId());
		}

	}

	/** An id in its usual form, 36 characters, or null. */
	static @Nullable UUID uuid(String text) {
		try {
			return (text.length() == 36) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
