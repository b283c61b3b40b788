package org.signpost.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The files of the model, as {@code src/training} writes them: the networks, the
 * vocabulary, and {@code model.yaml} with their digests and what was chosen on data kept
 * apart. A file that is not the one the description speaks of is refused.
 */
public final class ModelFiles {

	private static final String FOLDER = "/model/";

	private final JsonNode description;

	private ModelFiles(JsonNode description) {
		this.description = description;
	}

	/** Those packed with the engine. */
	public static ModelFiles packed() {
		return new ModelFiles(new YAMLMapper().readTree(bytes("model.yaml")));
	}

	/** Changed whenever the model's outputs change. */
	String version() {
		return version("encoder.onnx") + version("general.onnx");
	}

	private String version(String network) {
		return this.description.path("digests").path(network).asString().substring(0, 8);
	}

	/** What a visitor may do by a message, as the model tells it. */
	public List<String> acts() {
		return this.description.path("acts").values().stream().map(JsonNode::asString).toList();
	}

	/** What the training chose, by name. */
	public double chosen(String name) {
		var value = this.description.path("chosen").path(name);
		if (!value.isNumber()) {
			throw new IllegalStateException("model.yaml chooses no " + name);
		}
		return value.asDouble();
	}

	/** A list that the training chose, by name. */
	public List<Double> chosenList(String name) {
		var values = this.description.path("chosen").path(name);
		if (!values.isArray()) {
			throw new IllegalStateException("model.yaml chooses no " + name);
		}
		return values.values().stream().map(JsonNode::asDouble).toList();
	}

	byte[] read(String name) {
		var bytes = bytes(name);
		var digest = digest(bytes);
		if (!digest.equals(this.description.path("digests").path(name).asString())) {
			throw new IllegalStateException(
					"%s has the digest %s, which is not that of model.yaml".formatted(name, digest));
		}
		return bytes;
	}

	Map<String, Integer> vocabulary() {
		var ids = new HashMap<String, Integer>();
		for (var piece : new String(read("vocabulary.txt"), StandardCharsets.UTF_8).lines().toList()) {
			ids.put(piece, ids.size());
		}
		return ids;
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String name) {
		try (var stream = ModelFiles.class.getResourceAsStream(FOLDER + name)) {
			return Objects.requireNonNull(stream, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
