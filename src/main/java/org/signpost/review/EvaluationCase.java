package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.PersonalData;
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

	/** The kind of what advisers save without naming one. */
	private static final String SAVED = "saved";

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

		/** The expectation in words. */
		public String describe() {
			var parts = new ArrayList<String>();
			parts.add(this.outcomes.stream().sorted().collect(Collectors.joining(" or ")));
			this.all.forEach((pattern) -> parts.add("says /" + pattern + "/"));
			if (!this.any.isEmpty()) {
				parts.add("says any of "
						+ this.any.stream().map((pattern) -> "/" + pattern + "/").collect(Collectors.joining(" ")));
			}
			this.none.forEach((pattern) -> parts.add("does not say /" + pattern + "/"));
			if (!this.sources.isEmpty()) {
				parts.add("cites " + this.sources.stream().sorted().collect(Collectors.joining(" or ")));
			}
			return String.join("; ", parts);
		}

	}

	/** What it is called in a report: its id, else its first question. */
	public String name() {
		return this.id.isBlank() ? this.turns.getFirst().user() : this.id;
	}

	/** The cases' names, each made different from those before it. */
	static List<String> names(List<EvaluationCase> cases) {
		var names = new LinkedHashSet<String>();
		for (var each : cases) {
			var name = each.name();
			for (int i = 2; !names.add(name); i++) {
				name = each.name() + " (" + i + ")";
			}
		}
		return List.copyOf(names);
	}

	/** The same without the personal data of visitors, as the server would ask it. */
	public EvaluationCase masked() {
		return new EvaluationCase(this.id, this.kind,
				this.turns.stream()
					.map((turn) -> new Turn(PersonalData.mask(turn.user()), turn.nation(), turn.expect()))
					.toList());
	}

	/**
	 * Reads the cases of a JSON Lines file.
	 * @throws IllegalArgumentException with file:line where a line cannot be read
	 */
	public static List<EvaluationCase> read(Path file) throws IOException {
		return read(Files.readAllLines(file), file.toString());
	}

	/**
	 * Reads cases, one a line.
	 * @param lines the lines
	 * @param name what to call them all where one cannot be read
	 * @throws IllegalArgumentException with name:line where a line cannot be read
	 */
	public static List<EvaluationCase> read(List<String> lines, String name) {
		var cases = new ArrayList<EvaluationCase>();
		int number = 0;
		for (var line : lines) {
			number++;
			if (line.isBlank()) {
				continue;
			}
			try {
				cases.add(CaseReader.read(JsonMapper.shared().readTree(line)));
			}
			catch (JacksonException ex) {
				throw new IllegalArgumentException("%s:%d: no JSON".formatted(name, number), ex);
			}
			catch (InvalidCaseException ex) {
				throw new IllegalArgumentException("%s:%d: %s".formatted(name, number, ex.getMessage()), ex);
			}
		}
		return cases;
	}

	/**
	 * A case as it may be kept: read, with an id and a kind, and what visitors wrote
	 * without their personal data.
	 * @param node the case
	 * @param id the id it gets when it has none
	 * @throws InvalidCaseException where it is not in the format
	 */
	public static String keepable(JsonNode node, String id) {
		CaseReader.read(node);
		var kept = JsonMapper.shared().createObjectNode();
		kept.put("id", node.path("id").asString("").isBlank() ? id : node.path("id").asString());
		kept.put("kind", node.path("kind").asString("").isBlank() ? SAVED : node.path("kind").asString());
		var turns = kept.putArray("turns");
		for (var turn : node.path("turns").values()) {
			var copy = turns.addObject();
			copy.put("user", PersonalData.mask(turn.path("user").asString()));
			turn.optional("nation").ifPresent((nation) -> copy.set("nation", nation));
			turn.optional("expect").ifPresent((expect) -> copy.set("expect", expect));
		}
		return kept.toString();
	}

}
