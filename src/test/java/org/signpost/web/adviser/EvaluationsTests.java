package org.signpost.web.adviser;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.ScriptedAnswering;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signpost.web.adviser.AdviserClient.json;

/** Evaluating a running server over real HTTP. */
@ServerTest
class EvaluationsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ScriptedAnswering engine;

	private AdviserClient client;

	@BeforeEach
	void prepare() {
		this.client = new AdviserClient(this.port);
	}

	@Test
	void scoresCasesByKindAndShowsEachMissWithItsTrace() {
		var conversations = this.client.get("/api/conversations", 200).body();
		var begun = begin(expecting("right", "fact", "2,240"), expecting("wrong", "fact", "9,999"),
				expecting("other", "nation", "2,240"));
		assertThat(begun.get("total").asInt()).isEqualTo(3);
		var ended = ended(begun);
		assertThat(ended.get("state").asString()).isEqualTo("DONE");
		assertThat(ended.get("by").asString()).isEqualTo("local");
		assertThat(ended.get("date").asString()).isEqualTo("2026-11-21");
		assertThat(ended.get("done").asInt()).isEqualTo(3);
		assertThat(ended.get("passed").asInt()).isEqualTo(2);
		assertThat(ended.get("kinds").toString())
			.isEqualTo("[{\"kind\":\"fact\",\"cases\":2,\"passed\":1},{\"kind\":\"nation\",\"cases\":1,\"passed\":1}]");
		assertThat(ended.get("misses")).hasSize(1);
		var miss = ended.get("misses").get(0);
		assertThat(miss.get("case").asString()).isEqualTo("wrong");
		var turn = miss.get("turns").get(0);
		assertThat(turn.get("question").asString()).isEqualTo("how much?");
		assertThat(turn.get("expected").asString()).isEqualTo("ANSWERED; says /9,999/");
		assertThat(turn.get("failed").toString()).isEqualTo("[\"lacks /9,999/\"]");
		assertThat(turn.at("/answer/text").asString()).contains("£2,240");
		assertThat(turn.at("/answer/blocks/0/kind").asString()).isEqualTo("p");
		assertThat(turn.at("/answer/trace/date").asString()).isEqualTo("2026-11-21");
		assertThat(this.client.get("/api/conversations", 200).body()).isEqualTo(conversations);
	}

	@Test
	void comparesItselfWithTheOneBefore() {
		ended(begin(expecting("a", "fact", "2,240"), expecting("b", "fact", "9,999"),
				expecting("gone", "fact", "2,240")));
		var second = ended(begin(expecting("a", "fact", "9,999"), expecting("b", "fact", "2,240"),
				expecting("new", "fact", "9,999")));
		assertThat(second.at("/before/passed").asInt()).isEqualTo(2);
		assertThat(second.at("/before/newlyFailing").toString()).isEqualTo("[\"a\"]");
		assertThat(second.at("/before/newlyPassing").toString()).isEqualTo("[\"b\"]");
		var list = json(this.client.get("/api/evaluations", 200));
		assertThat(list.get(0).get("id")).isEqualTo(second.get("id"));
		assertThat(list.get(0).has("misses")).isFalse();
		assertThat(ended(begin(expecting("another", "fact", "2,240"))).has("before")).isFalse();
	}

	@Test
	void triesTheSavedCases() {
		var saved = json(this.client.post("/api/cases", "{\"case\": " + expecting("kept", "fact", "2,240") + "}", 201));
		var begun = json(this.client.post("/api/evaluations", "{\"cases\": \"saved\"}", 202));
		assertThat(ended(begun).get("passing").toString()).contains("\"kept\"");
		this.client.delete("/api/cases/" + saved.get("id").asString(), 204);
	}

	@Test
	void doesOneAtATimeAndEndsWhenItIsCancelled() {
		var begun = begin(asking("waits", "wait"), asking("next", "hello"));
		assertThat(json(this.client.post("/api/evaluations", body(asking("x", "y")), 409)).get("detail").asString())
			.contains("is running");
		assertThat(json(this.client.get(address(begun), 200)).get("state").asString()).isEqualTo("RUNNING");
		this.client.delete(address(begun), 204);
		this.engine.releaseWhatWaits();
		var ended = ended(begun);
		assertThat(ended.get("state").asString()).isEqualTo("CANCELLED");
		assertThat(ended.get("done").asInt()).isEqualTo(1);
		this.client.delete(address(begun), 204);
		this.client.get(address(begun), 404);
	}

	@Test
	void anAnswerThatFailsIsAMiss() {
		var ended = ended(begin(asking("fails", "fail"), asking("goes on", "hello")));
		assertThat(ended.get("failing").toString()).isEqualTo("[\"fails\"]");
		assertThat(ended.at("/misses/0/turns/0/failed").toString())
			.isEqualTo("[\"could not be tried: IllegalStateException\"]");
	}

	@Test
	void aPatternThatWouldTakeHoursIsAMiss() {
		var ended = ended(begin(expecting("slow", "any", "(\\\\w+\\\\s?)+#\\\\1"), expecting("next", "any", "2,240")));
		assertThat(ended.get("failing").toString()).isEqualTo("[\"slow\"]");
		assertThat(ended.at("/misses/0/turns/0/failed/0").asString())
			.isEqualTo("could not be tried: the field \"expect\" has a pattern that takes too long");
	}

	@Test
	void takesAFileOfCasesThatIsLargerThanOtherBodies() {
		var lines = IntStream.range(0, 400).mapToObj((i) -> asking("n" + i, "wait")).toArray(String[]::new);
		assertThat(body(lines).length()).isGreaterThan(20_000);
		var begun = begin(lines);
		this.client.delete(address(begun), 204);
		this.engine.releaseWhatWaits();
		assertThat(ended(begun).get("total").asInt()).isEqualTo(400);
		this.client.post("/api/evaluations", "{\"jsonl\": \"" + "x".repeat(1_100_000) + "\"}", 413);
		var many = IntStream.range(0, 2001).mapToObj((i) -> asking("n" + i, "hello")).toArray(String[]::new);
		assertThat(json(this.client.post("/api/evaluations", body(many), 400)).get("field").asString())
			.isEqualTo("jsonl");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                  | cases
			{"cases": "mine"}                                   | cases
			{"cases": 7}                                        | cases
			{"cases": "saved", "jsonl": "{}"}                   | cases
			{"jsonl": ""}                                       | jsonl
			{"jsonl": "{\\"turns\\": []}"}                      | jsonl
			{"jsonl": "jo@example.org"}                         | jsonl
			{"cases": "saved", "date": "soon"}                  | date
			[]                                                  |
			""")
	void namesTheFieldThatMakesNoSense(String body, String field) {
		var problem = json(this.client.post("/api/evaluations", body, 400));
		assertThat(problem.path("field").asString("")).isEqualTo((field != null) ? field : "");
		assertThat(problem.get("detail").asString()).doesNotContain("jo@");
	}

	@Test
	void describesItself() {
		var paths = json(this.client.get("/v3/api-docs", 200)).get("paths");
		assertThat(paths.propertyNames()).contains("/api/cases", "/api/cases/{id}", "/api/cases.jsonl",
				"/api/evaluations", "/api/evaluations/{id}", "/api/drafts", "/api/comparisons", "/api/comparisons/{id}",
				"/api/publication");
		assertThat(paths.get("/api/evaluations").at("/post/responses").propertyNames()).containsExactlyInAnyOrder("202",
				"400", "401", "409", "413", "415", "503");
		assertThat(paths.get("/api/comparisons").at("/post/responses").propertyNames()).containsExactlyInAnyOrder("202",
				"400", "401", "404", "409", "413", "415", "503");
	}

	private JsonNode begin(String... cases) {
		return json(this.client.post("/api/evaluations", body(cases), 202));
	}

	private JsonNode ended(JsonNode begun) {
		Awaitility.await()
			.until(() -> !json(this.client.get(address(begun), 200)).get("state").asString().equals("RUNNING"));
		return json(this.client.get(address(begun), 200));
	}

	private static String address(JsonNode evaluation) {
		return "/api/evaluations/" + evaluation.get("id").asString();
	}

	private static String body(String... cases) {
		return JsonMapper.shared()
			.createObjectNode()
			.put("jsonl", IntStream.range(0, cases.length).mapToObj((i) -> cases[i]).collect(Collectors.joining("\n")))
			.put("date", "2026-11-21")
			.toString();
	}

	private static String asking(String id, String question) {
		return "{\"id\": \"" + id + "\", \"kind\": \"any\", \"turns\": [{\"user\": \"" + question + "\"}]}";
	}

	private static String expecting(String id, String kind, String words) {
		return "{\"id\": \"" + id + "\", \"kind\": \"" + kind + "\", \"turns\": [{\"user\": \"how much?\","
				+ " \"expect\": {\"outcome\": [\"ANSWERED\"], \"all\": [\"" + words + "\"]}}]}";
	}

}
