package org.signpost.web.adviser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawHttp;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/api/conversations?ratings=1          | ratings | known are after, before, from, intent, limit, nation, outcome, questions, rating, words.
					/api/sources?publisher=Prospects      | publisher | known are after, limit, order.
					/api/intents?page=2&limit=1           | page    | known are after, limit.
					""")
	void aParameterThatIsNotKnownIsRefused(String address, String parameter, String known) throws Exception {
		var response = get(address);
		assertThat(response.statusCode()).isEqualTo(400);
		var problem = JSON.readTree(response.body());
		assertThat(problem.get("field").asString()).isEqualTo(parameter);
		assertThat(problem.get("detail").asString())
			.isEqualTo("The parameter \"" + parameter + "\" is not known here; " + known);
	}

	@Test
	void listsSourcesAndIntents() throws Exception {
		var sources = JSON.readTree(get("/api/sources").body());
		assertThat(sources.isArray()).isTrue();
		assertThat(sources.get(0).get("id").asString()).isEqualTo("source-1");
		assertThat(sources.get(0).get("published").asString()).isEqualTo("2023");
		assertThat(sources.get(0).has("statements")).isFalse();
		var source = JSON.readTree(get("/api/sources/source-1").body());
		assertThat(source.get("statements").get(0).get("text").asString())
			.isEqualTo("The allowance is £2,240 a year in Wales in 2020.");
		assertThat(source.get("answers").toString()).isEqualTo("[\"sen-allowance\"]");
		assertProblem(get("/api/sources/none"), 404);
		var intents = JSON.readTree(get("/api/intents").body());
		assertThat(intents.get(0).get("name").asString()).isEqualTo("sen-allowance");
		assertThat(intents.get(0).get("nations").toString()).isEqualTo("[\"WALES\"]");
	}

	@Test
	void givesListsPageByPage() throws Exception {
		for (var list : new String[] { "/api/sources", "/api/intents", "/api/sources/source-2" }) {
			var whole = get(list);
			assertThat(whole.headers().firstValue("Link")).isEmpty();
			var met = new ArrayList<JsonNode>();
			var next = Optional.of("?limit=1");
			while (next.isPresent()) {
				var page = get(list + next.get());
				assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
				assertThat(items(page)).hasSize(1);
				met.addAll(items(page));
				next = next(page);
			}
			assertThat(met).as(list).hasSizeGreaterThan(1).isEqualTo(items(whole));
		}
	}

	private static List<JsonNode> items(HttpResponse<String> response) {
		var body = JSON.readTree(response.body());
		return (body.isArray() ? body : body.has("turns") ? body.get("turns") : body.get("statements")).valueStream()
			.toList();
	}

	private static Optional<String> next(HttpResponse<String> response) {
		var link = response.headers().firstValue("Link");
		link.ifPresent((header) -> assertThat(header).matches("<\\?[^<>]+>; rel=\"next\""));
		return link.map((header) -> header.substring(1, header.indexOf('>')));
	}

	@Test
	void givesTheTurnsOfAConversationPageByPage() throws Exception {
		var conversation = JSON.readTree(post("/api/answers", "{\"question\":\"one\"}").body())
			.get("conversation")
			.asString();
		post("/api/answers", "{\"question\":\"two\",\"conversation\":\"" + conversation + "\"}");
		var address = "/api/conversations/" + conversation;
		var first = get(address + "?limit=1");
		assertThat(items(first)).hasSize(1).first().extracting((turn) -> turn.get("turn").asInt()).isEqualTo(1);
		var second = get(address + next(first).orElseThrow());
		assertThat(items(second)).hasSize(1).first().extracting((turn) -> turn.get("turn").asInt()).isEqualTo(2);
		assertThat(next(second)).isEmpty();
	}

	@Test
	void listsConversationsByTimeOutcomeRatingAndIntent() throws Exception {
		var start = Instant.now().toString();
		var ids = new ArrayList<String>();
		for (var stars : new int[] { 5, 1, 2, 1 }) {
			var answer = JSON.readTree(post("/api/answers", "{\"question\":\"find me again\"}").body());
			put("/api/answers/" + answer.get("id").asString() + "/rating", "{\"value\":" + stars + "}");
			ids.add(answer.get("conversation").asString());
		}
		var list = "/api/conversations?from=" + start + "&outcome=ANSWERED&intent=scripted&limit=2";
		var low = get(list + "&rating=1&rating=2");
		assertThat(low.statusCode()).as(low.body()).isEqualTo(200);
		assertThat(items(low).stream().map((each) -> each.get("id").asString())).containsExactly(ids.get(3),
				ids.get(2));
		var found = items(low).getFirst();
		assertThat(found.propertyNames()).containsExactly("id", "began", "active", "byVisitor", "turns", "found");
		assertThat(found.get("byVisitor").asBoolean()).isFalse();
		assertThat(found.get("found").get(0).propertyNames()).containsExactly("turn", "answer", "asked", "outcome",
				"intent", "nation", "rating");
		assertThat(found.get("found").get(0).get("rating").asInt()).isEqualTo(1);
		assertThat(low.body()).doesNotContain("find me");
		var rest = get("/api/conversations" + next(low).orElseThrow());
		assertThat(items(rest).stream().map((each) -> each.get("id").asString())).containsExactly(ids.get(1));
		assertThat(next(rest)).isEmpty();
		assertThat(items(get(list + "&rating=5"))).hasSize(1);
		assertThat(items(get(list + "&rating=3,4"))).isEmpty();
		assertThat(items(get(list.replace("ANSWERED", "CLARIFY,HANDOFF")))).isEmpty();
		assertThat(items(get(list.replace("scripted", "other")))).isEmpty();
		assertThat(items(get(list.replace("from", "before"))))
			.allSatisfy((each) -> assertThat(ids).doesNotContain(each.get("id").asString()));
		assertThat(items(get("/api/conversations?from=2026-01-01&before=2026-01-02"))).isEmpty();
		for (var odd : new String[] { "?outcome=&rating=&intent=&from=&before=&limit=&after=",
				"?rating=1,,2&outcome=,&intent=,", "?intent=%00&intent=%F0%9F%98%80&intent=%27--" }) {
			assertThat(get("/api/conversations" + odd).statusCode()).as(odd).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/api/conversations?outcome=LOST            | outcome | is one of ANSWERED, CLARIFY, NOT_COVERED, OUT_OF_SCOPE, SMALL_TALK, HANDOFF.
					/api/conversations?outcome=ANSWERED,LOST   | outcome | is one of ANSWERED, CLARIFY, NOT_COVERED, OUT_OF_SCOPE, SMALL_TALK, HANDOFF.
					/api/conversations?rating=0                | rating  | is a whole number from 1 to 5.
					/api/conversations?rating=6                | rating  | is a whole number from 1 to 5.
					/api/conversations?rating=low              | rating  | is a whole number from 1 to 5.
					/api/conversations?from=yesterday          | from    | written like 2026-11-21 or 2026-11-21T09:30:00Z.
					/api/conversations?from=2026-02-30         | from    | written like 2026-11-21 or 2026-11-21T09:30:00Z.
					/api/conversations?from=%2B200000000-01-01T00:00:00Z | from | written like 2026-11-21 or 2026-11-21T09:30:00Z.
					/api/conversations?after=%2B200000000-01-01T00:00:00Z_00000000-0000-4000-8000-000000000000 | after | as its header Link has it.
					/api/conversations?before=21/11/2026       | before  | written like 2026-11-21 or 2026-11-21T09:30:00Z.
					/api/conversations?after=7                 | after   | as its header Link has it.
					/api/conversations?limit=0                 | limit   | is a whole number from 1 to 1000.
					/api/conversations?limit=1001              | limit   | is a whole number from 1 to 1000.
					/api/conversations/x?after=-1              | after   | is a whole number from 0.
					/api/conversations/x?limit=many            | limit   | is a whole number from 1 to 1000.
					/api/conversations?nation=FRANCE           | nation  | is one of ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND.
					/api/conversations?questions=some          | questions | is true or false.
					/api/gaps?from=yesterday                   | from    | written like 2026-11-21 or 2026-11-21T09:30:00Z.
					/api/gaps?after=7                          | after   | as its header Link has it.
					/api/gaps?after=x_y_z                      | after   | as its header Link has it.
					/api/drafts?limit=0                        | limit   | is a whole number from 1 to 1000.
					/api/gaps?limit=0                          | limit   | is a whole number from 1 to 1000.
					/api/audit?after=7                         | after   | as its header Link has it.
					/api/sources?limit=-1                      | limit   | is a whole number from 1 to 1000.
					/api/sources?limit=1.5                     | limit   | is a whole number from 1 to 1000.
					/api/sources/source-1?limit=99999999999    | limit   | is a whole number from 1 to 1000.
					/api/sources/source-1?after=none           | after   | is the id of a statement of this source, as the page before links to it.
					/api/intents?limit=all                     | limit   | is a whole number from 1 to 1000.
					""")
	void namesTheValuesThatAParameterCanHave(String address, String parameter, String allowed) throws Exception {
		var problem = assertProblem(get(address), 400);
		assertThat(problem.get("field").asString()).isEqualTo(parameter);
		assertThat(problem.get("detail").asString()).startsWith("The parameter \"" + parameter + "\" is ")
			.endsWith(allowed);
		if (allowed.startsWith("is one of")) {
			assertThat(problem.get("allowed").valueStream().map(JsonNode::asString)).containsAnyOf("HANDOFF", "WALES");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"question": "x", "nation": "FRANCE"} | The field "nation" is one of ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND.
					{"question": "x", "nation": 2}        | The field "nation" is one of ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND.
					{"question": "x", "date": "tomorrow"} | The field "date" is a day, written like 2026-11-21.
					{"question": "x", "date": "2026-02-30"} | The field "date" is a day, written like 2026-11-21.
					{"question": "x", "force": "perhaps"} | The field "force" is true or false.
					{"question": 7}                       | The field "question" is text.
					""")
	void namesTheValuesThatAFieldCanHave(String body, String detail) throws Exception {
		assertThat(assertProblem(post("/api/answers", body), 400).get("detail").asString()).isEqualTo(detail);
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
		for (int i = 0; i < 50; i++) {
			// closed upon while it sends, now and then a client would read no answer
			assertProblem(post("/api/answers", "{\"question\":\"" + "x".repeat(20_000) + "\"}"), 413);
		}
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
		assertThat(problem.get("detail").asString()).isEqualTo("The parameter \"explain\" is true or false.");
		assertThat(problem.get("allowed").toString()).isEqualTo("[\"true\",\"false\"]");
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
			assertThat(problem.get("detail").asString())
				.isEqualTo("The field \"value\" is a whole number from 1 to 5.");
		}
	}

	@Test
	void limitsHowFastAConversationMayAsk() throws Exception {
		var conversation = JSON.readTree(post("/api/answers", "{\"question\":\"0\"}").body())
			.get("conversation")
			.asString();
		var body = "{\"question\":\"again\",\"conversation\":\"" + conversation + "\"}";
		// one more may be asked every five seconds, and a machine may be slow
		var asked = 1;
		var refused = post("/api/answers", body);
		while (refused.statusCode() == 200) {
			asked++;
			refused = post("/api/answers", body);
		}
		assertThat(asked).isGreaterThanOrEqualTo(12);
		assertProblem(refused, 429);
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
	}

	@Test
	void tellsNothingOfAFailure() throws Exception {
		var problem = assertProblem(post("/api/answers", "{\"question\":\"fail for jo@example.org\"}"), 500);
		assertThat(problem.toString()).doesNotContain("Scripted", "jo@", "Exception");
	}

	@Test
	void listsConversationsByNationAndWords() throws Exception {
		var word = "w" + UUID.randomUUID().toString().substring(0, 8);
		post("/api/answers", "{\"question\":\"Is the " + word + "s’ élan paid?\",\"nation\":\"WALES\"}");
		var list = "/api/conversations?words=ELAN%20" + word;
		var found = items(get(list + "&nation=WALES,SCOTLAND&questions=true"));
		assertThat(found).hasSize(1);
		assertThat(found.getFirst().get("found").get(0).get("nation").asString()).isEqualTo("WALES");
		assertThat(found.getFirst().get("found").get(0).get("question").asString())
			.isEqualTo("Is the " + word + "s’ élan paid?");
		var silent = get(list);
		assertThat(items(silent)).hasSize(1);
		assertThat(silent.body()).doesNotContain(word);
		assertThat(items(get(list + "&nation=SCOTLAND"))).isEmpty();
		assertThat(items(get(list + "%20other"))).isEmpty();
		post("/api/answers", "{\"question\":\"and the " + word + "?\",\"nation\":\"WALES\"}");
		var next = next(get("/api/conversations?words=the&nation=WALES&questions=true&limit=1"));
		assertThat(next.orElseThrow()).contains("words=the", "nation=WALES", "questions=true");
	}

	@Test
	void listsWhatIsAskedInVain() throws Exception {
		var word = "w" + UUID.randomUUID().toString().substring(0, 8);
		for (var words : new String[] { "what about " + word, "What about " + word + "?", "what about " + word }) {
			put("/api/answers/" + ChatClient.answered(this.port, words, "ENGLAND") + "/rating", "{\"value\":1}");
		}
		var gap = items(get("/api/gaps?limit=1000")).stream()
			.filter((each) -> each.get("question").asString().contains(word))
			.findFirst()
			.orElseThrow();
		assertThat(gap.propertyNames()).containsExactly("question", "count", "conversations", "first", "last",
				"outcomes", "days", "questions", "answer");
		assertThat(gap.get("count").asInt()).isEqualTo(3);
		assertThat(gap.get("conversations").asInt()).isEqualTo(3);
		assertThat(gap.get("outcomes").toString()).isEqualTo("{\"ANSWERED\":3}");
		assertThat(gap.get("days").get(0).get("count").asInt()).isEqualTo(3);
		assertThat(gap.get("questions").get(0).propertyNames()).containsExactly("conversation", "turn", "question",
				"asked", "outcome", "rating");
		assertThat(gap.at("/answer/file").asString()).matches("answers/what-about-w[0-9a-f]+\\.md");
		assertThat(gap.at("/answer/text").asString()).contains("  - \"", word, "## Anywhere");
		assertThat(items(get("/api/gaps?before=2026-01-01"))).isEmpty();
		assertThat(items(get("/api/gaps?limit=1"))).hasSize(1);
	}

	@Test
	void pagesWhatIsAskedInVain() throws Exception {
		for (var words : new String[] { "paging one", "two of paging", "a third, paged" }) {
			put("/api/answers/" + ChatClient.answered(this.port, words, "ENGLAND") + "/rating", "{\"value\":1}");
		}
		var whole = items(get("/api/gaps?from=2026-01-01&limit=1000"));
		assertThat(whole).hasSizeGreaterThan(2);
		var met = new ArrayList<JsonNode>();
		var next = Optional.of("?from=2026-01-01&limit=2");
		while (next.isPresent()) {
			var page = get("/api/gaps" + next.get());
			met.addAll(items(page));
			next = next(page);
			next.ifPresent((link) -> assertThat(link).contains("from=2026-01-01T00%3A00%3A00Z", "limit=2", "after=")
				.doesNotContain("paging", "paged"));
		}
		assertThat(met).isEqualTo(whole);
	}

	@Test
	void countsDayByDay() throws Exception {
		ChatClient.answered(this.port, "count me", "SCOTLAND");
		var figures = JSON.readTree(get("/api/figures").body());
		assertThat(figures.propertyNames()).containsExactly("from", "before", "days", "total");
		assertThat(figures.get("days").size()).isEqualTo(30);
		var today = figures.get("days").get(29);
		assertThat(today.propertyNames()).containsExactly("day", "questions", "outcomes", "ratings", "nations",
				"answerMillis");
		assertThat(today.get("questions").asInt()).isPositive();
		assertThat(today.at("/outcomes/ANSWERED").asInt()).isPositive();
		assertThat(today.at("/nations/SCOTLAND").asInt()).isPositive();
		assertThat(today.at("/answerMillis/p95").asLong())
			.isGreaterThanOrEqualTo(today.at("/answerMillis/median").asLong());
		assertThat(figures.get("total").has("day")).isFalse();
		assertThat(figures.get("total").get("questions").asInt())
			.isGreaterThanOrEqualTo(today.get("questions").asInt());
		var empty = JSON.readTree(get("/api/figures?from=2026-01-01&before=2026-01-03").body());
		assertThat(empty.get("days").size()).isEqualTo(2);
		assertThat(empty.get("total").toString())
			.isEqualTo("{\"questions\":0,\"outcomes\":{},\"ratings\":{},\"nations\":{},\"answerMillis\":{}}");
	}

	@Test
	void givesTheFiguresAsATable() throws Exception {
		var table = get("/api/figures.csv?from=2026-01-01&before=2026-01-03");
		assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
		assertThat(table.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"signpost-2026-01-01-to-2026-01-03.csv\"");
		var rows = table.body().split("\r\n", -1);
		assertThat(rows).hasSize(4);
		assertThat(rows[0]).startsWith("day,questions,ANSWERED,CLARIFY,NOT_COVERED,");
		assertThat(rows[1]).isEqualTo("2026-01-01" + ",0".repeat(16) + ",,");
		var asked = send(
				request("/api/figures?from=2026-01-01&before=2026-01-03").header("Accept", "text/csv").GET().build());
		assertThat(asked.body()).isEqualTo(table.body());
	}

	@ParameterizedTest
	@CsvSource({ "from=2026-07-01&before=2026-07-03, 2026-07-01, 2026-07-03",
			"from=2026-07-01T23:30:00Z&before=2026-07-02T23:30:00Z, 2026-07-02, 2026-07-04",
			"from=2026-07-01&before=2026-07-01T23:00:00Z, 2026-07-01, 2026-07-02",
			"from=2026-07-01, 2026-07-01, 2026-07-31", "before=2026-07-31, 2026-07-01, 2026-07-31" })
	void countsTheDaysAskedFor(String query, String from, String before) throws Exception {
		var figures = JSON.readTree(get("/api/figures?" + query).body());
		assertThat(figures.get("from").asString()).isEqualTo(from);
		assertThat(figures.get("before").asString()).isEqualTo(before);
		assertThat(figures.get("days").get(0).get("day").asString()).isEqualTo(from);
	}

	@ParameterizedTest
	@CsvSource({ "from=2026-01-02&before=2026-01-02", "from=2026-01-03&before=2026-01-02",
			"from=2024-01-01&before=2026-01-02", "from=yesterday", "before=2026-02-30", "from=0900-01-01",
			"from=-999999999-01-01" })
	void countsNoOtherDays(String query) throws Exception {
		assertThat(assertProblem(get("/api/figures?" + query), 400).get("field").asString()).isIn("from", "before");
	}

	@Test
	void keepsWhatWasChangedAndWhatWasReadOfVisitors() throws Exception {
		var answer = JSON.readTree(post("/api/answers", "{\"question\":\"one\"}").body());
		var id = answer.get("id").asString();
		var conversation = answer.get("conversation").asString();
		put("/api/answers/" + id + "/rating", "{\"value\":4}");
		get("/api/conversations/" + conversation);
		get("/api/sources");
		get("/api/figures");
		get("/api/audit");
		delete("/api/conversations/" + conversation);
		var list = "/api/audit?who=local&limit=1000";
		await().until(() -> get(list).body().contains("DELETE"));
		var entries = items(get(list)).stream()
			.filter((entry) -> entry.has("target") && Set.of(id, conversation).contains(entry.get("target").asString()))
			.map((entry) -> entry.get("who").asString() + " " + entry.get("action").asString() + " "
					+ entry.get("status").asInt());
		assertThat(entries).containsExactly("local DELETE /api/conversations/{id} 204",
				"local GET /api/conversations/{id} 200", "local PUT /api/answers/{id}/rating 200");
		assertThat(get(list).body()).contains("POST /api/answers")
			.doesNotContain("/api/sources", "/api/figures", "/api/audit");
		assertThat(items(get("/api/audit?who=nobody"))).isEmpty();
		var first = get("/api/audit?limit=1");
		assertThat(items(get("/api/audit" + next(first).orElseThrow())).getFirst())
			.isNotEqualTo(items(first).getFirst());
	}

	@Test
	void describesItself() throws Exception {
		var description = JSON.readTree(get("/v3/api-docs").body());
		assertThat(description.get("paths").propertyNames()).contains("/api/answers", "/api/sources", "/api/conflicts",
				"/api/sources/{id}", "/api/intents", "/api/conversations", "/api/conversations/{id}",
				"/api/answers/{id}/rating", "/api/gaps", "/api/figures", "/api/figures.csv", "/api/audit");
		var listing = description.get("paths").get("/api/conversations").get("get");
		assertThat(listing.get("parameters").valueStream().map((parameter) -> parameter.get("name").asString()))
			.containsExactly("from", "before", "outcome", "rating", "intent", "nation", "words", "questions", "limit",
					"after");
		assertThat(listing.get("parameters").get(8).get("schema").get("maximum").asInt()).isEqualTo(1000);
		assertThat(listing.get("parameters").get(2).at("/schema/items/enum").toString()).contains("NOT_COVERED");
		assertThat(listing.get("responses").propertyNames()).containsExactlyInAnyOrder("200", "400", "401", "503");
		for (var list : new String[] { "/api/sources", "/api/sources/{id}", "/api/intents", "/api/conversations",
				"/api/conversations/{id}", "/api/audit", "/api/gaps", "/api/drafts" }) {
			assertThat(description.get("paths").get(list).at("/get/responses/200/headers").has("Link")).as(list)
				.isTrue();
		}
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
