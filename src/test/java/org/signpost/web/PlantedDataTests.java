package org.signpost.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawChat;
import org.signpost.testing.ScriptedServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plants 500 pieces of personal data wherever a visitor or an adviser can write, and
 * looks for them wherever the server writes.
 */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.limits.asks-per-minute=1000000", "signpost.limits.asks-per-day=1000000",
				"signpost.limits.frames-per-ten-seconds=1000000" })
class PlantedDataTests {

	private static final int PIECES = 500;

	/** Of its own: what an earlier run has left would be found in it. */
	private static final Path DATA = Path.of("target", "test-data", UUID.randomUUID().toString());

	private static final JsonMapper JSON = JsonMapper.shared();

	@DynamicPropertySource
	static void data(DynamicPropertyRegistry properties) {
		properties.add("signpost.data", DATA::toString);
	}

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void noneIsFoundUnmasked(CapturedOutput output) throws Exception {
		var planted = new ArrayList<String>();
		var random = new Random(20261121);
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.ask("one");
			client.nextUntil("end");
			for (var i = 0; i < PIECES; i++) {
				var piece = PersonalPieces.make(random, i);
				planted.add(piece);
				plant(client, piece, i % 10);
			}
		}
		var traces = output.getAll() + health() + metrics() + files() + conversations();
		assertThat(traces).contains("[e-mail address]", "[telephone number]", "[card number]", "[address]",
				"[National Insurance number]", "one");
		for (var piece : planted) {
			assertThat(traces).doesNotContain(piece);
			var bare = piece.replaceAll("[ -]", "");
			assertThat(traces).doesNotContain(bare);
		}
		assertThat(output).doesNotContain("\tat ");
	}

	private void plant(ChatClient client, String piece, int where) throws Exception {
		switch (where) {
			case 0, 1, 2 -> {
				client.ask("Can I teach? Reach me: " + piece + " please");
				client.nextUntil("end");
			}
			case 3 -> {
				client.ask("fail about " + piece);
				client.nextUntil("err");
			}
			case 4 -> {
				client.send("{\"t\":\"rate\",\"id\":\"" + UUID.randomUUID() + "\",\"turn\":1,\"v\":3,\"why\":"
						+ JSON.writeValueAsString("from " + piece) + "}");
				client.next("rated");
			}
			case 5 -> badFrames(piece);
			case 6 -> {
				post("/api/answers", "{\"question\":" + JSON.writeValueAsString("it is " + piece) + "}", 200);
				post("/api/answers", "{\"question\":" + JSON.writeValueAsString("fail it is " + piece) + "}", 500);
			}
			case 7 -> {
				post("/api/answers", "{\"question\": " + piece, 400);
				post("/api/answers", "{\"question\":\"x\",\"nation\":" + JSON.writeValueAsString(piece) + "}", 400);
				post("/api/answers", "{\"question\":\"x\",\"date\":" + JSON.writeValueAsString(piece) + "}", 400);
			}
			case 8 -> {
				var address = "/api/sources/" + java.net.URLEncoder.encode(piece, StandardCharsets.UTF_8);
				get(address);
				get(address.replace("/api/", "/nowhere/"));
				get("/api/conversations/" + java.net.URLEncoder.encode(piece, StandardCharsets.UTF_8));
			}
			default -> {
				post("/chat/commands", "{\"t\":\"hello\",\"c\":" + JSON.writeValueAsString(piece) + "}", 200);
				post("/chat/commands", "{\"t\": " + piece, 400);
			}
		}
	}

	private void badFrames(String piece) throws IOException {
		for (var frame : List.of("{\"t\":\"ask\",\"q\":" + JSON.writeValueAsString(piece) + "}", "{" + piece,
				"{\"t\":" + JSON.writeValueAsString(piece) + "}")) {
			try (var chat = RawChat.connect(this.port, 65536)) {
				chat.sendText("{\"t\":\"hello\"}");
				chat.read();
				chat.sendText(frame);
				var answer = chat.read();
				assertThat(answer == null || answer.contains("bad_frame")).isTrue();
			}
		}
	}

	private void post(String path, String body, int status) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
		var response = this.http.send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
	}

	private String get(String path) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		return this.http.send(request, BodyHandlers.ofString()).body();
	}

	private String health() throws Exception {
		return get("/actuator/health") + get("/actuator/health/readiness");
	}

	private String metrics() throws Exception {
		var all = new StringBuilder();
		for (var name : JSON.readTree(get("/actuator/metrics")).get("names")) {
			all.append(get("/actuator/metrics/" + name.asString()));
		}
		assertThat(all).contains("http.server.requests");
		return all.toString();
	}

	/** What is kept of each conversation, which the file has sealed. */
	private String conversations() throws Exception {
		var all = new StringBuilder();
		String query = "?limit=100";
		while (query != null) {
			var request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + this.port + "/api/conversations" + query))
				.build();
			var response = this.http.send(request, BodyHandlers.ofString());
			for (var each : JSON.readTree(response.body())) {
				all.append(get("/api/conversations/" + each.get("id").asString()));
			}
			query = response.headers()
				.firstValue("Link")
				.map((link) -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
				.orElse(null);
		}
		return all.toString();
	}

	private static String files() throws IOException {
		var all = new StringBuilder();
		try (var files = Files.walk(DATA)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return all.toString();
	}

	/** Makes up what a visitor may let slip; every piece can be told from every other. */
	private static final class PersonalPieces {

		private PersonalPieces() {
		}

		static String make(Random random, int number) {
			return switch (number % 5) {
				case 0 -> "visitor.%04d%s".formatted(number,
						List.of("@example.org", "@mail.example.co.uk", "+x@school.sch.uk").get(random.nextInt(3)));
				case 1 -> telephone(random);
				case 2 -> "%s %02d %02d %02d %s"
					.formatted(List.of("AB", "CE", "JK", "SR").get(random.nextInt(4)), random.nextInt(100),
							random.nextInt(100), random.nextInt(100), "ABCD".charAt(random.nextInt(4)))
					.replace(" ", random.nextBoolean() ? " " : "");
				case 3 -> card(random);
				default -> "%d %s Road, %s".formatted(1 + random.nextInt(200),
						List.of("Acacia", "Mill", "Church", "Station").get(random.nextInt(4)), postcode(random));
			};
		}

		private static String telephone(Random random) {
			var digits = "%09d".formatted(random.nextInt(1_000_000_000));
			return switch (random.nextInt(5)) {
				case 0 -> "07" + digits;
				case 1 -> "07%s %s".formatted(digits.substring(0, 3), digits.substring(3));
				case 2 -> "+44 7%s %s".formatted(digits.substring(0, 3), digits.substring(3));
				case 3 -> "(01%s) %s".formatted(digits.substring(0, 3), digits.substring(3));
				default -> "02%s-%s-%s".formatted(digits.substring(0, 1), digits.substring(1, 5), digits.substring(5));
			};
		}

		private static String card(Random random) {
			var digits = new StringBuilder("4");
			while (digits.length() < 15) {
				digits.append(random.nextInt(10));
			}
			var sum = 0;
			for (var i = 0; i < 15; i++) {
				var digit = digits.charAt(14 - i) - '0';
				var doubled = (i % 2 == 0) ? digit * 2 : digit;
				sum += (doubled > 9) ? doubled - 9 : doubled;
			}
			digits.append((10 - sum % 10) % 10);
			var separator = List.of("", " ", "-").get(random.nextInt(3));
			return digits.substring(0, 4) + separator + digits.substring(4, 8) + separator + digits.substring(8, 12)
					+ separator + digits.substring(12);
		}

		private static String postcode(Random random) {
			var inward = "ABDEFGHJLNPQRSTUWXYZ";
			return "%s%d %d%c%c".formatted(List.of("LS", "CF", "BT", "EH", "SW", "M").get(random.nextInt(6)),
					1 + random.nextInt(19), 4 + random.nextInt(6), inward.charAt(random.nextInt(20)),
					inward.charAt(random.nextInt(20)));
		}

	}

}
