package org.signpost.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;
import org.signpost.review.EvaluationCase.Expectation;
import org.signpost.review.EvaluationCase.Turn;
import tools.jackson.databind.JsonNode;

/**
 * Reads one conversation to be scored, and names the field that is wrong: an expectation
 * that is misspelt and passed over would be met by every answer.
 */
final class CaseReader {

	/** What the server refuses as invalid ends so. */
	static final String REJECTED = "REJECTED";

	private static final Set<String> OUTCOMES = outcomes();

	private CaseReader() {
	}

	private static Set<String> outcomes() {
		var outcomes = Arrays.stream(Outcome.values())
			.map(Outcome::name)
			.collect(Collectors.toCollection(TreeSet::new));
		outcomes.add(REJECTED);
		return outcomes;
	}

	static EvaluationCase read(JsonNode node) {
		checkKeys(node, "", Set.of("id", "kind", "turns"));
		var turns = new ArrayList<Turn>();
		for (var turn : array(node, "", "turns")) {
			turns.add(turn(turn, "turns[" + turns.size() + "]"));
		}
		if (turns.isEmpty()) {
			throw new InvalidCaseException("turns", "needs at least one message");
		}
		return new EvaluationCase(text(node, "", "id"), text(node, "", "kind"), turns);
	}

	private static Turn turn(JsonNode node, String path) {
		checkKeys(node, path, Set.of("user", "nation", "expect"));
		if (!node.path("user").isString()) {
			throw new InvalidCaseException(path + ".user", "is text, what the visitor types");
		}
		var expect = node.path("expect");
		return new Turn(node.path("user").asString(), nation(node.path("nation"), path + ".nation"),
				isGiven(expect) ? expectation(expect, path + ".expect") : null);
	}

	private static @Nullable Nation nation(JsonNode node, String path) {
		if (!isGiven(node)) {
			return null;
		}
		return Arrays.stream(Nation.values())
			.filter((nation) -> node.isString() && nation.name().equals(node.asString()))
			.findFirst()
			.orElseThrow(() -> new InvalidCaseException(path,
					"is one of " + Arrays.stream(Nation.values()).map(Nation::name).collect(Collectors.joining(", "))));
	}

	private static Expectation expectation(JsonNode node, String path) {
		checkKeys(node, path, Set.of("outcome", "all", "any", "none", "source"));
		var outcomes = Set.copyOf(texts(node, path, "outcome"));
		if (outcomes.isEmpty() || !OUTCOMES.containsAll(outcomes)) {
			throw new InvalidCaseException(path + ".outcome", "is a list of " + String.join(", ", OUTCOMES));
		}
		return new Expectation(outcomes, patterns(node, path, "all"), patterns(node, path, "any"),
				patterns(node, path, "none"), Set.copyOf(texts(node, path, "source")));
	}

	private static List<Pattern> patterns(JsonNode node, String path, String key) {
		return texts(node, path, key).stream().map((text) -> {
			try {
				return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
			}
			catch (PatternSyntaxException ex) {
				throw new InvalidCaseException(path + "." + key, "holds what is no regular expression");
			}
		}).toList();
	}

	private static List<String> texts(JsonNode node, String path, String key) {
		var texts = array(node, path, key);
		if (!texts.stream().allMatch(JsonNode::isString)) {
			throw new InvalidCaseException(below(path, key), "is a list of texts");
		}
		return texts.stream().map(JsonNode::asString).distinct().toList();
	}

	private static List<JsonNode> array(JsonNode node, String path, String key) {
		var value = node.path(key);
		if (isGiven(value) && !value.isArray()) {
			throw new InvalidCaseException(below(path, key), "is a list");
		}
		return value.valueStream().toList();
	}

	private static String text(JsonNode node, String path, String key) {
		var value = node.path(key);
		if (isGiven(value) && !value.isString()) {
			throw new InvalidCaseException(below(path, key), "is text");
		}
		return value.asString("");
	}

	private static void checkKeys(JsonNode node, String path, Set<String> known) {
		if (!node.isObject()) {
			throw new InvalidCaseException(path, "is an object");
		}
		if (!known.containsAll(node.propertyNames())) {
			throw new InvalidCaseException(path,
					"has a field that is not known; known are " + String.join(", ", new TreeSet<>(known)));
		}
	}

	private static boolean isGiven(JsonNode node) {
		return !node.isMissingNode() && !node.isNull();
	}

	private static String below(String path, String key) {
		return path.isEmpty() ? key : path + "." + key;
	}

}
