package org.signpost.web;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server's side of {@code /chat} inside a tab, answering from the golden
 * conversations, so that every state of the widget can be brought about: the line may be
 * cut, answers held back, errors sent. Pages at {@code https://careers.test} are given as
 * text; the widget's files are the packed ones.
 */
final class ScriptedChat {

	static final String HOST = "https://careers.test/";

	static final String PAGE = """
			<!doctype html><html lang="en"><head><title>Careers</title>
			<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Careers</h1>
			<p>Advice for your next step.</p></main>
			<signpost-chat></signpost-chat><script src="/widget.js" async></script></body></html>""";

	private static final Path FILES = Path.of("target", "classes", "static");

	private final Map<String, List<JsonNode>> answers = new HashMap<>();

	private final List<JsonNode> outOfScope;

	private final Map<String, String> pages = new HashMap<>();

	/** The log of the conversation, as a server would keep it. */
	private final List<ObjectNode> log = new ArrayList<>();

	private final List<JsonNode> received = new ArrayList<>();

	private final Map<String, ObjectNode> errors = new HashMap<>();

	private @Nullable WebSocketRoute socket;

	private final List<String> addresses = new ArrayList<>();

	private int turns;

	private int frames = Integer.MAX_VALUE;

	private List<ObjectNode> held = List.of();

	private boolean refusing;

	private int conversations;

	ScriptedChat(BrowserTab tab) {
		GoldenConversation.readAll().forEach((golden) -> this.answers.putAll(golden.answers()));
		this.outOfScope = List.copyOf(GoldenConversation.read("out-of-scope").answers().values()).getFirst();
		this.pages.put("/", PAGE);
		tab.context().route(Pattern.compile("^https?://.*"), this::serve);
		tab.context().routeWebSocket(Pattern.compile("^wss?://.*/chat$"), this::connect);
	}

	/** Serves this page instead of the plain one. */
	ScriptedChat page(String path, String html) {
		this.pages.put(path, html);
		return this;
	}

	/** Sends only so many events of each answer, until {@link #release()}. */
	ScriptedChat holdAfter(int frames) {
		this.frames = frames;
		return this;
	}

	/** Answers this question, or every {@code rate}, with an error instead. */
	ScriptedChat fail(String question, String code, int retry) {
		var error = JsonMapper.shared().createObjectNode().put("t", "err").put("code", code);
		this.errors.put(question, (retry > 0) ? error.put("retry", retry) : error);
		return this;
	}

	/**
	 * Answers this question with these events, written as in the golden conversations but
	 * without their {@code seq} and {@code turn}.
	 */
	ScriptedChat answer(String question, String... events) {
		this.answers.put(question,
				Stream.concat(Stream.of("{\"t\":\"turn\"}"), Stream.of(events))
					.map((event) -> JsonMapper.shared().readTree(event))
					.toList());
		return this;
	}

	void recover() {
		this.errors.clear();
	}

	/** Sends so much of what was held back. */
	void answerLate(int events) {
		var now = this.held.subList(0, events);
		this.held = this.held.subList(events, this.held.size());
		now.forEach(this::store);
	}

	/** Sends what was held back. */
	void release() {
		this.frames = Integer.MAX_VALUE;
		var last = this.held;
		this.held = List.of();
		last.forEach(this::store);
	}

	/** Cuts the line and refuses new ones until {@link #repair()}. */
	void cut(int code) {
		this.refusing = true;
		hangUp(code);
	}

	void hangUp(int code) {
		if (this.socket != null) {
			this.socket.close(new WebSocketRoute.CloseOptions().setCode(code).setReason("test"));
		}
	}

	void repair() {
		this.refusing = false;
	}

	/** Deletes the conversation, as a server does when its time is over. */
	void forget() {
		this.log.clear();
		this.conversations++;
	}

	/** Frames of this type that came from the widget. */
	List<JsonNode> received(String type) {
		return this.received.stream().filter((frame) -> frame.get("t").asString().equals(type)).toList();
	}

	int connections() {
		return this.addresses.size();
	}

	/** Where the widget has connected to. */
	List<String> addresses() {
		return this.addresses;
	}

	/** Sends a frame as it is. */
	void send(String frame) {
		if (this.socket != null) {
			this.socket.send(frame);
		}
	}

	private void serve(Route route) {
		var path = URI.create(route.request().url()).getPath();
		var file = FILES.resolve(path.substring(1));
		if (this.pages.containsKey(path)) {
			route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8")
				.setBody(this.pages.get(path)));
		}
		else if (Files.isRegularFile(file)) {
			route.fulfill(new Route.FulfillOptions().setPath(file)
				.setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type",
						path.endsWith(".json") ? "application/json" : "text/javascript")));
		}
		else {
			route.fulfill(new Route.FulfillOptions().setStatus(404));
		}
	}

	private void connect(WebSocketRoute route) {
		this.addresses.add(route.url());
		if (this.refusing) {
			route.close(new WebSocketRoute.CloseOptions().setCode(1013).setReason("test"));
			return;
		}
		this.socket = route;
		route.onMessage((message) -> receive((ObjectNode) JsonMapper.shared().readTree(message.text())));
	}

	private void receive(ObjectNode frame) {
		this.received.add(frame);
		switch (frame.get("t").asString()) {
			case "hello" -> welcome(frame);
			case "ask" -> answer(frame);
			case "rate" -> rated(frame);
			case "clear" -> {
				forget();
				send(event("cleared").put("id", frame.get("id").asString()).toString());
				begin(true);
			}
			case "cancel" -> {
				this.held = List.of();
				store(event("end").put("turn", frame.get("turn").asInt())
					.put("outcome", "ANSWERED")
					.put("why", "cancelled"));
			}
			default -> {
			}
		}
	}

	private void rated(ObjectNode rate) {
		var error = this.errors.get("rate");
		if (error != null) {
			send(error.deepCopy().put("re", rate.get("id").asString()).toString());
			return;
		}
		store(event("rated").put("id", rate.get("id").asString()).put("turn", rate.get("turn").asInt()));
	}

	private void welcome(ObjectNode hello) {
		if (!hello.has("c")) {
			begin(false);
		}
		else if (!hello.get("c").asString().equals("c" + this.conversations)) {
			begin(true);
		}
		else {
			send(event("welcome").put("c", "c" + this.conversations).put("hb", 20).put("max", 500).toString());
			var after = hello.get("after").asInt();
			this.log.stream()
				.filter((event) -> event.get("seq").asInt() > after)
				.forEach((event) -> send(event.toString()));
		}
	}

	private void begin(boolean reset) {
		this.conversations++;
		this.log.clear();
		var welcome = event("welcome").put("c", "c" + this.conversations)
			.put("k", "k" + this.conversations)
			.put("hb", 20)
			.put("max", 500);
		send((reset ? welcome.put("reset", true) : welcome).toString());
	}

	private void answer(ObjectNode ask) {
		var question = ask.get("q").asString();
		var error = this.errors.get(question);
		if (error != null) {
			send(error.deepCopy().put("re", ask.get("id").asString()).toString());
			return;
		}
		var known = this.log.stream().anyMatch((event) -> event.path("id").equals(ask.get("id")));
		if (known) {
			return;
		}
		this.turns++;
		var golden = this.answers.getOrDefault(question, this.outOfScope);
		var events = golden.stream().map((frame) -> {
			var event = ((ObjectNode) frame).deepCopy().put("turn", this.turns);
			return frame.get("t").asString().equals("turn")
					? event.put("id", ask.get("id").asString()).put("q", question) : event;
		}).toList();
		var now = Math.min(this.frames, events.size());
		this.held = events.subList(now, events.size());
		events.subList(0, now).forEach(this::store);
	}

	private static ObjectNode event(String type) {
		return JsonMapper.shared().createObjectNode().put("t", type);
	}

	private void store(ObjectNode event) {
		event.put("seq", this.log.size() + 1);
		this.log.add(event);
		send(event.toString());
	}

}
