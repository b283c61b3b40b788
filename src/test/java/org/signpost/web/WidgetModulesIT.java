package org.signpost.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the tests that lie beside the widget's modules, in the browser and without Node.
 */
@BrowserTest
class WidgetModulesIT {

	private static final Path WIDGET = Path.of("web-widget");

	private static final Map<String, String> TYPES = Map.of("js", "text/javascript", "json", "application/json", "css",
			"text/css");

	@TestFactory
	Stream<DynamicTest> passTheirOwnTests(BrowserTab tab) throws IOException {
		try (var files = Files.list(WIDGET.resolve("src"))) {
			var imports = files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".test.js"))
				.sorted()
				.map((name) -> "import './src/" + name + "';")
				.collect(Collectors.joining("\n"));
			tab.context().route("https://modules.test/**", (route) -> serve(route, imports));
		}
		tab.page().navigate("https://modules.test/");
		tab.page().waitForFunction("window.finished");
		tab.page().evaluate("window.finished");
		assertThat(tab.complaints()).isEmpty();
		var results = (List<?>) tab.page().evaluate("results.map(({name, error}) => [name, error ?? ''])");
		assertThat(results).isNotEmpty();
		return results.stream()
			.map((result) -> (List<?>) result)
			.map((result) -> DynamicTest.dynamicTest((String) result.get(0),
					() -> assertThat((String) result.get(1)).isEmpty()));
	}

	private static void serve(Route route, String imports) {
		var path = URI.create(route.request().url()).getPath().substring(1);
		var file = WIDGET.resolve(path);
		if (path.isEmpty()) {
			route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("""
					<!doctype html><link rel=icon href=data:,><script type=importmap>{"imports": {
						"node:test": "/test/in-browser/node-test.js",
						"node:assert/strict": "/test/in-browser/node-assert.js"}}</script>
					<script type=module>%s</script>""".formatted(imports)));
		}
		else if (Files.isRegularFile(file)) {
			var type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
			route.fulfill(new Route.FulfillOptions().setPath(file).setContentType(type));
		}
		else {
			route.fulfill(new Route.FulfillOptions().setStatus(404));
		}
	}

	@Test
	void useEveryWord() throws IOException {
		var code = new StringBuilder();
		try (var files = Files.list(WIDGET.resolve("src"))) {
			for (var file : files.filter((name) -> name.toString().endsWith(".js")).toList()) {
				code.append(Files.readString(file));
			}
		}
		var words = Files.readString(WIDGET.resolve("src/strings/en.json"));
		// error codes, nations and reasons for an end come from the server
		var fromServer = List.of("ENGLAND", "SCOTLAND", "WALES", "NORTHERN_IRELAND", "too_long", "too_fast", "busy",
				"starting", "turn_running", "bad_frame", "not_saved", "interrupted", "reset", "cleared");
		var keys = Stream.of(words.split("\n"))
			.filter((line) -> line.contains("\": "))
			.map((line) -> line.strip().substring(1, line.strip().indexOf("\":")));
		assertThat(keys).allMatch((key) -> fromServer.contains(key) || code.indexOf("ords." + key) > 0
				|| code.indexOf("from." + key) > 0);
	}

	@Test
	void areDocumentedWhereAPageCanSetSomething() throws IOException {
		var readme = Files.readString(WIDGET.resolve("README.md"));
		var chat = Files.readString(WIDGET.resolve("src/chat.js"));
		var styles = Files.readString(WIDGET.resolve("src/signpost-chat.css"));
		var attributes = Pattern.compile("attribute\\('(\\w+)'\\)").matcher(chat).results().map((hit) -> hit.group(1));
		var properties = Pattern.compile("--signpost-[\\w-]+").matcher(styles).results().map(MatchResult::group);
		var events = Pattern.compile("tellPage\\(element, '(\\w+)'")
			.matcher(chat)
			.results()
			.map((hit) -> "signpost-chat-" + hit.group(1));
		var settings = Stream.of(attributes, properties, events).flatMap((names) -> names).distinct().toList();
		assertThat(settings).hasSizeGreaterThan(18).allMatch((name) -> readme.contains("`" + name + "`"));
	}

}
