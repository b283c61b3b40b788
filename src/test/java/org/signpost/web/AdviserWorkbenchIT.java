package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signpost.Signpost;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.testing.ChatClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The advisers' workbench on the real server, with the guidance that ships. */
@BrowserTest
@SpringBootTest(classes = Signpost.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}", "signpost.limits.asks-per-minute=100000",
				"signpost.limits.asks-per-day=100000" })
class AdviserWorkbenchIT {

	private static final String ALLOWANCE = "what's the SEN alowance in Northern Ireland?";

	/** Pictures of the screens, to be looked at. */
	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final List<String> SCREENS = List.of("try", "conversations", "gaps", "sources",
			"sources/prospects-senco", "evaluate", "compare", "figures", "audit");

	@LocalServerPort
	private int port;

	@Autowired
	private CurrentKnowledgeBase knowledgeBase;

	@BeforeEach
	void waitForTheKnowledgeBase() {
		await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> this.knowledgeBase.get() != null);
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	private Page open(BrowserTab tab, String screen) {
		tab.page().navigate(address("/adviser#/" + screen));
		ready(tab);
		return tab.page();
	}

	/** Until the screen is there with what it asked of the server. */
	private static void ready(BrowserTab tab) {
		tab.page().locator("main:not([aria-busy]) h1").waitFor();
	}

	private static void ask(BrowserTab tab, String question) {
		tab.page().getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill(question);
		tab.button("Ask").click();
		assertThat(tab.page().locator("h2.question")).hasText("You asked: " + question);
	}

