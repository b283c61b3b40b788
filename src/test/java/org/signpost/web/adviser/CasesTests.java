package org.signpost.web.adviser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.ServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signpost.web.adviser.AdviserClient.json;

/** What an adviser saves to evaluate by, over real HTTP. */
@ServerTest
class CasesTests {

	@LocalServerPort
	private int port;

	private AdviserClient client;

	@BeforeEach
	void prepare() {
		this.client = new AdviserClient(this.port);
		json(this.client.get("/api/cases", 200))
			.forEach((each) -> this.client.delete("/api/cases/" + each.get("id").asString(), 204));
	}

	@Test
	void savesWhatAnAnswerShouldHaveSaid() {
		var saved = json(this.client.post("/api/cases", """
				{"case": {"turns": [{"user": "I am jo@example.org, what is the allowance?", "nation": "WALES",
				 "expect": {"outcome": ["ANSWERED"], "all": ["£2,240"]}}]}, "note": "said £1,000"}""", 201));
		assertThat(saved.propertyNames()).containsExactly("id", "saved", "by", "case", "note");
		assertThat(saved.get("by").asString()).isEqualTo("local");
		assertThat(saved.at("/case/id")).isEqualTo(saved.get("id"));
		assertThat(saved.at("/case/turns/0/user").asString())
			.isEqualTo("I am [e-mail address], what is the allowance?");
		assertThat(json(this.client.get("/api/cases", 200)).valueStream()).containsExactly(saved);
		var address = "/api/cases/" + saved.get("id").asString();
		this.client.delete(address, 204);
		this.client.delete(address, 404);
		assertThat(json(this.client.get("/api/cases", 200))).isEmpty();
	}

	@Test
	void givesThemAsAFileAndPageByPage() {
		for (var id : new String[] { "a", "b", "c" }) {
			this.client.post("/api/cases",
					"{\"case\": {\"id\": \"" + id + "\", \"kind\": \"fact\", \"turns\": [{\"user\": \"pay?\"}]}}", 201);
		}
		var file = this.client.get("/api/cases.jsonl", 200);
		assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("application/jsonl");
		assertThat(file.body().lines()).hasSize(3)
			.first()
			.isEqualTo("{\"id\":\"a\",\"kind\":\"fact\",\"turns\":[{\"user\":\"pay?\"}]}");
		var page = this.client.get("/api/cases?limit=2", 200);
		assertThat(json(page).valueStream().map((each) -> each.at("/case/id").asString())).containsExactly("c", "b");
		var next = page.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
		assertThat(json(this.client.get("/api/cases" + next, 200)).valueStream()
			.map((each) -> each.at("/case/id").asString())).containsExactly("a");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{}                                                          | case
					{"case": "x"}                                               | case
					{"case": {"turns": []}}                                     | case.turns
					{"case": {"turns": [{"user": "x", "nation": "FRANCE"}]}}    | case.turns[0].nation
					{"case": {"turns": [{"user": "x", "expect": {"outcome": ["ANSWERED"], "all": ["jo@("]}}]}} | case.turns[0].expect.all
					""")
	void namesTheFieldOfABadCaseAndDoesNotRepeatIt(String body, String field) {
		var problem = json(this.client.post("/api/cases", body, 400));
		assertThat(problem.get("field").asString()).isEqualTo(field);
		assertThat(problem.get("detail").asString()).startsWith("The field \"" + field + "\" ").doesNotContain("jo@");
		assertThat(json(this.client.get("/api/cases", 200))).isEmpty();
	}

	@Test
	void refusesALongNote() {
		var body = "{\"case\": {\"turns\": [{\"user\": \"x\"}]}, \"note\": \"" + "x".repeat(2001) + "\"}";
		assertThat(json(this.client.post("/api/cases", body, 422)).get("field").asString()).isEqualTo("note");
	}

}
