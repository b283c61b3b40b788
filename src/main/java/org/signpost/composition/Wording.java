package org.signpost.composition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The fixed words of the guide, from {@code wording.yaml}. Immutable. */
final class Wording {

	private final JsonNode words;

	private Wording(JsonNode words) {
		this.words = words;
	}

	static Wording load() {
		try (var stream = Wording.class.getResourceAsStream("/wording.yaml")) {
			return new Wording(new YAMLMapper().readTree(Objects.requireNonNull(stream).readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A text, its {@code {names}} filled in. */
	String text(String key, Map<String, String> values) {
		var node = this.words.path(key);
		if (!node.isString()) {
			throw new IllegalStateException("wording.yaml lacks " + key);
		}
		return fill(node.asString(), values);
	}

	/** The sentences of a vetted text. */
	List<String> sentences(String key, Map<String, String> values) {
		return this.words.path(key)
			.path("text")
			.values()
			.stream()
			.map((node) -> fill(node.asString(), values))
			.toList();
	}

	/** What the contacts of a vetted text are for, in order. */
	List<String> contacts(String key) {
		return this.words.path(key).path("contacts").values().stream().map(JsonNode::asString).toList();
	}

	private static String fill(String text, Map<String, String> values) {
		var filled = text;
		for (var value : values.entrySet()) {
			filled = filled.replace("{" + value.getKey() + "}", value.getValue());
		}
		return filled;
	}

}
