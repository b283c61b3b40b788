package org.signpost.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signpost.Signpost;
import org.signpost.review.Conflicts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Conflicts as advisers meet them, in guidance that has some planted in it. */
@BrowserTest
@SpringBootTest(classes = Signpost.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"signpost.data=target/test-data/${random.uuid}", "signpost.knowledge-base=src/test/resources/conflicts" })
class AdviserConflictsIT {

	private static final Path PICTURES = Path.of("target", "screenshots");

	@LocalServerPort
	private int port;

	@Autowired
	private Conflicts conflicts;

	@BeforeEach
	void waitForTheConflicts() {
		await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(this.conflicts::areOfToday);
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	private Page open(BrowserTab tab, String screen) {
		tab.page().navigate(address("/adviser#/" + screen));
		tab.page().locator("main:not([aria-busy]) h1").waitFor();
		return tab.page();
	}

	private HttpResponse<String> get(String path) throws Exception {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(address(path))).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	@Test
	void showsBothStatementsOfASourceAndWhichIsGiven(BrowserTab tab) {
		var page = open(tab, "sources/organ-archive");
		var decided = page.locator(".conflict").filter(new Locator.FilterOptions().setHasText("head voicer"));
		assertThat(decided).containsText("The first is given because it is newer.");
		var sides = decided.locator(".statements li");
		assertThat(sides.first()).containsText("Given");
		assertThat(sides.first()).containsText("A head voicer earns £41,200 a year.");
		assertThat(sides.first()).containsText("March 2026 · England, Wales");
		assertThat(sides.last()).containsText("Not given");
		assertThat(sides.last()).containsText("£36,000");
		assertThat(sides.last()).containsText("guidance/organ-archive.md:11");
		sides.first().locator("a").focus();
		page.keyboard().press("Enter");
		assertThat(page.locator("h1")).hasText("Organ builder");
		assertThat(page.locator("h1")).isFocused();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void listsWhatIsToBeMendedAndCountsWhatIsStale(BrowserTab tab) {
		var page = open(tab, "sources");
		var facts = page.locator(".facts").first();
		assertThat(facts).containsText("to mend");
		assertThat(facts).containsText("of 21 sources stale");
		assertThat(page.locator(".conflict").first()).containsText("To mend");
		assertThat(page.locator(".conflict").first()).containsText("visitors may get either");
		var row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("straw-trust"));
		assertThat(row).containsText("1 to mend");
		assertThat(tab.complaints()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void hasNoViolationsAndFitsANarrowWindow(ColorScheme scheme, BrowserTab tab) {
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		for (var screen : new String[] { "sources", "sources/organ-archive", "sources/tram-driver" }) {
			open(tab, screen);
			var name = "adviser-conflicts-" + screen.replace('/', '-') + "-" + scheme.name().toLowerCase(Locale.ROOT);
			picture(tab, name);
			assertThat(AccessibilityRules.violations(tab.page())).as(name).isEmpty();
			tab.page().setViewportSize(390, 800);
			picture(tab, name + "-phone");
			assertThat(
					tab.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
				.as(name)
				.isEqualTo(0);
			tab.page().setViewportSize(1280, 800);
		}
	}

	private static void picture(BrowserTab tab, String name) {
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
	}

	@Test
	void givesThemPageByPageThoseToBeMendedFirst() throws Exception {
		var whole = json(get("/api/conflicts"));
		var met = 0;
		var next = "?limit=10";
		while (next != null) {
			var page = get("/api/conflicts" + next);
			for (var each : json(page)) {
				assertThat(each.get("id").asString()).isEqualTo(whole.get(met).get("id").asString());
				met++;
			}
			next = page.headers().firstValue("Link").map((link) -> link.replaceAll("<(.*)>.*", "$1")).orElse(null);
		}
		assertThat(met).isEqualTo(whole.size());
		assertThat(whole.get(0).get("resolved").asBoolean()).isFalse();
		assertThat(whole.get(met - 1).get("resolved").asBoolean()).isTrue();
		var of = json(get("/api/conflicts?source=organ-archive&resolved=true"));
		assertThat(of).isNotEmpty().allMatch((each) -> each.toString().contains("organ-archive"));
		assertThat(get("/api/conflicts?after=none").statusCode()).isEqualTo(400);
		assertThat(get("/api/conflicts?kind=fee").statusCode()).isEqualTo(400);
	}

	@Test
	void areCountedInThePublicationAndTheMetrics() throws Exception {
		var counts = json(get("/api/publication")).get("conflicts");
		assertThat(counts.get("current").asBoolean()).isTrue();
		var unresolved = counts.get("unresolved").asInt();
		assertThat(unresolved).isEqualTo(json(get("/api/conflicts?resolved=false")).size()).isPositive();
		assertThat(measured("signpost.conflicts.unresolved")).isEqualTo(unresolved);
		assertThat(measured("signpost.sources.stale")).isEqualTo(json(get("/api/publication")).get("stale").asInt())
			.isPositive();
	}

	private int measured(String metric) throws Exception {
		return json(get("/actuator/metrics/" + metric)).at("/measurements/0/value").asInt();
	}

}
