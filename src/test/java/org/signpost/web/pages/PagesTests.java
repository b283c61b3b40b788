package org.signpost.web.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.signpost.conversation.ConversationProperties;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages and the widget's files, as a browser asks for them. */
@ServerTest
class PagesTests {

	private static final Pattern CARRIED = Pattern.compile("name=\"conversation\" value=\"([^\"]+)\"");

	@LocalServerPort
	private int port;

	@Autowired
	private ConversationProperties conversations;

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void answersByPlainFormPostAndGoesOnWithTheConversation() throws Exception {
		assertThat(get("/ask").body()).contains("<form").doesNotContain("name=\"conversation\"");
		var first = ask(Map.of("question", "how much is <b>it</b>?", "nation", "WALES"));
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(first.body()).contains("Answer 1: the allowance is £2,240 to £4,424")
			.contains("how much is &lt;b&gt;it&lt;/b&gt;?")
			.contains("&lt;b&gt;no markup&lt;/b&gt;")
			.contains("For Wales · Change")
			.contains("value=\"WALES\" selected")
			.contains("href=\"https://www.example.org/1\"")
			.contains("href=\"tel:08003892500\"")
			.contains("Who gets it?")
			.doesNotContain("<b>");
		var carried = carried(first);
		var second = ask(Map.of("question", "and then?", "conversation", carried));
		assertThat(second.body()).contains("Answer 2:");
		assertThat(carried(second)).isEqualTo(carried);
		var stranger = ask(
				Map.of("question", "whose is this?", "conversation", carried.substring(0, 37) + "x".repeat(22)));
		assertThat(stranger.body()).contains("Answer 1:");
		assertThat(carried(stranger)).isNotEqualTo(carried);
		assertThat(ask(Map.of("question", "?", "conversation", "nonsense")).body()).contains("Answer 1:");
	}

	@Test
	void saysWhatIsWrongInPlainWords() throws Exception {
		assertThat(ask(Map.of("question", "  ")).body()).contains("Enter a question.", "aria-invalid=\"true\"");
		assertThat(ask(Map.of()).body()).contains("Enter a question.");
		assertThat(ask(Map.of("question", "x".repeat(501))).body()).contains("500 characters or fewer")
			.contains("x".repeat(501));
		assertThat(ask(Map.of("question", "fail")).body()).contains("Something went wrong on our side")
			.doesNotContain("aria-invalid");
		assertThat(ask(Map.of("question", "x".repeat(20_000))).statusCode()).isEqualTo(413);
	}

	@Test
	void asksNothingThatAnotherSiteHasFilledIn() throws Exception {
		var form = HttpRequest.newBuilder(uri("/ask"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "cross-site")
			.POST(BodyPublishers.ofString("question=suggested"))
			.build();
		var page = this.client.send(form, BodyHandlers.ofString());
		assertThat(page.body()).contains("suggested").doesNotContain("Answer 1");
	}

	@Test
	void saysWhatIsKeptAndHowLong() throws Exception {
		assertThat(get("/privacy").body()).contains("30 days");
	}

	@Test
	void allowsItsPagesLittleAndSetsNoCookie() throws Exception {
		for (var path : new String[] { "/", "/ask", "/privacy", "/adviser" }) {
			var page = get(path);
			assertThat(page.statusCode()).as(path).isEqualTo(200);
			assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'",
					"script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'");
			assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
			assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		}
	}

	@Test
	void servesTheWorkbenchInModulesOfOneVersion() throws Exception {
		assertThat(get("/adviser").body()).contains("adviser/app.js").doesNotContain("<style", "style=");
		for (var file : new String[] { "app.js", "dom.js", "words.js", "adviser.css" }) {
			var module = get("/adviser/" + file);
			assertThat(module.statusCode()).as(file).isEqualTo(200);
			assertThat(module.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
			assertThat(module.headers().firstValue("ETag")).isPresent();
		}
		assertThat(get("/adviser/none.js").statusCode()).isEqualTo(404);
	}

	@Test
	void servesTheWidgetToBeKeptAndCheckedByPagesAnywhere() throws Exception {
		var stable = get("/widget.js");
		assertThat(stable.statusCode()).isEqualTo(200);
		assertThat(stable.headers().firstValue("Content-Type").orElse("")).contains("javascript");
		assertThat(stable.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
		assertThat(stable.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		var tag = stable.headers().firstValue("ETag").orElseThrow();
		var again = this.client.send(origin("/widget.js").header("If-None-Match", tag).build(),
				BodyHandlers.ofString());
		assertThat(again.statusCode()).isEqualTo(304);
		var file = JsonMapper.shared().readTree(get("/widget.json").body()).get("file").asString();
		var versioned = get("/" + file);
		assertThat(versioned.body()).isEqualTo(stable.body());
		assertThat(versioned.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000",
				"immutable");
		assertThat(versioned.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		assertThat(get("/widget-000000000000.js").statusCode()).isEqualTo(404);
	}

	@Test
	void goesOnServingAVersionThatANewerServerDoesNotBring() throws Exception {
		var kept = this.conversations.data().resolve("widget");
		Files.writeString(kept.resolve("widget-0123456789ab.js"), "// an older one");
		var old = get("/widget-0123456789ab.js");
		assertThat(old.body()).isEqualTo("// an older one");
		assertThat(old.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
		assertThat(old.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		assertThat(old.headers().firstValue("Content-Type").orElse("")).contains("javascript");
	}

	@Test
	void asksAgainForTheNationThatIsPressed() throws Exception {
		var again = ask(Map.of("question", "how much?", "nation", "WALES", "again", "SCOTLAND"));
		assertThat(again.body())
			.contains("For Scotland · Change", "value=\"WALES\" selected", "name=\"again\" value=\"WALES\"")
			.doesNotContain("name=\"again\" value=\"SCOTLAND\"");
	}

	private static String carried(HttpResponse<String> page) {
		var matcher = CARRIED.matcher(page.body());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private HttpResponse<String> ask(Map<String, String> fields) throws Exception {
		var body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		var form = HttpRequest.newBuilder(uri("/ask"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.client.send(form, BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(origin(path).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder origin(String path) {
		return HttpRequest.newBuilder(uri(path)).header("Origin", "https://elsewhere.example");
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
