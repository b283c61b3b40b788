package org.signpost.web.adviser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.ScriptedAnswering;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signpost.web.adviser.AdviserClient.json;

/** Comparing drafts over real HTTP. */
@ServerTest
class ComparisonsTests {

	private static final Path PUBLISHED = Path.of("src/test/resources/scripted-server");

	@LocalServerPort
	private int port;

	@Autowired
	private ScriptedAnswering engine;

	private AdviserClient client;

	@TempDir
	static Path drafts;

	@DynamicPropertySource
	static void draftsLieHere(DynamicPropertyRegistry registry) {
		registry.add("signpost.drafts", () -> drafts);
	}

	@BeforeEach
	void prepare() {
		this.client = new AdviserClient(this.port);
	}

	@Test
	void tellsWhatADraftStatesOtherwiseAndWhatIsWrongWithIt() throws IOException {
		var draft = draft("autumn");
		edit(draft.resolve("guidance/source-1.md"), "£2,240", "£2,400");
		Files.writeString(draft.resolve("guidance/faulty.md"), "---\nno title: at all\n---\nNothing.\n");
		assertThat(json(this.client.get("/api/drafts", 200)).toString()).contains("\"autumn\"");
		var ended = ended(begin("autumn", "what is the allowance?"));
		assertThat(ended.get("state").asString()).isEqualTo("DONE");
		assertThat(ended.get("draft").asString()).isEqualTo("autumn");
		assertThat(ended.get("unchanged").asInt()).isEqualTo(1);
		assertThat(ended.get("changes")).isEmpty();
		assertThat(ended.at("/statements/changed/0/after").asString()).contains("£2,400");
		assertThat(ended.at("/problems").toString()).contains("guidance/faulty.md:2", "is missing");
	}

	@Test
	void listsDraftsPageByPage() throws IOException {
		for (var name : new String[] { "page c", "page a", "page b" }) {
			Files.createDirectories(drafts.resolve(name));
		}
		var whole = json(this.client.get("/api/drafts", 200)).valueStream().toList();
		var met = new ArrayList<JsonNode>();
		var next = Optional.of("?limit=2");
		while (next.isPresent()) {
			var page = this.client.get("/api/drafts" + next.get(), 200);
			assertThat(json(page).size()).isLessThanOrEqualTo(2);
			json(page).forEach(met::add);
			next = page.headers().firstValue("Link").map((link) -> link.replaceAll("<(.*)>.*", "$1"));
		}
		assertThat(met).isEqualTo(whole)
			.extracting(JsonNode::asString)
			.contains("page a", "page b", "page c")
			.isSorted();
	}

	@Test
	void aDraftWithNothingToAnswerFromFailsWithItsProblems() throws IOException {
		Files.createDirectories(drafts.resolve("empty/guidance"));
		var ended = ended(begin("empty", "x"));
		assertThat(ended.get("state").asString()).isEqualTo("FAILED");
		assertThat(ended.at("/problems/0/text").asString()).startsWith("there is no source");
	}

	@Test
	void doesOneAtATimeWithEvaluations() throws IOException {
		draft("winter");
		var begun = begin("winter", "wait");
		this.client.post("/api/comparisons", body("winter", "x"), 409);
		this.client.post("/api/evaluations", body("winter", "x"), 409);
		// cancelled before it came to a question, it would ask none that could be
		// released
		this.engine.awaitWhatWaits();
		this.client.delete(address(begun), 204);
		this.engine.releaseWhatWaits();
		assertThat(ended(begun).get("finished").asString()).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "../drafts/autumn", "/etc", "a/b", "a\\b", "..\\x", ".hidden", "a\u0000b",
			"~", "C:", "%2e%2e" })
	void whatIsNoNameOfAFolderIsRefused(String name) {
		assertThat(json(this.client.post("/api/comparisons", body(name, "x"), 400)).get("field").asString())
			.isEqualTo("draft");
	}

	@Test
	void aDraftThatIsNotThereIsNotFound() {
		assertThat(json(this.client.post("/api/comparisons", body("nowhere", "x"), 404)).get("field").asString())
			.isEqualTo("draft");
		this.client.get("/api/comparisons/00000000-0000-4000-8000-000000000000", 404);
		this.client.delete("/api/comparisons/none", 404);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void noLinkIsFollowed() throws IOException {
		Files.createDirectories(drafts);
		var link = drafts.resolve("link");
		Files.deleteIfExists(link);
		Files.createSymbolicLink(link, PUBLISHED.toAbsolutePath());
		this.client.post("/api/comparisons", body("link", "x"), 400);
		assertThat(json(this.client.get("/api/drafts", 200)).toString()).doesNotContain("link");
		var inside = draft("inside").resolve("guidance/passwords.md");
		Files.deleteIfExists(inside);
		Files.createSymbolicLink(inside, Path.of("/etc/passwd"));
		this.client.post("/api/comparisons", body("inside", "x"), 400);
	}

	private Path draft(String name) throws IOException {
		var draft = drafts.resolve(name);
		FileSystemUtils.copyRecursively(PUBLISHED, draft);
		return draft;
	}

	private static void edit(Path file, String what, String with) throws IOException {
		Files.writeString(file, Files.readString(file).replace(what, with));
	}

	private JsonNode begin(String draft, String question) {
		return json(this.client.post("/api/comparisons", body(draft, question), 202));
	}

	private JsonNode ended(JsonNode begun) {
		Awaitility.await()
			.until(() -> !json(this.client.get(address(begun), 200)).get("state").asString().equals("RUNNING"));
		return json(this.client.get(address(begun), 200));
	}

	private static String address(JsonNode comparison) {
		return "/api/comparisons/" + comparison.get("id").asString();
	}

	private static String body(String draft, String question) {
		return JsonMapper.shared()
			.createObjectNode()
			.put("draft", draft)
			.put("jsonl", "{\"turns\": [{\"user\": \"" + question + "\"}]}")
			.toString();
	}

}