	private static Locator region(BrowserTab tab, String name) {
		return tab.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName(name)).first();
	}

	/** What a visitor asked, as the server keeps it. */
	private JsonNode asked(BrowserTab tab, String conversation, String question) {
		var body = conversation.isEmpty() ? Map.of("question", question)
				: Map.of("question", question, "conversation", conversation);
		return JsonMapper.shared()
			.readTree(tab.context()
				.request()
				.post(address("/api/answers"), RequestOptions.create().setData(body))
				.text());
	}

	private void rated(BrowserTab tab, JsonNode answer, int value) {
		rated(tab, answer.get("id").asString(), value);
	}

	private void rated(BrowserTab tab, String answer, int value) {
		tab.context()
			.request()
			.put(address("/api/answers/" + answer + "/rating"),
					RequestOptions.create()
						.setHeader("Content-Type", "application/json")
						.setData(Map.of("value", value, "comment", "not what I asked")));
	}

	@Test
	void answersAndShowsTheWayToTheAnswer(BrowserTab tab) {
		open(tab, "try");
		ask(tab, ALLOWANCE);
		var answer = region(tab, "What the visitor reads");
		assertThat(answer).containsText("£2,240 to £4,424");
		assertThat(answer).containsText("For Northern Ireland");
		var trace = region(tab, "Why they read it");
		assertThat(trace.locator("del")).containsText("alowance");
		assertThat(trace.locator("ins")).containsText("allowance");
		assertThat(trace).containsText("Northern Ireland: the question says so");
		assertThat(trace).containsText("sen-allowance");
		assertThat(trace.locator(".kept")).not().hasCount(0);
		assertThat(trace.locator(".candidates > li:not(.kept)").first()).containsText("than the likeliest");
		assertThat(trace).containsText("What was found is likely to answer the question");
		assertThat(trace).containsText("in all.");
		tab.button("Source 1").first().click();
		assertThat(answer.locator(".sources li").first()).isFocused();
		answer.getByRole(AriaRole.GROUP).getByRole(AriaRole.BUTTON).first().click();
		assertThat(tab.page().getByText("Earlier in this conversation: 1 question")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void goesOnWithAConversationAndStartsAnew(BrowserTab tab) {
		var page = open(tab, "try");
		ask(tab, "What would I earn as a teacher?");
		ask(tab, "and in Cardiff?");
		assertThat(region(tab, "What the visitor reads")).containsText("Wales");
		page.reload();
		ready(tab);
		assertThat(page.locator("h2.question")).containsText("and in Cardiff?");
		assertThat(page.getByText("Traces are kept on this page only")).not().hasCount(0);
		tab.link("Start anew").click();
		assertThat(page.locator("h2.question")).hasCount(0);
		page.goBack();
		assertThat(page.locator("h2.question")).containsText("and in Cardiff?");
		tab.button("Ask the same again in a new conversation").click();
		assertThat(region(tab, "Why they read it")).containsText("What was understood");
	}

	@Test
	void goesFromAVisitorsTurnToTryWithTheTurnsBeforeIt(BrowserTab tab) {
		var first = asked(tab, "", "What is the SEN allowance?");
		rated(tab, asked(tab, first.get("conversation").asString(), "and in Scotland?"), 1);
		open(tab, "conversations?rating=1");
		var row = tab.page()
			.getByRole(AriaRole.LISTITEM)
			.filter(new Locator.FilterOptions().setHasText("and in Scotland?"))
			.first();
		row.getByRole(AriaRole.LINK).first().click();
		assertThat(tab.page().getByText("not what I asked").first()).isVisible();
		assertThat(tab.page().locator("h1")).isFocused();
		tab.page()
			.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("after the turns before it")))
			.click();
		assertThat(tab.page().locator("h1")).hasText("Try a question");
		assertThat(tab.page().locator("h2.question")).containsText("and in Scotland?");
		assertThat(region(tab, "Why they read it")).containsText("Scotland");
		assertThat(tab.page().getByText("Earlier in this conversation: 1 question")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void narrowsConversationsSoThatReloadAndBackWork(BrowserTab tab) {
		asked(tab, "", "What does a SENCO earn in France?");
		asked(tab, "", "Do I need NASENCO?");
		var page = open(tab, "conversations");
		page.getByLabel("Outcome").selectOption("NOT_COVERED");
		tab.button("Show").click();
		assertThat(page.locator("#results")).isFocused();
		assertThat(page.getByText("in France?").first()).isVisible();
		assertThat(page.getByText("Do I need NASENCO?")).hasCount(0);
		page.reload();
		ready(tab);
		assertThat(page.getByLabel("Outcome")).hasValue("NOT_COVERED");
		page.goBack();
		assertThat(page.getByText("Do I need NASENCO?").first()).isVisible();
		page.getByLabel("Words in the question").fill("quetzalcoatl");
		tab.button("Show").click();
		assertThat(page.locator("#results")).containsText("No conversation fits this.");
	}

	@Test
	void ranksWhatWasAskedInVainAndBeginsAFile(BrowserTab tab) throws IOException {
		for (var wording : List.of("What does a SENCO earn in France?", "what do SENCOs earn in France")) {
			ChatClient.answered(this.port, wording, "ENGLAND");
		}
		var page = open(tab, "gaps");
		assertThat(page.locator("#results")).containsText("in 30 days");
		var gap = page.locator(".gaps > li").filter(new Locator.FilterOptions().setHasText("in France")).first();
		assertThat(gap).containsText("Not covered");
		gap.getByText("How it was asked").click();
		assertThat(gap.locator("q").first()).containsText("in France");
		gap.getByText("A file to begin with").click();
		assertThat(gap.locator("pre")).containsText("in France");
		gap.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy")).click();
		assertThat(tab.page().getByRole(AriaRole.STATUS)).hasText("Copied.");
		assertThat(tab.page().evaluate("navigator.clipboard.readText()")).isEqualTo(gap.locator("pre").textContent());
		var file = page.waitForDownload(
				() -> gap.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Download")).click());
		assertThat(file.suggestedFilename()).endsWith(".md");
		assertThat(Files.readString(file.path())).contains("in France");
		gap.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Try it")).first().click();
		assertThat(region(tab, "Why they read it")).containsText("nothing is given");
		open(tab, "gaps?from=2020-01-01&before=2020-01-31");
		assertThat(page.locator("#results")).hasText("No visitor asked anything in vain in these 30 days.");
	}

	@Test
	void drawsFiguresAndGivesThemAsATable(BrowserTab tab) throws IOException {
		rated(tab, ChatClient.answered(this.port, "Do I need NASENCO?", "ENGLAND"), 5);
		var page = open(tab, "figures");
		assertThat(page.locator("#results")).containsText("questions from");
		assertThat(page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName(Pattern.compile("^Questions a day: "))))
			.isVisible();
		assertThat(region(tab, "How questions ended")).containsText("Answered");
		assertThat(region(tab, "How answers were rated")).containsText("5, best");
		assertThat(region(tab, "Nations they were asked for")).containsText("England");
		page.getByText("The numbers day by day").first().click();
		assertThat(region(tab, "The numbers day by day").locator("tbody tr")).hasCount(31);
		var file = page.waitForDownload(() -> tab.button("Download as CSV").click());
		assertThat(Files.readAllLines(file.path())).hasSize(31).first().asString().startsWith("day,questions");
		page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Last 7 days")).click();
		assertThat(region(tab, "How questions ended")).isVisible();
		open(tab, "figures?from=2020-01-01&before=2020-01-31");
		assertThat(page.locator("#results")).hasText("Nobody asked anything from 1 Jan to 30 Jan.");
	}

	@Test
	void tellsWhoDidWhat(BrowserTab tab) {
		open(tab, "conversations");
		var page = open(tab, "audit");
		assertThat(page.getByRole(AriaRole.TABLE)).containsText("Listed conversations");
		page.getByLabel("Who").fill("nobody");
		tab.button("Show").click();
		assertThat(page.locator("#results")).hasText("Nobody did anything in this time.");
	}

	@Test
	void showsSourcesWithWhatRestsOnThem(BrowserTab tab) {
		rated(tab, ChatClient.answered(this.port, "What is the SEN allowance in Northern Ireland?", "NORTHERN_IRELAND"),
				4);
		var page = open(tab, "sources");
		assertThat(page.getByText("Went through")).isVisible();
		assertThat(page.locator("#results")).containsText("50 sources on this page");
		assertThat(region(tab, "Sources").locator("tbody tr").first()).containsText("Stale");
		tab.link("Next page").click();
		assertThat(region(tab, "Sources").locator("tbody tr")).hasCount(32);
		tab.link("First page").click();
		page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("(SENCO), job profile")).first().click();
		assertThat(tab.heading("129 statements")).isVisible();
		assertThat(page.locator("dl")).containsText(Pattern.compile("[\\d.]+ of 5, \\d answer"));
		assertThat(page.getByText("prospects-senco#1").first()).isVisible();
		assertThat(page.getByText("sen-allowance").first()).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void runsSavedCasesAndShowsEachMiss(BrowserTab tab) throws IOException {
		var page = open(tab, "try");
		ask(tab, "Do I need NASENCO?");
		tab.button("This answer is wrong").click();
		tab.button("Save the case").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("So far the answer as it is would pass.");
		page.getByLabel("It must say").fill("a parrot (grey)");
		tab.button("Save the case").click();
		assertThat(page.getByText("The case is saved.")).isFocused();
		tab.link("Run the evaluation").click();
		tab.button("Run").click();
		assertThat(page.locator("#results")).containsText("0 of 1 case passed (0%)");
		assertThat(region(tab, "Pass rate by kind")).containsText("Plain question");
		page.locator(".miss summary").click();
		assertThat(page.locator(".miss")).containsText("parrot");
		assertThat(page.locator(".miss .trace")).containsText("What was considered");
		assertThat(AccessibilityRules.violations(page)).isEmpty();
		page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("All runs")).click();
		var file = page.waitForDownload(() -> tab.button("Download the cases").click());
		assertThat(Files.readString(file.path())).contains("\"turns\"", "parrot");
		tab.button("Remove: Do I need NASENCO?").click();
		assertThat(page.getByText("a parrot")).hasCount(0);
		page.getByLabel("Cases from a file").setInputFiles(Path.of("src/test/resources/evaluation/nations.jsonl"));
		tab.button("Run").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("jsonl");
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void hasNoViolationsOnAnyScreen(ColorScheme scheme, BrowserTab tab) {
		rated(tab, asked(tab, "", "What does a SENCO earn in France?"), 1);
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		for (var screen : SCREENS) {
			open(tab, screen);
			check(tab, screen, scheme);
		}
		open(tab, "conversations");
		tab.page().locator(".rows a").first().click();
		ready(tab);
		check(tab, "conversation", scheme);
		open(tab, "try");
		ask(tab, ALLOWANCE);
		tab.button("The other 5 considered").click();
		tab.button("This answer is wrong").click();
		check(tab, "tried", scheme);
		ask(tab, "and in Cardiff? also, how do I become a teacher?");
		tab.page().locator("summary").first().click();
		check(tab, "tried-more", scheme);
		open(tab, "conversations/00000000-0000-4000-8000-000000000000");
		check(tab, "problem", scheme);
	}

	private static void check(BrowserTab tab, String state, ColorScheme scheme) {
		var name = "adviser-" + state.replace('/', '-') + "-" + scheme.name().toLowerCase(Locale.ROOT);
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
		assertThat(AccessibilityRules.violations(tab.page())).as(name).isEmpty();
	}

	@Test
	void canBeUsedWithTheKeyboardAlone(BrowserTab tab) {
		open(tab, "try");
		var keyboard = tab.page().keyboard();
		keyboard.press("Tab");
		keyboard.press("Enter");
		assertThat(tab.page().locator("h1")).isFocused();
		keyboard.press("Tab");
		keyboard.type(ALLOWANCE);
		keyboard.press("Enter");
		assertThat(tab.page().locator("h2.question")).isFocused();
		var names = new ArrayList<String>();
		for (var step = 0; step < 12; step++) {
			keyboard.press("Tab");
			names.add((String) tab.page().evaluate("document.activeElement.textContent"));
			assertThat(tab.page().evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
		}
		assertThat(names).containsSubsequence("[1]", "Who gets the SEN allowance?", "prospects-senco",
				"This answer is wrong");
		tab.button("This answer is wrong").focus();
		keyboard.press("Enter");
		keyboard.press("Tab");
		assertThat(tab.page().getByLabel("It should have ended as")).isFocused();
	}

	@Test
	void movesTheFocusToTheHeadingOfAnotherScreen(BrowserTab tab) {
		var page = open(tab, "try");
		for (var name : List.of("Conversations", "Sources", "Audit")) {
			page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Workbench"))
				.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
				.click();
			assertThat(page.locator("h1")).hasText(name);
			assertThat(page.locator("h1")).isFocused();
			assertThat(page).hasTitle(name + " – Signpost for advisers");
			assertThat(page.locator("[aria-current=page]")).hasText(name);
		}
	}

	@Test
	void fitsANarrowWindow(BrowserTab tab) {
		rated(tab, asked(tab, "", "What does a SENCO earn in France?"), 1);
		tab.page().setViewportSize(390, 800);
		for (var screen : SCREENS) {
			open(tab, screen);
			tab.page()
				.screenshot(new Page.ScreenshotOptions()
					.setPath(PICTURES.resolve("adviser-phone-" + screen.replace('/', '-') + ".png"))
					.setFullPage(true));
			assertThat(sideways(tab)).as(screen).isZero();
		}
		open(tab, "try");
		ask(tab, ALLOWANCE);
		tab.button("This answer is wrong").click();
		assertThat(sideways(tab)).isZero();
		tab.page().setViewportSize(320, 600);
		assertThat(sideways(tab)).isZero();
	}

	private static int sideways(BrowserTab tab) {
		return ((Number) tab.page()
			.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
	}

	@Test
	void givesEveryControlRoomForAFinger(BrowserTab tab) {
		open(tab, "try");
		ask(tab, ALLOWANCE);
		tab.button("This answer is wrong").click();
		var small = (List<?>) tab.page().evaluate("""
				() => [...document.querySelectorAll('button, summary, textarea, input, select, nav a')]
					.map((node) => [node.textContent, node.getBoundingClientRect(), node.matches('.cite') ? 24 : 44])
					.filter(([, {width, height}, least]) => width && (width < 24 || height < least))
					.map(([text, {width, height}]) => `${text} ${width}x${height}`)""");
		assertThat(small).isEmpty();
	}

	@Test
	void showsItsBarsInForcedColours(BrowserTab tab) {
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
		open(tab, "try");
		ask(tab, ALLOWANCE);
		assertThat(tab.page()
			.evaluate(
					"""
							() => new Set(['.filled', '.ground'].map((part) => getComputedStyle(document.querySelector(part)).fill)).size"""))
			.isEqualTo(2);
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("adviser-forced-colours.png")));
	}

	@Test
	void staysOnItsServerAndKeepsNothing(BrowserTab tab) {
		var response = tab.page().navigate(address("/adviser"));
		assertThat(response.headers().get("content-security-policy")).contains("default-src 'none'")
			.contains("require-trusted-types-for 'script'")
			.doesNotContain("unsafe");
		ask(tab, ALLOWANCE);
		open(tab, "conversations");
		assertThat(tab.requests()).allMatch((request) -> request.startsWith(address("/")));
		assertThat(tab.context().cookies()).isEmpty();
		assertThat(tab.page().evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void saysWhatTheServerRefusedAndGoesOn(BrowserTab tab) {
		var page = open(tab, "conversations/00000000-0000-4000-8000-000000000000");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such conversation.");
		tab.context()
			.route(Pattern.compile("/api/answers"),
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)
						.setContentType("application/problem+json")
						.setHeaders(Map.of("Retry-After", "7"))
						.setBody("{\"detail\": \"The knowledge base is not ready yet.\"}")));
		tab.link("Try").first().click();
		page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("Do I need NASENCO?");
		tab.button("Ask").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("The knowledge base is not ready yet.");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Try again in 7 seconds.");
		tab.context().unroute(Pattern.compile("/api/answers"));
		tab.context().setOffline(true);
		tab.button("Ask").click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("The server cannot be reached.");
		tab.context().setOffline(false);
		tab.button("Ask").click();
		assertThat(region(tab, "What the visitor reads")).containsText("NPQ for SENCOs");
		page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill(" ");
		tab.button("Ask").click();
		assertThat(page.getByRole(AriaRole.ALERT)).hasText("Enter a question.");
	}

}
