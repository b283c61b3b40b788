package org.signpost.web.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.signpost.testing.ChatClient;
import org.signpost.testing.ScriptedAnswering;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The same conversation without WebSocket. */
@ServerTest
class FallbackTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@LocalServerPort
	private int port;

	@Autowired
	private ScriptedAnswering answering;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void saysTheSameAsTheSocket() throws Exception {
		var welcome = command("{\"t\":\"hello\",\"lang\":\"en\"}", "", "").get(0);
		assertThat(welcome.propertyNames()).containsExactly("t", "c", "k", "hb", "max");
		var conversation = welcome.get("c").asString();
		var key = welcome.get("k").asString();
		try (var stream = events(conversation, key, 0);
				var socket = ChatClient.resume(this.port, conversation, key, 0)) {
			socket.next("welcome");
			assertThat(command(ask("one"), conversation, key)).isEmpty();
			assertThat(stream.until("end"))
				.isEqualTo(socket.nextUntil("end").stream().map(JsonNode::toString).toList());
		}
		try (var stream = events(conversation, key, 7)) {
			assertThat(stream.until("end")).hasSize(3).first().asString().startsWith("{\"seq\":8,");
			var rate = UUID.randomUUID();
			command("{\"t\":\"rate\",\"id\":\"" + rate + "\",\"turn\":1,\"v\":5}", conversation, key);
			assertThat(stream.until("rated"))
				.containsExactly("{\"seq\":11,\"t\":\"rated\",\"id\":\"" + rate + "\",\"turn\":1}");
		}
		assertThat(command("{\"t\":\"hb\"}", conversation, key).toString()).isEqualTo("[{\"t\":\"hb\"}]");
		assertThat(command("{\"t\":\"dance\"}", conversation, key).get(0).get("code").asString())
			.isEqualTo("bad_frame");
		var tooLong = command(ask("x".repeat(501)), conversation, key).get(0);
		assertThat(tooLong.get("code").asString()).isEqualTo("too_long");
		assertThat(tooLong.has("re")).isTrue();
	}

	@Test
	void cancelsAndClears() throws Exception {
		var welcome = command("{\"t\":\"hello\"}", "", "").get(0);
		var conversation = welcome.get("c").asString();
		var key = welcome.get("k").asString();
		try (var stream = events(conversation, key, 0)) {
			var asking = post(ask("wait"), conversation, key);
			var answer = this.client.sendAsync(asking, BodyHandlers.ofString());
			stream.until("turn");
			command("{\"t\":\"cancel\",\"turn\":1}", conversation, key);
			assertThat(stream.until("end")).last().asString().contains("cancelled");
			this.answering.releaseWhatWaits();
			assertThat(answer.get().statusCode()).isEqualTo(200);
			var id = UUID.randomUUID();
			var cleared = command("{\"t\":\"clear\",\"id\":\"" + id + "\"}", conversation, key);
			assertThat(cleared.get(0).toString()).isEqualTo("{\"t\":\"cleared\",\"id\":\"" + id + "\"}");
			assertThat(cleared.get(1).get("reset").asBoolean()).isTrue();
			assertThat(stream.ends()).isTrue();
		}
		assertThat(status(conversation, key, "0")).isEqualTo(404);
	}

	@Test
	void refusesWhatIsNotIts() throws Exception {
		var welcome = command("{\"t\":\"hello\"}", "", "").get(0);
		var conversation = welcome.get("c").asString();
		var key = welcome.get("k").asString();
		assertThat(status(conversation, "x".repeat(22), "0")).isEqualTo(401);
		assertThat(status(conversation, "", "0")).isEqualTo(401);
		assertThat(status(UUID.randomUUID().toString(), key, "0")).isEqualTo(404);
		assertThat(status("nonsense", key, "0")).isEqualTo(404);
		assertThat(status(conversation, key, "x")).isEqualTo(400);
		assertThat(status(conversation, key, "99")).isEqualTo(404);
		assertThat(this.client.send(post("{", conversation, key), BodyHandlers.ofString()).statusCode()).isEqualTo(400);
		assertThat(this.client.send(post("x".repeat(5000), conversation, key), BodyHandlers.ofString()).statusCode())
			.isEqualTo(413);
	}

	private int status(String conversation, String key, String after) throws Exception {
		var request = HttpRequest.newBuilder(uri("/chat/events"))
			.header("Signpost-Conversation", conversation)
			.header("Signpost-Key", key)
			.header("Last-Event-ID", after)
			.build();
		return this.client.send(request, BodyHandlers.discarding()).statusCode();
	}

	private static String ask(String question) {
		return "{\"t\":\"ask\",\"id\":\"" + UUID.randomUUID() + "\",\"q\":\"" + question + "\"}";
	}

	private JsonNode command(String frame, String conversation, String key) throws Exception {
		var response = this.client.send(post(frame, conversation, key), BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JSON.readTree(response.body());
	}

	private HttpRequest post(String frame, String conversation, String key) {
		return HttpRequest.newBuilder(uri("/chat/commands"))
			.header("Content-Type", "application/json")
			.header("Signpost-Conversation", conversation)
			.header("Signpost-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString(frame))
			.build();
	}

	private EventReader events(String conversation, String key, long after) throws Exception {
		var request = HttpRequest.newBuilder(uri("/chat/events"))
			.header("Signpost-Conversation", conversation)
			.header("Signpost-Key", key)
			.header("Last-Event-ID", String.valueOf(after))
			.build();
		HttpResponse<InputStream> response = this.client.send(request, BodyHandlers.ofInputStream());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
		return new EventReader(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** Reads the events of a stream, checking that ids are the seqs of their frames. */
	private record EventReader(BufferedReader lines) implements AutoCloseable {

		List<String> until(String type) throws IOException {
			var frames = new ArrayList<String>();
			var id = "";
			for (String line; (line = this.lines.readLine()) != null;) {
				if (line.startsWith("id: ")) {
					id = line.substring(4);
				}
				else if (line.startsWith("data: ")) {
					var frame = line.substring(6);
					assertThat(JSON.readTree(frame).path("seq").asString("")).isEqualTo(id);
					id = "";
					if (frame.startsWith("{\"seq\"")) {
						frames.add(frame);
					}
					if (frame.contains("\"t\":\"" + type + "\"")) {
						return frames;
					}
				}
			}
			throw new AssertionError("The stream ended after " + frames);
		}

		boolean ends() throws IOException {
			while (this.lines.readLine() != null) {
				// what is left
			}
			return true;
		}

		@Override
		public void close() throws IOException {
			this.lines.close();
		}

	}

}
