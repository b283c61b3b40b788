package org.signpost.web.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.signpost.testing.ChatClient;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a visitor and an adviser see while nothing can be stored, and after. */
abstract class StorageFailureContract {

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newHttpClient();

	abstract void fail() throws Exception;

	abstract void heal() throws Exception;

	@Test
	void answersGoOnAndItHealsByItself() throws Exception {
		try (var client = ChatClient.hello(this.port)) {
			var welcome = client.next("welcome");
			var conversation = welcome.get("c").asString();
			var key = welcome.get("k").asString();
			client.ask("before");
			client.nextUntil("end");
			fail();
			answersWithoutStoring(client);
			refusesToRateHonestly(client);
			answersWhoeverComesNow(conversation, key);
			answersAdvisers();
			assertThat(status("/actuator/health/readiness")).isEqualTo(200);
			var health = get("/actuator/health");
			assertThat(health.statusCode()).isEqualTo(503);
			assertThat(health.body()).contains("\"conversationLog\":{\"status\":\"DOWN\"}")
				.contains("\"knowledgeBase\":{\"status\":\"UP\"}");
			heal();
			awaitHealth();
			client.ask("after");
			var turn = client.nextUntil("turn").getLast();
			assertThat(turn.get("q").asString()).isEqualTo("after");
			assertThat(client.nextUntil("end").getLast().has("seq")).isTrue();
			try (var again = ChatClient.resume(this.port, conversation, key, 0)) {
				again.next("welcome");
				assertThat(again.next("turn").get("q").asString()).isEqualTo("before");
				assertThat(again.nextUntil("turn").getLast().get("q").asString()).isEqualTo("after");
			}
		}
	}

	private static void answersWithoutStoring(ChatClient client) {
		var id = client.ask("during");
		var error = client.next("err");
		assertThat(error.get("code").asString()).isEqualTo("not_saved");
		assertThat(error.get("re").asString()).isEqualTo(id);
		assertThat(error.has("retry")).isFalse();
		var frames = client.nextUntil("end");
		assertThat(frames).noneMatch((frame) -> frame.has("seq"));
		assertThat(frames.stream().map((frame) -> frame.get("t").asString())).containsExactly("turn", "text", "src",
				"text", "src", "text", "text", "opt", "opt", "end");
		assertThat(frames.getFirst().get("id").asString()).isEqualTo(id);
	}

	private static void refusesToRateHonestly(ChatClient client) {
		for (var frame : new String[] { "{\"t\":\"rate\",\"id\":\"%s\",\"turn\":1,\"v\":5}",
				"{\"t\":\"clear\",\"id\":\"%s\"}" }) {
			var id = UUID.randomUUID().toString();
			client.send(frame.formatted(id));
			var error = client.next("err");
			assertThat(error.get("code").asString()).isEqualTo("not_saved");
			assertThat(error.get("re").asString()).isEqualTo(id);
		}
	}

	private void answersWhoeverComesNow(String conversation, String key) {
		try (var newcomer = ChatClient.hello(this.port)) {
			newcomer.next("welcome");
			answersWithoutStoring(newcomer);
		}
		try (var returning = ChatClient.resume(this.port, conversation, key, 3)) {
			assertThat(returning.next("welcome").get("c").asString()).isEqualTo(conversation);
			answersWithoutStoring(returning);
		}
	}

	private void answersAdvisers() throws Exception {
		var answer = send(request("/api/answers").POST(BodyPublishers.ofString("{\"question\":\"during\"}")).build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Signpost-Not-Saved")).contains("true");
		assertThat(answer.body()).contains("Answer 1:");
		var rating = send(
				request("/api/answers/" + UUID.randomUUID() + "/rating").PUT(BodyPublishers.ofString("{\"value\":3}"))
					.build());
		assertThat(rating.statusCode()).isEqualTo(503);
		assertThat(rating.headers().firstValue("Retry-After")).isPresent();
	}

	private void awaitHealth() {
		await().atMost(Duration.ofMinutes(2)).until(() -> status("/actuator/health") == 200);
	}

	private int status(String path) throws Exception {
		return get(path).statusCode();
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET().build());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json");
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.http.send(request, BodyHandlers.ofString());
	}

}
