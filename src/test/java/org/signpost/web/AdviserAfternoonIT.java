package org.signpost.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.signpost.Signpost;
import org.signpost.answering.CurrentKnowledgeBase;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An afternoon of an adviser's: a wrong answer is found, its cause read, the guidance
 * corrected, and the answer kept right from then on.
 */
@BrowserTest
@SpringBootTest(classes = Signpost.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}", "signpost.reload-interval=200ms" })
class AdviserAfternoonIT {

	private static final Path FOLDER = Path.of("target", "test-data", "afternoon-" + UUID.randomUUID());

	private static final Path PUBLISHED = FOLDER.resolve("knowledge-base");

	private static final Path DRAFT = FOLDER.resolve("drafts").resolve("cottages");

	private static final String QUESTION = "What does a lock cottage cost in Wales?";

	@LocalServerPort
	private int port;

	@Autowired
	private CurrentKnowledgeBase knowledgeBase;

	@DynamicPropertySource
	static void publishTheGuidance(DynamicPropertyRegistry properties) throws IOException {
		copy(Path.of("src", "test", "resources", "knowledge-base"), PUBLISHED);
		properties.add("signpost.knowledge-base", PUBLISHED::toString);
		properties.add("signpost.drafts", () -> FOLDER.resolve("drafts").toString());
	}

	private static void copy(Path from, Path to) throws IOException {
		try (var files = Files.walk(from)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				var copy = to.resolve(from.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	@Test
	void aWrongAnswerIsFoundUnderstoodCorrectedAndKeptRight(BrowserTab tab) throws IOException {
		await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> this.knowledgeBase.get() != null);
		aVisitorIsToldAnOldRent(tab);
		var page = tab.page();

		page.navigate("http://localhost:" + this.port + "/adviser#/conversations");
		page.getByLabel("Rating").selectOption("1,2");
		tab.button("Show").click();
		page.locator(".rows a").first().click();
		assertThat(page.getByText("they ask £92 now").first()).isVisible();
		page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Try this question")).click();
		assertThat(region(tab, "What the visitor reads")).containsText("£82");

		var cause = region(tab, "Why they read it").locator(".kept").first();
		assertThat(cause).containsText("a lock cottage costs £82 a week");
		assertThat(cause.getByRole(AriaRole.LINK)).containsText("pay-2025#");

		tab.button("This answer is wrong").click();
		page.getByLabel("It must say").fill("£92");
		page.getByLabel("It must not say").fill("£82");
		page.getByLabel("It must cite").fill("pay-2025");
		page.getByLabel("Note").fill("A visitor reports a higher rent.");
		tab.button("Save the case").click();
		assertThat(page.getByText("The case is saved.")).isVisible();

		copy(PUBLISHED, DRAFT);
		var corrected = DRAFT.resolve("guidance/pay-2025.md");
		Files.writeString(corrected, Files.readString(corrected).replace("£82 a week", "£92 a week"));

		screen(tab, "Compare");
		page.getByLabel("Draft").selectOption("cottages");
		tab.button("Compare").click();
		assertThat(page.locator("#results")).containsText("1 answer changes");
		assertThat(page.locator("del").first()).containsText("£82");
		assertThat(page.locator("ins").first()).containsText("£92");
		assertThat(page.getByText("Because of")).containsText("pay-2025#");
		org.assertj.core.api.Assertions.assertThat(AccessibilityRules.violations(page)).isEmpty();

		Files.copy(corrected, PUBLISHED.resolve("guidance/pay-2025.md"), StandardCopyOption.REPLACE_EXISTING);
		await().atMost(Duration.ofMinutes(1)).until(() -> rent(tab).contains("£92"));

		screen(tab, "Try");
		page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill(QUESTION);
		tab.button("Ask").click();
		assertThat(region(tab, "What the visitor reads")).containsText("£92");

		screen(tab, "Sources");
		assertThat(page.getByText("Went through")).isVisible();

		screen(tab, "Evaluate");
		assertThat(page.getByText("A visitor reports a higher rent.")).isVisible();
		tab.button("Run").click();
		assertThat(page.locator("#results")).containsText("1 of 1 case passed (100%)");
		assertThat(tab.heading("No misses")).isVisible();
		org.assertj.core.api.Assertions.assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void aMistakeIsShownWithTheLineToMend(BrowserTab tab) throws IOException {
		await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> this.knowledgeBase.get() != null);
		var page = tab.page();
		var mistaken = FOLDER.resolve("drafts").resolve("mistaken");
		copy(PUBLISHED, mistaken);
		Files.writeString(mistaken.resolve("guidance/moorings.md"), "Moorings cost £12 a night.\n");
		page.navigate("http://localhost:" + this.port + "/adviser#/compare");
		page.getByLabel("Draft").selectOption("mistaken");
		page.getByLabel("Cases from a file")
			.setInputFiles(new FilePayload("cases.jsonl", "application/x-ndjson",
					"{\"turns\": [{\"user\": \"%s\"}]}".formatted(QUESTION).getBytes(StandardCharsets.UTF_8)));
		tab.button("Compare").click();
		assertThat(page.locator("#results")).hasText("No answer changes; 1 stay as they are");
		assertThat(page.locator(".problems")).containsText("guidance/moorings.md:1");

		var published = PUBLISHED.resolve("guidance/moorings.md");
		Files.copy(mistaken.resolve("guidance/moorings.md"), published);
		await().atMost(Duration.ofMinutes(1)).until(() -> publication(tab).contains("moorings"));
		screen(tab, "Sources");
		assertThat(page.getByText("Did not go through")).isVisible();
		assertThat(page.locator(".problems")).containsText("guidance/moorings.md:1");
		org.assertj.core.api.Assertions.assertThat(AccessibilityRules.violations(page)).isEmpty();
		Files.delete(published);
		await().atMost(Duration.ofMinutes(1)).until(() -> !publication(tab).contains("moorings"));
	}

	private String publication(BrowserTab tab) {
		return tab.context().request().get("http://localhost:" + this.port + "/api/publication").text();
	}

	private void aVisitorIsToldAnOldRent(BrowserTab tab) {
		var answer = JsonMapper.shared().readTree(ask(tab)).get("id").asString();
		tab.context()
			.request()
			.put("http://localhost:" + this.port + "/api/answers/" + answer + "/rating",
					RequestOptions.create().setData(Map.of("value", 1, "comment", "they ask £92 now")));
	}

	private String ask(BrowserTab tab) {
		return tab.context()
			.request()
			.post("http://localhost:" + this.port + "/api/answers",
					RequestOptions.create().setData(Map.of("question", QUESTION)))
			.text();
	}

	/** What a visitor who asks now is told. */
	private String rent(BrowserTab tab) {
		return JsonMapper.shared().readTree(ask(tab)).get("text").asString();
	}

	private static void screen(BrowserTab tab, String name) {
		tab.page()
			.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Workbench"))
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
			.click();
		tab.page().locator("main:not([aria-busy]) [aria-current], main:not([aria-busy]) h1").first().waitFor();
	}

	private static Locator region(BrowserTab tab, String name) {
		return tab.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName(name)).first();
	}

}
