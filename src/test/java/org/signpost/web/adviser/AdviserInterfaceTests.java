package org.signpost.web.adviser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.RawHttp;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The adviser interface over real HTTP. */
@ServerTest
class AdviserInterfaceTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@LocalServerPort
	private int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void answersInTheFormPromised() throws Exception {
		var response = post("/api/answers", """
				{"question": "what's the SEN allowance?", "nation": "NORTHERN_IRELAND", "date": "2026-11-21"}""");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		var answer = JSON.readTree(response.body());
		assertThat(answer.propertyNames()).containsExactly("id", "conversation", "outcome", "text", "blocks",
				"citations", "suggestions", "intent", "nation");
		assertThat(answer.get("outcome").asString()).isEqualTo("ANSWERED");
		assertThat(answer.get("nation").asString()).isEqualTo("NORTHERN_IRELAND");
		assertThat(answer.get("text").asString())
			.isEqualTo("Answer 1: the allowance is £2,240 to £4,424 – a year “on top”.\nin mainstream schools\n"
					+ "An older figure is from 2020.\nGet Into Teaching: 0800 389 2500. "
					+ "Get Into Teaching advisers help, weekdays 8.30am to 5.30pm.");
		assertThat(answer.get("blocks").get(0).toString())
			.isEqualTo("{\"kind\":\"p\",\"text\":\"Answer 1: the allowance is £2,240 to £4,424 – a year “on top”.\","
					+ "\"citations\":[1]}");
		assertThat(answer.get("blocks").get(3).get("href").asString()).isEqualTo("tel:08003892500");
		assertThat(answer.get("citations").get(0).toString())
			.isEqualTo("{\"n\":1,\"source\":\"source-1\",\"title\":\"Title 1\",\"publisher\":\"Prospects\","
					+ "\"url\":\"https://www.example.org/1\",\"published\":\"2023\",\"section\":\"Salary\","
					+ "\"nations\":[\"NORTHERN_IRELAND\"],\"asOf\":\"2020\","
					+ "\"evidence\":\"The statement “word for word” & <b>no markup</b>.\"}");
		assertThat(answer.get("citations").get(1).get("nations").toString())
			.isEqualTo("[\"ENGLAND\",\"WALES\",\"SCOTLAND\",\"NORTHERN_IRELAND\"]");
		assertThat(answer.get("intent").toString()).isEqualTo("{\"name\":\"scripted\",\"confidence\":0.97}");
	}

	@Test
	void explainsWhenAsked() throws Exception {
		var answer = JSON
			.readTree(post("/api/answers?explain=true", "{\"question\":\"why?\",\"date\":\"2025-01-31\"}").body());
		assertThat(answer.get("trace").get("date").asString()).isEqualTo("2025-01-31");
		assertThat(answer.get("trace").get("understanding").get("words").asString()).isEqualTo("why?");
	}

	@Test
	void goesOnWithAConversation() throws Exception {
		var first = JSON.readTree(post("/api/answers", "{\"question\":\"one\"}").body());
		var conversation = first.get("conversation").asString();
		var second = JSON
			.readTree(post("/api/answers", "{\"question\":\"two\",\"conversation\":\"" + conversation + "\"}").body());
		assertThat(second.get("conversation").asString()).isEqualTo(conversation);
		assertThat(second.get("text").asString()).startsWith("Answer 2:");
	}

	@Test
	void showsAndErasesAConversation() throws Exception {
		var answer = JSON.readTree(post("/api/answers", "{\"question\":\"one\"}").body());
		var address = "/api/conversations/" + answer.get("conversation").asString();
		assertThat(put("/api/answers/" + answer.get("id").asString() + "/rating",
				"{\"value\":4,\"comment\":\"clear, mail me at jo@example.org\"}")
			.statusCode()).isEqualTo(200);
		var conversation = JSON.readTree(get(address).body());
		var turn = conversation.get("turns").get(0);
		assertThat(turn.get("question").asString()).isEqualTo("one");
		assertThat(turn.get("state").asString()).isEqualTo("done");
		for (var field : new String[] { "id", "outcome", "text", "blocks", "citations", "suggestions", "intent",
				"nation" }) {
			assertThat(turn.get("answer").get(field)).as(field).isEqualTo(answer.get(field));
		}
		assertThat(turn.get("rating").toString())
			.isEqualTo("{\"value\":4,\"comment\":\"clear, mail me at [e-mail address]\"}");
		assertThat(delete(address).statusCode()).isEqualTo(204);
		assertThat(get(address).statusCode()).isEqualTo(404);
		assertThat(delete(address).statusCode()).isEqualTo(404);
	}

	@Test
	void listsSourcesAndIntents() throws Exception {
		var sources = JSON.readTree(get("/api/sources").body());
		assertThat(sources.get(0).get("id").asString()).isEqualTo("source-1");
		assertThat(sources.get(0).get("published").asString()).isEqualTo("2023");
		assertThat(sources.get(0).has("statements")).isFalse();
		var source = JSON.readTree(get("/api/sources/source-1").body());
		assertThat(source.get("statements").get(0).get("text").asString())
			.isEqualTo("The allowance is £2,240 a year in Wales in 2020.");
		assertProblem(get("/api/sources/none"), 404);
		var intents = JSON.readTree(get("/api/intents").body());
		assertThat(intents.get(0).get("name").asString()).isEqualTo("sen-allowance");
		assertThat(intents.get(0).get("nations").toString()).isEqualTo("[\"WALES\"]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"question": "   "}                                                   | 400 | question
			{"question": "\\u200b \\u0000"}                                       | 400 | question
			{}                                                                    | 400 | question
			{"question": "x", "nation": "FRANCE"}                                 | 400 | nation
			{"question": "x", "date": "tomorrow"}                                 | 400 | date
			{"question": "x", "date": 5}                                          | 400 | date
			{"question": "x", "date": ""}                                         | 400 | date
			{"question": "x", "force": "perhaps"}                                 | 400 | force
			{"question": ["x"]}                                                   | 400 | question
			{"question": 7}                                                       | 400 | question
			{"question": "x", "conversation": "nonsense"}                         | 404 | conversation
			{"question": "x", "conversation": "00000000-0000-4000-8000-000000000000"} | 404 | conversation
			{"question": "x"                                                      | 400 |
			[1, 2]                                                                | 400 |
			""")
	void refusesWhatItCannotUnderstand(String body, int status, String field) throws Exception {
		var problem = assertProblem(post("/api/answers", body), status);
		if (field != null) {
			assertThat(problem.get("field").asString()).isEqualTo(field);
			assertThat(problem.get("detail").asString()).containsIgnoringCase(field);
		}
	}

	@Test
	void takesFiveHundredCharactersAndNoMore() throws Exception {
		assertThat(post("/api/answers", "{\"question\":\"" + "é".repeat(500) + "\"}").statusCode()).isEqualTo(200);
		assertThat(post("/api/answers", "{\"question\":\"" + "😀".repeat(500) + "\"}").statusCode()).isEqualTo(200);
		for (var tooLong : new String[] { "é".repeat(501), "x".repeat(15_000) }) {
			var problem = assertProblem(post("/api/answers", "{\"question\":\"" + tooLong + "\"}"), 422);
			assertThat(problem.get("field").asString()).isEqualTo("question");
		}
	}

	@Test
	void refusesBodiesThatAreTooLarge() throws Exception {
		assertProblem(post("/api/answers", "{\"question\":\"" + "x".repeat(20_000) + "\"}"), 413);
		var unannounced = BodyPublishers
			.fromPublisher(BodyPublishers.ofString("{\"question\":\"" + "x".repeat(20_000) + "\"}"));
		var request = request("/api/answers").header("Content-Type", "application/json").POST(unannounced).build();
		assertProblem(send(request), 413);
	}

	@Test
	void refusesSixtyMegabytesBeforeTheyHaveArrived() {
		var head = "POST /api/answers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
		assertThat(RawHttp.status(RawHttp.send(this.port, head + "Content-Length: 60000000\r\n\r\n"))).isEqualTo(413);
		// no length, and the rest never comes
		var chunk = "4100\r\n{\"question\":\"" + "x".repeat(0x4100 - 13) + "\r\n";
		assertThat(RawHttp.status(RawHttp.send(this.port, head + "Transfer-Encoding: chunked\r\n\r\n" + chunk)))
			.isEqualTo(413);
		var form = head.replace("/api/answers", "/ask")
			.replace("application/json", "application/x-www-form-urlencoded");
		assertThat(RawHttp.status(RawHttp.send(this.port, form + "Content-Length: 60000000\r\n\r\n"))).isEqualTo(413);
	}

	@Test
	void namesAParameterThatMakesNoSenseAndDoesNotRepeatIt() throws Exception {
		var problem = assertProblem(post("/api/answers?explain=jo@example.org", "{\"question\":\"x\"}"), 400);
		assertThat(problem.get("field").asString()).isEqualTo("explain");
		assertThat(problem.toString()).doesNotContain("jo@");
	}

	@ParameterizedTest
	@CsvSource({ "/%00, 400", "/api/sources/..%2f..%2fx, 400", "/error, 404", "/api/sources/x%zz, 400" })
	void describesWhatIsRefusedBeforeItIsReadInTheSameWay(String path, int status) {
		var answer = RawHttp.send(this.port,
				"GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(RawHttp.status(answer)).as(answer).isEqualTo(status);
		assertThat(answer).containsIgnoringCase("Content-Type: application/problem+json");
	}

	@Test
	void repeatsNoHeaders() {
		for (var path : new String[] { "/chat", "/chat/events", "/ask", "/api/answers" }) {
			var answer = RawHttp.send(this.port,
					"TRACE " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
			assertThat(RawHttp.status(answer)).as(path).isEqualTo(405);
		}
	}

	@Test
	void refusesFormsThatCannotBeRead() throws Exception {
		var fields = IntStream.range(0, 1500).mapToObj((i) -> "f" + i + "=").collect(Collectors.joining("&"));
		for (var form : new String[] { "question=%zz", fields }) {
			var request = request("/ask").header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form))
				.build();
			assertProblem(send(request), 400);
		}
	}

	@Test
	void refusesOtherMediaTypesAndMethods() throws Exception {
		var form = request("/api/answers").header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString("{\"question\":\"x\"}"))
			.build();
		assertProblem(send(form), 415);
		assertProblem(get("/api/answers"), 405);
		assertProblem(get("/api/nothing"), 404);
	}

	@Test
	void ratesOnlyAnswersThatExistAndOnlyFromOneToFive() throws Exception {
		var address = "/api/answers/" + UUID.randomUUID() + "/rating";
		assertProblem(put(address, "{\"value\":3}"), 404);
		for (var value : new String[] { "0", "6", "null", "\"many\"", "\"3\"", "2.5", "99999999999" }) {
			var problem = assertProblem(put(address, "{\"value\":" + value + "}"), 400);
			assertThat(problem.get("field").asString()).isEqualTo("value");
		}
	}

	@Test
	void limitsHowFastAConversationMayAsk() throws Exception {
		var conversation = JSON.readTree(post("/api/answers", "{\"question\":\"0\"}").body())
			.get("conversation")
			.asString();
		var body = "{\"question\":\"again\",\"conversation\":\"" + conversation + "\"}";
		for (var i = 1; i < 12; i++) {
			assertThat(post("/api/answers", body).statusCode()).isEqualTo(200);
		}
		var refused = post("/api/answers", body);
		assertProblem(refused, 429);
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
	}

	@Test
	void tellsNothingOfAFailure() throws Exception {
		var problem = assertProblem(post("/api/answers", "{\"question\":\"fail for jo@example.org\"}"), 500);
		assertThat(problem.toString()).doesNotContain("Scripted", "jo@", "Exception");
	}

	@Test
	void describesItself() throws Exception {
		var description = JSON.readTree(get("/v3/api-docs").body());
		assertThat(description.get("paths").propertyNames()).contains("/api/answers", "/api/sources",
				"/api/sources/{id}", "/api/intents", "/api/conversations/{id}", "/api/answers/{id}/rating");
		var answering = description.get("paths").get("/api/answers").get("post");
		assertThat(answering.get("responses").propertyNames()).containsExactlyInAnyOrder("200", "400", "401", "404",
				"413", "415", "422", "429", "503");
		assertThat(answering.get("responses").get("422").get("content").has("application/problem+json")).isTrue();
		assertThat(get("/swagger-ui.html").statusCode()).isIn(200, 302);
		assertThat(get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
	}

	@Test
	void isReady() throws Exception {
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/health").body()).contains("knowledgeBase").contains("UP");
	}

	private static JsonNode assertProblem(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		var problem = JSON.readTree(response.body());
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		assertThat(problem.get("title").asString()).isNotBlank();
		return problem;
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET().build());
	}

	private HttpResponse<String> delete(String path) throws Exception {
		return send(request(path).DELETE().build());
	}

	private HttpResponse<String> post(String path, String body) throws Exception {
		return send(
				request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
	}

	private HttpResponse<String> put(String path, String body) throws Exception {
		return send(
				request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)).build());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, BodyHandlers.ofString());
	}

}
