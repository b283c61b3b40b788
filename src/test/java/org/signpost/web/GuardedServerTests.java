package org.signpost.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawHttp;
import org.signpost.testing.ScriptedServer;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server as an organisation runs it: behind a proxy, for pages elsewhere, with tokens.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}",
				"signpost.widget.allowed-origins=https://www.example.org", "signpost.web.host-names=chat.example.org",
				"signpost.web.trusted-proxies=127.0.0.1",
				"signpost.pages.privacy=src/test/resources/scripted-server/privacy.html",
				"signpost.limits.sockets-per-address=2",
				// the token "open sesame"
				"signpost.adviser.tokens.jo=41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb" })
class GuardedServerTests {

	@LocalServerPort
	private int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			https://www.example.org        | signpost.v1              | localhost             | 101
			https://www.example.org        | signpost.v1              | chat.example.org      | 101
			HTTPS://WWW.EXAMPLE.ORG        | signpost.v1              | localhost             | 101
			https://www.example.org:443    | other, signpost.v1       | localhost             | 101
			http://localhost:PORT          | signpost.v1              | localhost:PORT        | 101
			http://chat.example.org        | signpost.v1              | chat.example.org      | 101
			-                              | signpost.v1              | localhost             | 403
			null                           | signpost.v1              | localhost             | 403
			https://evil.example           | signpost.v1              | localhost             | 403
			https://www.example.org.evil.example | signpost.v1        | localhost             | 403
			https://evil-www.example.org   | signpost.v1              | localhost             | 403
			http://www.example.org         | signpost.v1              | localhost             | 403
			https://www.example.org:8443   | signpost.v1              | localhost             | 403
			http://localhost:1             | signpost.v1              | localhost:PORT        | 403
			http://rebound.example:PORT    | signpost.v1              | rebound.example:PORT  | 403
			https://chat.example.org       | signpost.v1              | chat.example.org      | 403
			https://www.example.org        | -                        | localhost             | 400
			https://www.example.org        | signpost.v2              | localhost             | 400
			https://www.example.org        | SIGNPOST.V1              | localhost             | 400
			https://www.example.org        | signpost.v1x             | localhost             | 400
			https://evil.example           | -                        | localhost             | 403
			""")
	void letsInExactlyTheAllowedHandshakes(String origin, String protocol, String host, int status) {
		var headers = new ArrayList<>(List.of("Host: " + host.replace("PORT", "" + this.port)));
		if (origin != null) {
			headers.add("Origin: " + origin.replace("PORT", "" + this.port));
		}
		if (protocol != null) {
			headers.add("Sec-WebSocket-Protocol: " + protocol);
		}
		assertThat(RawHttp.upgrade(this.port, headers)).isEqualTo(status);
	}

	@Test
	void letsInNoTwoOrigins() {
		assertThat(RawHttp.upgrade(this.port, List.of("Host: localhost", "Origin: https://www.example.org",
				"Origin: https://evil.example", "Sec-WebSocket-Protocol: signpost.v1")))
			.isIn(400, 403);
	}

	@Test
	void limitsTheSocketsOfAnAddress() throws Exception {
		var origin = "https://www.example.org";
		try (var first = ChatClient.connect(this.port, origin, "203.0.113.5");
				var second = ChatClient.connect(this.port, origin, "203.0.113.5")) {
			first.send("{\"t\":\"hello\"}");
			first.next("welcome");
			second.send("{\"t\":\"hello\"}");
			second.next("welcome");
			assertThat(RawHttp.upgrade(this.port, List.of("Host: localhost", "Origin: " + origin,
					"Sec-WebSocket-Protocol: signpost.v1", "X-Forwarded-For: 203.0.113.5")))
				.isEqualTo(429);
			assertThat(RawHttp.upgrade(this.port, List.of("Host: localhost", "Origin: " + origin,
					"Sec-WebSocket-Protocol: signpost.v1", "X-Forwarded-For: 203.0.113.5, 203.0.113.6")))
				.isEqualTo(101);
		}
	}

	@Test
	void opensTheAdviserInterfaceToATokenAndNamesItsOwner(CapturedOutput output) throws Exception {
		assertThat(api("Bearer open sesame").statusCode()).isEqualTo(200);
		assertThat(output).contains("jo GET /api/sources - 200").doesNotContain("open sesame");
	}

	@Test
	void keepsWhatTheOwnerOfATokenReadAndNothingOfWhoeverHasNone() throws Exception {
		assertThat(api("/api/conversations", "Bearer open sesame").statusCode()).isEqualTo(200);
		for (var i = 0; i < 20; i++) {
			assertThat(api("/api/conversations", "Bearer guess " + i).statusCode()).isEqualTo(401);
		}
		await().until(() -> api("/api/audit", "Bearer open sesame").body().contains("\"jo\""));
		assertThat(api("/api/audit?limit=1000", "Bearer open sesame").body()).contains("GET /api/conversations")
			.doesNotContain("refused", "401");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Bearer open sesame!", "Bearer OPEN SESAME", "Basic open sesame",
			"Bearer 41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb" })
	void staysShutWithoutIt(String authorization) throws Exception {
		var response = api(authorization);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
	}

	@Test
	void allowsTheFallbackToTheSamePages() throws Exception {
		var preflight = HttpRequest.newBuilder(uri("/chat/commands"))
			.header("Origin", "https://www.example.org")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "signpost-key")
			.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.build();
		var allowed = this.client.send(preflight, BodyHandlers.ofString());
		assertThat(allowed.statusCode()).isEqualTo(204);
		assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://www.example.org");
		assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
			.contains("Signpost-Conversation", "Signpost-Key", "Last-Event-ID", "Content-Type");
		assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
		for (var origin : List.of("https://evil.example", "null")) {
			var foreign = HttpRequest.newBuilder(uri("/chat/commands"))
				.header("Origin", origin)
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString("{\"t\":\"hello\"}"))
				.build();
			var refused = this.client.send(foreign, BodyHandlers.ofString());
			assertThat(refused.statusCode()).isEqualTo(403);
			assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	@Test
	void keepsTheHealthOpenAndTheMetricsShut() throws Exception {
		assertThat(this.client.send(HttpRequest.newBuilder(uri("/actuator/health")).build(), BodyHandlers.ofString())
			.statusCode()).isEqualTo(200);
		assertThat(this.client.send(HttpRequest.newBuilder(uri("/actuator/metrics")).build(), BodyHandlers.ofString())
			.statusCode()).isEqualTo(401);
	}

	@Test
	void showsTheOrganisationsOwnPrivacyPage() throws Exception {
		var page = this.client.send(HttpRequest.newBuilder(uri("/privacy")).build(), BodyHandlers.ofString());
		assertThat(page.body()).isEqualTo(Files.readString(Path.of("src/test/resources/scripted-server/privacy.html")));
		assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
	}

	private HttpResponse<String> api(String authorization) throws Exception {
		return api("/api/sources", authorization);
	}

	private HttpResponse<String> api(String path, String authorization) throws Exception {
		var request = HttpRequest.newBuilder(uri(path));
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
