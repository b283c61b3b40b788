package org.signpost.web.chat;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawChat;
import org.signpost.testing.UnlimitedServerTest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that do not play by the rules. {@code -Dsignpost.frames=…} and
 * {@code -Dsignpost.seed=…} change the fuzzing.
 */
@UnlimitedServerTest
@ExtendWith(OutputCaptureExtension.class)
class HostileClientTests {

	private static final int FRAMES = Integer.getInteger("signpost.frames", 20_000);

	private static final int GUESSES = 10_000;

	/** 1005: a close that names no code is answered by one that names none. */
	private static final Set<Integer> RIGHT_CODES = Set.of(0, 1002, 1003, 1005, 1007, 1008, 1009);

	private static final Set<String> RIGHT_TYPES = Set.of("welcome", "err", "hb", "turn", "text", "src", "opt", "end",
			"rated", "cleared");

	private static final JsonMapper JSON = JsonMapper.shared();

	@LocalServerPort
	private int port;

	@Test
	void fuzzedFramesAreAnsweredOrClosedByTheRules(CapturedOutput output) throws Exception {
		var seed = Long.getLong("signpost.seed", System.nanoTime());
		System.out.println("Fuzzing with seed " + seed);
		var fuzz = new FuzzedFrames(new Random(seed));
		var codes = new TreeMap<Integer, Integer>();
		var sent = 0;
		while (sent < FRAMES) {
			try (var chat = RawChat.connect(this.port, 65536)) {
				chat.sendText("{\"t\":\"hello\"}");
				var open = true;
				while (open && sent < FRAMES) {
					try {
						var whole = true;
						for (var i = 0; i < 40 && whole; i++, sent++) {
							whole = fuzz.sendTo(chat);
						}
						// after half a frame the server waits for the rest, as it should
						open = whole && survives(chat);
					}
					catch (SocketException ex) {
						open = false;
						survives(chat);
					}
				}
				codes.merge(chat.closeCode(), 1, Integer::sum);
			}
		}
		System.out.println(sent + " frames, closed with " + codes);
		assertThat(codes.keySet()).isSubsetOf(RIGHT_CODES);
		// a cancelled answer may be told in a line of its own, a trace never
		assertThat(output).doesNotContain("\tat ", "Caused by:");
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.ask("still there?");
			client.nextUntil("end");
		}
	}

	/** Whether the server still answers; every frame of its has to be a right one. */
	private static boolean survives(RawChat chat) throws IOException {
		var probe = UUID.randomUUID().toString();
		try {
			chat.sendText("{\"t\":\"ask\",\"id\":\"" + probe + "\",\"q\":\" \"}");
		}
		catch (SocketException ex) {
			// closed; what it said before is still to be read
		}
		while (true) {
			var frame = chat.read();
			if (frame == null) {
				return false;
			}
			var json = JSON.readTree(frame);
			assertThat(RIGHT_TYPES).contains(json.get("t").asString());
			if (json.path("re").asString("").equals(probe)) {
				return true;
			}
		}
	}

	@Test
	void guessedKeysReadNothing() throws Exception {
		try (var owner = ChatClient.hello(this.port)) {
			var welcome = owner.next("welcome");
			var conversation = welcome.get("c").asString();
			var key = welcome.get("k").asString();
			owner.ask("a secret question");
			owner.nextUntil("end");
			var random = new SecureRandom();
			var http = HttpClient.newHttpClient();
			for (var i = 0; i < GUESSES; i++) {
				var guess = (i < 66) ? nearMiss(key, i) : random(random);
				if (i % 10 == 0) {
					guessOverSocket(conversation, guess);
				}
				else {
					guessOverFallback(http, conversation, guess, i);
				}
			}
			owner.ask("one more");
			owner.nextUntil("end");
		}
	}

	private void guessOverSocket(String conversation, String guess) throws IOException {
		try (var chat = RawChat.connect(this.port, 65536)) {
			chat.sendText("{\"t\":\"hello\",\"c\":\"" + conversation + "\",\"k\":\"" + guess + "\",\"after\":0}");
			assertThat(chat.read()).isNull();
			assertThat(chat.closeCode()).isEqualTo(4401);
		}
	}

	private void guessOverFallback(HttpClient http, String conversation, String guess, int i) throws Exception {
		var request = switch (i % 3) {
			case 0 -> command("{\"t\":\"hello\",\"c\":\"" + conversation + "\",\"k\":\"" + guess + "\"}", conversation,
					guess);
			case 1 -> HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/chat/events"))
				.header("Signpost-Conversation", conversation)
				.header("Signpost-Key", guess)
				.build();
			default -> command("{\"t\":\"clear\",\"id\":\"" + UUID.randomUUID() + "\"}", conversation, guess);
		};
		var response = http.send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).doesNotContain("secret");
	}

	private HttpRequest command(String frame, String conversation, String guess) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/chat/commands"))
			.header("Content-Type", "application/json")
			.header("Signpost-Conversation", conversation)
			.header("Signpost-Key", guess)
			.POST(HttpRequest.BodyPublishers.ofString(frame))
			.build();
	}

	/** The key with one character changed, cut short or lengthened. */
	private static String nearMiss(String key, int i) {
		var at = i % key.length();
		return switch (i / key.length()) {
			case 0 -> key.substring(0, at) + ((key.charAt(at) == 'A') ? 'B' : 'A') + key.substring(at + 1);
			case 1 -> key.substring(0, at);
			default -> key + "A".repeat(at + 1);
		};
	}

	private static String random(SecureRandom random) {
		var bits = new byte[16];
		random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	/** Frames that are nearly right, and some that are not frames at all. */
	private record FuzzedFrames(Random random) {

		private static final List<String> SEEDS = List.of(
				"{\"t\":\"ask\",\"id\":\"00000000-0000-4000-8000-000000000001\",\"q\":\"what?\",\"nation\":\"WALES\",\"force\":true}",
				"{\"t\":\"cancel\",\"turn\":3}",
				"{\"t\":\"rate\",\"id\":\"00000000-0000-4000-8000-000000000002\",\"turn\":1,\"v\":5,\"why\":\"good\"}",
				"{\"t\":\"clear\",\"id\":\"00000000-0000-4000-8000-000000000003\"}",
				"{\"t\":\"hello\",\"c\":\"x\",\"k\":\"y\",\"after\":7,\"lang\":\"en\"}", "{\"t\":\"hb\"}");

		private static final List<String> PIECES = List.of("null", "true", "-1", "1e99", "99999999999999999999", "\"\"",
				"[]", "{}", "[[[[[[[[[[[[", "\"\\u0000\"", "\"\\ud800\"", "\"<script>alert(1)</script>\"",
				"\"' or 1=1 --\"", "\"${jndi:ldap://x}\"", "\"é😀\"", "\"" + "x".repeat(600) + "\"", "0.5");

		/** Whether what was sent were whole frames. */
		boolean sendTo(RawChat chat) throws IOException {
			var kind = this.random.nextInt(400);
			var frame = SEEDS.get(this.random.nextInt(SEEDS.size()));
			switch (kind) {
				case 0 -> chat.send(RawChat.BINARY, true, true, bytes());
				case 1 -> chat.send(RawChat.TEXT, true, true, bytes());
				case 2 -> chat.send(this.random.nextInt(16), this.random.nextBoolean(), true, bytes());
				case 3 -> chat.send(RawChat.TEXT, true, true, new byte[this.random.nextInt(9000)]);
				case 4 -> chat.sendBytes(bytes());
				case 5 -> chat.sendText(cut(frame));
				case 6 -> fragment(chat, frame.getBytes(StandardCharsets.UTF_8));
				default -> chat.sendText(replaceValue(frame));
			}
			return kind != 4;
		}

		private void fragment(RawChat chat, byte[] frame) throws IOException {
			var middle = this.random.nextInt(frame.length);
			chat.send(RawChat.TEXT, false, true, java.util.Arrays.copyOf(frame, middle));
			chat.send(0, true, true, java.util.Arrays.copyOfRange(frame, middle, frame.length));
		}

		private String cut(String frame) {
			return frame.substring(0, this.random.nextInt(frame.length()));
		}

		/** Another value for one of the fields, or two fields swapped. */
		private String replaceValue(String frame) {
			var json = new StringBuilder("{");
			var fields = frame.substring(1, frame.length() - 1).split(",", -1);
			var changed = this.random.nextInt(fields.length + 1);
			for (var i = 0; i < fields.length; i++) {
				var name = fields[i].substring(0, fields[i].indexOf(':') + 1);
				var other = PIECES.get(this.random.nextInt(PIECES.size()));
				var broken = other.startsWith("[[") && this.random.nextInt(50) > 0;
				json.append((i > 0) ? "," : "").append((i == changed && !broken) ? name + other : fields[i]);
			}
			return json.append('}').toString();
		}

		private byte[] bytes() {
			var bytes = new byte[this.random.nextInt(300)];
			this.random.nextBytes(bytes);
			return bytes;
		}

	}

}
