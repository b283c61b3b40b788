package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping whose values know their lines, so that a mistake in it can be named by
 * file and line. Reads scalars, lists and mappings; nothing is ever constructed from
 * tags.
 */
final class YamlMap {

	private final Map<String, Node> values = new LinkedHashMap<>();

	/** Lines of keys given again; a mistake only where somebody wants the value. */
	private final Map<String, Integer> twice = new HashMap<>();

	private final Problems problems;

	private final int line;

	private final int offset;

	private YamlMap(@Nullable MappingNode node, Problems problems, int line, int offset) {
		this.problems = problems;
		this.line = line;
		this.offset = offset;
		if (node != null) {
			for (var tuple : node.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode key) {
					if (this.values.put(key.getValue(), tuple.getValueNode()) != null) {
						this.twice.put(key.getValue(), line(key));
					}
				}
			}
		}
	}

	/**
	 * Reads a document whose top is a mapping.
	 * @param yaml the text
	 * @param offset how many lines of the file stand before it
	 * @param problems where mistakes go
	 */
	static YamlMap read(String yaml, int offset, Problems problems) {
		try {
			var options = new LoaderOptions();
			options.setMaxAliasesForCollections(20);
			options.setAllowDuplicateKeys(false);
			var node = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(yaml));
			if (node instanceof MappingNode mapping) {
				return new YamlMap(mapping, problems, offset + 1, offset);
			}
			if (node != null) {
				problems.error(offset + 1, "expected lines of the form \"name: value\"");
			}
		}
		catch (MarkedYAMLException ex) {
			var mark = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() : 0;
			problems.error(offset + mark + 1,
					"this is not valid YAML (%s); put quotes around a value that holds \": \" or starts with a special character"
						.formatted(ex.getProblem()));
		}
		return new YamlMap(null, problems, offset + 1, offset);
	}

	int line() {
		return this.line;
	}

	int line(String key) {
		var node = this.values.get(key);
		return (node != null) ? line(node) : this.line;
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	Set<String> keys() {
		return this.values.keySet();
	}

	void checkKeys(Set<String> known) {
		for (var key : this.values.keySet()) {
			if (!known.contains(key)) {
				this.problems.warning(line(key), "\"%s\" is not known here and is ignored; known are %s".formatted(key,
						String.join(", ", known.stream().sorted().toList())));
			}
		}
	}

	private @Nullable Node node(String key) {
		var again = this.twice.remove(key);
		if (again != null) {
			this.problems.error(again, "\"%s\" is given twice; keep one".formatted(key));
		}
		return this.values.get(key);
	}

	@Nullable String text(String key) {
		var node = node(key);
		if (node instanceof ScalarNode scalar) {
			var value = scalar.getValue().strip();
			return value.isEmpty() || (value.equals("null") && scalar.isPlain()) ? null : value;
		}
		if (node != null) {
			this.problems.error(line(node), "\"%s\" takes one value".formatted(key));
		}
		return null;
	}

	/** The text, or a mistake and an empty text. */
	String required(String key) {
		var text = text(key);
		if (text == null) {
			this.problems.error(line(key), "\"%s\" is missing".formatted(key));
			return "";
		}
		return text;
	}

	/** A list of texts; a single value is a list of one, split at commas. */
	List<Located> texts(String key) {
		var result = new ArrayList<Located>();
		switch (node(key)) {
			case null -> {
			}
			case SequenceNode sequence -> {
				for (var node : sequence.getValue()) {
					if (node instanceof ScalarNode scalar) {
						result.add(new Located(scalar.getValue().strip(), line(node)));
					}
					else {
						this.problems.error(line(node),
								"\"%s\" takes a list of texts; put quotes around a text that holds \": \""
									.formatted(key));
					}
				}
			}
			case ScalarNode scalar -> {
				for (var part : scalar.getValue().split(",", -1)) {
					if (!part.isBlank()) {
						result.add(new Located(part.strip(), line(scalar)));
					}
				}
			}
			case Node node -> this.problems.error(line(node), "\"%s\" takes a list".formatted(key));
		}
		return result;
	}

	/** A list of mappings. */
	List<YamlMap> maps(String key) {
		var result = new ArrayList<YamlMap>();
		var node = node(key);
		if (node instanceof SequenceNode sequence) {
			for (var item : sequence.getValue()) {
				if (item instanceof MappingNode mapping) {
					result.add(new YamlMap(mapping, this.problems, line(item), this.offset));
				}
				else {
					this.problems.error(line(item),
							"\"%s\" takes a list of entries with names and values".formatted(key));
				}
			}
		}
		else if (node != null) {
			this.problems.error(line(node), "\"%s\" takes a list".formatted(key));
		}
		return result;
	}

	@Nullable YamlMap map(String key) {
		var node = node(key);
		if (node instanceof MappingNode mapping) {
			return new YamlMap(mapping, this.problems, line(node), this.offset);
		}
		if (node != null) {
			this.problems.error(line(node), "\"%s\" takes names and values".formatted(key));
		}
		return null;
	}

	Problems problems() {
		return this.problems;
	}

	private int line(Node node) {
		return this.offset + node.getStartMark().getLine() + 1;
	}

	/** A text and the line it stands in. */
	record Located(String text, int line) {

	}

}
