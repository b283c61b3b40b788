package org.signpost.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Data files of the engine itself. */
final class Resource {

	private Resource() {
	}

	static JsonNode yaml(String name) {
		return new YAMLMapper().readTree(text(name));
	}

	/** The lines that are neither empty nor comments. */
	static List<String> lines(String name) {
		return text(name).lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.toList();
	}

	private static String text(String name) {
		try (var stream = Resource.class.getResourceAsStream("/" + name)) {
			if (stream == null) {
				throw new IllegalStateException("The engine's file " + name + " is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
