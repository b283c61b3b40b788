package org.signpost.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that plays by all the rules of the wire: drops what it has, closes on a gap,
 * keeps its requests until they are settled and sends them again after each welcome. For
 * tests in which connections and servers are cut. Used by one thread.
 */
public final class ResumingClient implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final IntSupplier port;

	private final Map<String, String> unsettled = new LinkedHashMap<>();

	private final List<String> applied = new ArrayList<>();

	private final List<String> acknowledged = new ArrayList<>();

	private @Nullable ChatClient link;

	private String conversation = "";

	private String key = "";

	private long last;

	private Place cleared = new Place("", "", 0);

	private int connections;

	/**
	 * Creates one.
	 * @param port where to connect each time
	 */
	public ResumingClient(IntSupplier port) {
		this.port = port;
	}

	/** Asks and waits for the end of the turn. */
	public String ask(String question) {
		var id = UUID.randomUUID().toString();
		request(id, "{\"t\":\"ask\",\"id\":\"" + id + "\",\"q\":" + JSON.writeValueAsString(question) + "}");
		runUntil(() -> !this.unsettled.containsKey(id) && !this.applied.isEmpty()
				&& this.applied.getLast().contains("\"t\":\"end\""));
		return id;
	}

	/** Rates and waits for the acknowledgement. */
	public String rate(int turn, int stars) {
		var id = UUID.randomUUID().toString();
		request(id, "{\"t\":\"rate\",\"id\":\"" + id + "\",\"turn\":" + turn + ",\"v\":" + stars + ",\"why\":\"so\"}");
		runUntil(() -> !this.unsettled.containsKey(id));
		return id;
	}

	/** Clears and waits for the acknowledgement. */
	public void clear() {
		this.cleared = new Place(this.conversation, this.key, this.last);
		var id = UUID.randomUUID().toString();
		request(id, "{\"t\":\"clear\",\"id\":\"" + id + "\"}");
		runUntil(() -> !this.unsettled.containsKey(id));
	}

	private void request(String id, String frame) {
		this.unsettled.put(id, frame);
		var current = this.link;
		if (current != null) {
			try {
				current.send(frame);
			}
			catch (CompletionException ex) {
				drop();
			}
		}
	}

	private void runUntil(BooleanSupplier done) {
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!done.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Not settled: " + this.unsettled + " after " + this.connections
						+ " connections, last event " + this.last);
			}
			step();
		}
	}

	private void step() {
		var current = (this.link != null) ? this.link : connect();
		if (current == null) {
			return;
		}
		var frame = current.poll(Duration.ofSeconds(2));
		if (frame == null || !take(JSON.readTree(frame), frame)) {
			drop();
		}
	}

	private @Nullable ChatClient connect() {
		this.connections++;
		try {
			var opened = this.conversation.isEmpty() ? ChatClient.hello(this.port.getAsInt())
					: ChatClient.resume(this.port.getAsInt(), this.conversation, this.key, this.last);
			this.link = opened;
			return opened;
		}
		catch (CompletionException ex) {
			try {
				Thread.sleep(5);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw new AssertionError(interrupted);
			}
			return null;
		}
	}

	private boolean take(JsonNode frame, String text) {
		var seq = frame.path("seq").asLong(0);
		if (seq > 0) {
			return apply(frame, text, seq);
		}
		switch (frame.get("t").asString()) {
			case "welcome" -> welcome(frame);
			case "cleared" -> settle(frame.get("id").asString());
			case "err" -> {
				if (frame.has("re") && !frame.has("retry")) {
					throw new AssertionError("Refused: " + text);
				}
				return false;
			}
			case "hb" -> {
				// still there
			}
			default -> throw new AssertionError("Unexpected " + text);
		}
		return true;
	}

	private boolean apply(JsonNode frame, String text, long seq) {
		if (seq <= this.last) {
			return true;
		}
		if (seq > this.last + 1) {
			throw new AssertionError("A gap: " + text + " after " + this.last);
		}
		this.last = seq;
		this.applied.add(text);
		if (frame.has("id")) {
			settle(frame.get("id").asString());
		}
		return true;
	}

	private void settle(String id) {
		if (this.unsettled.remove(id) != null) {
			this.acknowledged.add(id);
		}
	}

	private void welcome(JsonNode welcome) {
		if (!welcome.get("c").asString().equals(this.conversation)) {
			this.conversation = welcome.get("c").asString();
			this.key = welcome.get("k").asString();
			this.last = 0;
			this.applied.clear();
		}
		var current = this.link;
		if (current != null) {
			try {
				this.unsettled.values().forEach(current::send);
			}
			catch (CompletionException ex) {
				drop();
			}
		}
	}

	/** Drops the connection, as a cut would. */
	public void drop() {
		if (this.link != null) {
			this.link.close();
			this.link = null;
		}
	}

	@Override
	public void close() {
		drop();
	}

	/** The frames with a seq, each once, as they came. */
	public List<String> applied() {
		return List.copyOf(this.applied);
	}

	/** The requests that the server has acknowledged. */
	public List<String> acknowledged() {
		return List.copyOf(this.acknowledged);
	}

	/** How often it has connected. */
	public int connections() {
		return this.connections;
	}

	public String conversation() {
		return this.conversation;
	}

	public String key() {
		return this.key;
	}

	/** The conversation that was cleared last. */
	public Place cleared() {
		return this.cleared;
	}

	/**
	 * A place in a conversation.
	 *
	 * @param conversation its id
	 * @param key its key
	 * @param last number of the last event known
	 */
	public record Place(String conversation, String key, long last) {
	}

}
