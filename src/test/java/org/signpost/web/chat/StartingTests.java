package org.signpost.web.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.testing.ChatClient;
import org.signpost.testing.Engines;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is up while the guidance is still being read, and once it has been. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Import(StartingTests.Guidance.class)
class StartingTests {

	private static final String QUESTION = "{\"question\": \"what does a SENCO do?\"}";

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private StillReading guidance;

	@Test
	@Order(1)
	void theFallbackSaysThatItIsStarting() throws Exception {
		var welcome = JsonMapper.shared().readTree(command("{\"t\":\"hello\"}", "", "")).get(0);
		var id = UUID.randomUUID();
		assertThat(command("{\"t\":\"ask\",\"id\":\"%s\",\"q\":\"pay?\"}".formatted(id), welcome.get("c").asString(),
				welcome.get("k").asString()))
			.isEqualTo("[{\"t\":\"err\",\"code\":\"starting\",\"re\":\"%s\",\"retry\":2000}]".formatted(id));
	}

	@Test
	@Order(2)
	void restIsRefusedWithTheTimeToComeBack() throws Exception {
		var answer = post("/api/answers", QUESTION, "", "");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
		assertThat(readiness()).isEqualTo(503);
	}

	@Test
	@Order(3)
	void theSocketSaysThatItIsStartingAndAnswersTheSameRequestOnceItHas(CapturedOutput output) throws Exception {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			var id = client.ask("what's the SEN allowance?");
			assertThat(client.next("err").toString())
				.isEqualTo("{\"t\":\"err\",\"code\":\"starting\",\"re\":\"%s\",\"retry\":2000}".formatted(id));
			assertThat(output).doesNotContain("Ready: ");
			this.guidance.read.complete(null);
			assertThat(output).contains("Ready: http://localhost:" + this.port + System.lineSeparator());
			assertThat(readiness()).isEqualTo(200);
			client.send("{\"t\":\"ask\",\"id\":\"%s\",\"q\":\"what's the SEN allowance?\"}".formatted(id));
			var frames = client.nextUntil("end");
			assertThat(frames.getFirst().get("seq").asInt()).isEqualTo(1);
			assertThat(frames.getLast().get("why").asString()).isEqualTo("done");
		}
	}

	private int readiness() throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/health/readiness"))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	private String command(String frame, String conversation, String key) throws Exception {
		return post("/chat/commands", frame, conversation, key).body();
	}

	private HttpResponse<String> post(String path, String body, String conversation, String key) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.header("Origin", "http://localhost:" + this.port)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (!conversation.isEmpty()) {
			request.header("Signpost-Conversation", conversation).header("Signpost-Key", key);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Guidance {

		@Bean
		@Primary
		StillReading stillReading() {
			return new StillReading();
		}

	}

	/** Guidance that is read when a test says so. */
	static final class StillReading implements CurrentKnowledgeBase {

		private final CompletableFuture<Void> read = new CompletableFuture<>();

		@Override
		public KnowledgeBase get() {
			if (!this.read.isDone()) {
				throw new KnowledgeBaseNotReadyException();
			}
			return Engines.small();
		}

		@Override
		public CompletionStage<Void> ready() {
			return this.read.minimalCompletionStage();
		}

	}

}
