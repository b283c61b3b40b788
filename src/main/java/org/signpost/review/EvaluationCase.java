package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One conversation to be scored.
 *
 * @param id its id
 * @param kind what is tried
 * @param turns the visitor's messages in order
 */
public record EvaluationCase(String id, String kind, List<Turn> turns) {

	public EvaluationCase {
		turns = List.copyOf(turns);
	}

	/**
	 * A message and what is expected of the answer.
	 *
	 * @param user what the visitor types
	 * @param nation the nation the page sends with it
	 * @param expect the expectation, if there is one
	 */
	public record Turn(String user, @Nullable Nation nation, @Nullable Expectation expect) {

	}

	/**
	 * What a fair answer shows.
	 *
	 * @param outcomes the accepted outcomes
	 * @param all patterns that must all be found
	 * @param any patterns of which one must be found
	 * @param none patterns that must not be found
	 * @param sources ids of which one must be cited
	 */
	public record Expectation(Set<String> outcomes, List<Pattern> all, List<Pattern> any, List<Pattern> none,
			Set<String> sources) {

		public Expectation {
			outcomes = Set.copyOf(outcomes);
			all = List.copyOf(all);
			any = List.copyOf(any);
			none = List.copyOf(none);
			sources = Set.copyOf(sources);
		}

	}

	/**
	 * Reads the cases of a JSON Lines file.
	 * @throws IllegalArgumentException with file:line where a line cannot be read
	 */
	public static List<EvaluationCase> read(Path file) throws IOException {
		var cases = new ArrayList<EvaluationCase>();
		int number = 0;
		for (var line : Files.readAllLines(file)) {
			number++;
			if (line.isBlank()) {
				continue;
			}
			try {
				cases.add(read(JsonMapper.shared().readTree(line)));
			}
			catch (JacksonException | IllegalArgumentException ex) {
				throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, ex.getMessage()), ex);
			}
		}
		return cases;
	}

	private static EvaluationCase read(JsonNode node) {
		var turns = new ArrayList<Turn>();
		for (var turn : node.path("turns").values()) {
			var nation = turn.path("nation");
			var expect = turn.path("expect");
			turns.add(
					new Turn(turn.path("user").asString(), nation.isString() ? Nation.valueOf(nation.asString()) : null,
							expect.isObject() ? expectation(expect) : null));
		}
		return new EvaluationCase(node.path("id").asString(), node.path("kind").asString(), turns);
	}

	private static Expectation expectation(JsonNode node) {
		return new Expectation(Set.copyOf(texts(node, "outcome")), patterns(node, "all"), patterns(node, "any"),
				patterns(node, "none"), Set.copyOf(texts(node, "source")));
	}

	private static List<String> texts(JsonNode node, String key) {
		return node.path(key).values().stream().map(JsonNode::asString).distinct().toList();
	}

	private static List<Pattern> patterns(JsonNode node, String key) {
		return texts(node, key).stream().map((text) -> {
			try {
				return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
			}
			catch (PatternSyntaxException ex) {
				throw new IllegalArgumentException("no pattern: " + text, ex);
			}
		}).toList();
	}

}
