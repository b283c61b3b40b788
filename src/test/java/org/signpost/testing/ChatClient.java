package org.signpost.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain client of {@code /chat} for tests: sends frames, and hands out what comes in
 * one by one, and echoes heartbeats, so that a slow test is not taken for a silent
 * client. Fails when nothing comes for a minute.
 */
public final class ChatClient implements AutoCloseable, WebSocket.Listener {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String HEARTBEAT = "{\"t\":\"hb\"}";

	private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	private final StringBuilder partial = new StringBuilder();

	private CompletableFuture<?> sent = CompletableFuture.completedFuture("");

	private @Nullable WebSocket socket;

	private ChatClient() {
	}

	/** Connects from a page of the server's own. */
	public static ChatClient connect(int port) {
		return connect(port, HTTP.newWebSocketBuilder().header("Origin", "http://localhost:" + port));
	}

	/** Connects from another page, as a proxy passes it on for a visitor. */
	public static ChatClient connect(int port, String origin, String visitor) {
		return connect(port, HTTP.newWebSocketBuilder().header("Origin", origin).header("X-Forwarded-For", visitor));
	}

	private static ChatClient connect(int port, WebSocket.Builder builder) {
		var client = new ChatClient();
		client.socket = builder.subprotocols("signpost.v1")
			.connectTimeout(PATIENCE)
			.buildAsync(URI.create("ws://localhost:" + port + "/chat"), client)
			.join();
		return client;
	}

	/** Connects and begins a conversation, whose welcome is left for the test to take. */
	public static ChatClient hello(int port) {
		var client = connect(port);
		client.send("{\"t\":\"hello\",\"lang\":\"en\"}");
		return client;
	}

	/** Connects and resumes a conversation. */
	public static ChatClient resume(int port, String conversation, String key, long after) {
		var client = connect(port);
		client.send("{\"t\":\"hello\",\"c\":\"%s\",\"k\":\"%s\",\"after\":%d,\"lang\":\"en\"}".formatted(conversation,
				key, after));
		return client;
	}

	public void send(String frame) {
		sendInTurn(frame).join();
	}

	/** A socket takes one message at a time, and heartbeats are echoed meanwhile. */
	private synchronized CompletableFuture<?> sendInTurn(String frame) {
		this.sent = this.sent.handle((before, failed) -> socket())
			.thenCompose((current) -> current.sendText(frame, true));
		return this.sent;
	}

	/** Asks a question and returns the id of the request. */
	public String ask(String question) {
		var id = UUID.randomUUID().toString();
		ask(id, question);
		return id;
	}

	public void ask(String id, String question) {
		send("{\"t\":\"ask\",\"id\":\"" + id + "\",\"q\":" + JSON.writeValueAsString(question) + "}");
	}

	/**
	 * Asks one question as a visitor does, in a conversation of its own.
	 * @return the id of the answer, once it is stored
	 */
	public static String answered(int port, String question, String nation) {
		try (var client = hello(port)) {
			client.send("{\"t\":\"ask\",\"id\":\"%s\",\"q\":%s,\"nation\":\"%s\"}".formatted(UUID.randomUUID(),
					JSON.writeValueAsString(question), nation));
			return client.nextUntil("end").getLast().get("answer").asString();
		}
	}

	/** The next frame as it came, heartbeats left out. */
	public String nextText() {
		try {
			String frame;
			do {
				frame = this.frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
				if (frame == null) {
					throw new AssertionError("No frame came");
				}
			}
			while (frame.equals(HEARTBEAT));
			return frame;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** The next frame as it came, or null when none comes in this time. */
	public @Nullable String poll(Duration wait) {
		try {
			var deadline = System.nanoTime() + wait.toNanos();
			while (System.nanoTime() < deadline) {
				var frame = this.frames.poll(20, TimeUnit.MILLISECONDS);
				if (frame != null) {
					return frame;
				}
				if (this.closed.isDone() && this.frames.isEmpty()) {
					return null;
				}
			}
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	public JsonNode next() {
		return JSON.readTree(nextText());
	}

	/** The next frame, which has to be of this type. */
	public JsonNode next(String type) {
		var frame = next();
		if (!frame.path("t").asString("").equals(type)) {
			throw new AssertionError("Not " + type + " but " + frame);
		}
		return frame;
	}

	/** All frames up to and with the first of this type. */
	public List<JsonNode> nextUntil(String type) {
		var frames = new ArrayList<JsonNode>();
		Predicate<JsonNode> last = (frame) -> frame.path("t").asString("").equals(type);
		do {
			frames.add(next());
		}
		while (!last.test(frames.getLast()));
		return frames;
	}

	/** The code with which the server closed. */
	public int closeCode() {
		return this.closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

	public WebSocket socket() {
		if (this.socket == null) {
			throw new IllegalStateException("Not connected");
		}
		return this.socket;
	}

	@Override
	public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		this.partial.append(data);
		if (last) {
			var frame = this.partial.toString();
			this.partial.setLength(0);
			this.frames.add(frame);
			if (frame.equals(HEARTBEAT)) {
				var unused = sendInTurn(HEARTBEAT);
			}
		}
		from.request(1);
		return CompletableFuture.completedStage(null);
	}

	@Override
	public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
		this.closed.complete(code);
		return CompletableFuture.completedStage(null);
	}

	@Override
	public void onError(WebSocket from, Throwable error) {
		this.closed.complete(1006);
	}

	@Override
	public void close() {
		socket().abort();
	}

}
