package org.signpost.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.ScriptedAnswering;
import org.signpost.testing.UnlimitedServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The widget and the pages on a running server, whose answers are scripted. */
@BrowserTest
@UnlimitedServerTest
class WidgetOnServerIT {

	private static final String SENTENCE = "Answer 1: the allowance is £2,240 to £4,424";

	private static final OtherSite OTHER_SITE = new OtherSite();

	private static final OtherSite REFUSED_SITE = new OtherSite();

	@LocalServerPort
	private int port;

	@Autowired
	private ScriptedAnswering answering;

	@DynamicPropertySource
	static void allowTheOtherSite(DynamicPropertyRegistry properties) {
		properties.add("signpost.widget.allowed-origins", OTHER_SITE::origin);
	}

	@AfterAll
	static void closeTheOtherSite() {
		OTHER_SITE.close();
		REFUSED_SITE.close();
	}

	private String address(String path) {
		return "http://localhost:" + this.port + path;
	}

	@Test
	void answersOnOurPageUnderItsStrictPolicy(BrowserTab tab) {
		var page = tab.page().navigate(address("/"));
		assertThat(page.headers().get("content-security-policy")).contains("default-src 'none'")
			.contains("require-trusted-types-for 'script'")
			.doesNotContain("unsafe");
		tab.open();
		tab.ask("how much is it?");
		assertThat(tab.text(SENTENCE)).isVisible();
		tab.button("Yes").click();
		assertThat(tab.text("Thank you for telling us.")).isVisible();
		assertThat(tab.complaints()).isEmpty();
		assertThat(tab.requests()).allMatch((request) -> request.startsWith(address("/")));
	}

	@Test
	void asksAgainForAnotherNation(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("how much is it?");
		tab.nation("England").click();
		tab.button("Wales").click();
		assertThat(tab.text("Answer 2")).isVisible();
		assertThat(tab.nation("Wales")).isVisible();
	}

	@Test
	void asksBackAndTakesTheChoice(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("choose one for me");
		var choices = tab.page().getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Choose one"));
		choices.getByRole(AriaRole.BUTTON).last().click();
		assertThat(tab.heading("Wales")).isFocused();
		assertThat(tab.text("Answer 2")).isVisible();
	}

	@Test
	void showsTheQuestionAtOnceAndTheAnswerWhenItComes(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("wait for it");
		assertThat(tab.heading("wait for it")).isVisible();
		assertThat(tab.text("Looking for an answer")).isVisible();
		assertThat(tab.announcements()).hasCount(0);
		this.answering.releaseWhatWaits();
		assertThat(tab.text(SENTENCE)).isVisible();
		assertThat(tab.sources()).isVisible();
		assertThat(tab.announcements()).hasCount(4);
	}

	@Test
	void stopsAnAnswer(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("wait for it");
		assertThat(tab.heading("wait for it")).isVisible();
		tab.button("Stop").click();
		assertThat(tab.text("You stopped this answer.")).isVisible();
		this.answering.releaseWhatWaits();
		assertThat(tab.button("Stop")).hasCount(0);
		tab.ask("how much is it?");
		assertThat(tab.text("the allowance is £2,240")).hasCount(1);
	}

	@Test
	void resumesAnAnswerThatTheNetworkCutOff(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("wait for it");
		assertThat(tab.text("Looking for an answer")).isVisible();
		tab.context().setOffline(true);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		this.answering.releaseWhatWaits();
		tab.context().setOffline(false);
		assertThat(tab.text(SENTENCE)).hasCount(1);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.announcements()).hasCount(4);
		assertThat(tab.dialog().getByText("Not connected.")).hasCount(0);
	}

	@Test
	void remembersWhichAnswersWereRated(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("how much is it?");
		tab.button("No").click();
		tab.page().getByLabel("What was wrong or missing? (optional)").fill("the year");
		tab.button("Send comment").click();
		assertThat(tab.text("Thank you for telling us.")).isFocused();
		tab.page().reload();
		assertThat(tab.text(SENTENCE)).isVisible();
		assertThat(tab.text("Thank you for telling us.")).isVisible();
		assertThat(tab.text("Was this helpful?")).hasCount(0);
	}

	@Test
	void answersOnAHostilePage(BrowserTab tab) {
		tab.page().navigate(OTHER_SITE.embed(address("/widget.js"), ""));
		tab.page()
			.addStyleTag(new Page.AddStyleTagOptions().setContent(
					"""
							body * { all: unset !important; display: none !important; visibility: hidden !important; opacity: 0 !important; }"""));
		tab.open();
		tab.ask("how much is it?");
		assertThat(tab.text(SENTENCE)).isVisible();
		assertThat(tab.dialog()).hasCSS("display", "flex");
		assertThat(tab.dialog()).hasCSS("opacity", "1");
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void hasNoViolationsInAnyState(ColorScheme scheme, BrowserTab tab) {
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		tab.page().navigate(address("/"));
		assertThat(tab.button("Ask a question")).isVisible();
		check(tab, "server-1-closed", scheme);
		tab.open();
		check(tab, "server-2-opened", scheme);
		tab.ask("wait for it");
		assertThat(tab.text("Looking for an answer")).isVisible();
		check(tab, "server-3-answering", scheme);
		this.answering.releaseWhatWaits();
		tab.button("Source [1]").first().click();
		tab.sources().click();
		tab.nation("England").click();
		check(tab, "server-4-answered", scheme);
		tab.button("No").click();
		tab.ask("choose one for me");
		assertThat(tab.page().getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Choose one"))).isVisible();
		tab.button("Clear").click();
		check(tab, "server-5-choices-and-sure", scheme);
		tab.button("Keep").click();
		tab.ask("help");
		assertThat(tab.link("Samaritans online samaritans.org")).isVisible();
		check(tab, "server-6-contacts", scheme);
		tab.ask("fail");
		assertThat(tab.text("This answer was cut short.")).isVisible();
		tab.button("Send").click();
		check(tab, "server-7-errors", scheme);
		tab.context().setOffline(true);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		tab.ask("how much is it?");
		check(tab, "server-8-disconnected", scheme);
	}

	@Test
	void bringsTheConversationBackAndClearsIt(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("how much is it?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().reload();
		assertThat(tab.text(SENTENCE)).isVisible();
		tab.button("Clear").click();
		tab.button("Delete").click();
		assertThat(tab.text(SENTENCE)).hasCount(0);
		tab.ask("how much is it now?");
		assertThat(tab.text(SENTENCE)).isVisible();
		tab.page().reload();
		assertThat(tab.heading("how much is it now?")).isVisible();
		assertThat(tab.text(SENTENCE)).hasCount(1);
	}

	@Test
	void sendsAQuestionOnceThatWasTypedWithoutNetwork(BrowserTab tab) {
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("how much is it?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.context().setOffline(true);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		tab.ask("and in Scotland?");
		assertThat(tab.text("Waiting to be sent")).isVisible();
		tab.context().setOffline(false);
		assertThat(tab.text("Answer 2")).isVisible();
		assertThat(tab.heading("and in Scotland?")).hasCount(1);
		tab.page().reload();
		assertThat(tab.text("Answer 2")).isVisible();
		assertThat(tab.text("Answer 3")).hasCount(0);
		assertThat(tab.text(SENTENCE)).hasCount(1);
	}

	@Test
	void worksWhereWebSocketsAreRefused(BrowserTab tab) {
		tab.context().routeWebSocket(Pattern.compile(".*/chat$"), (socket) -> socket.close());
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("how much is it?");
		assertThat(tab.text(SENTENCE)).isVisible();
		tab.button("Yes").click();
		tab.page().reload();
		assertThat(tab.text(SENTENCE)).isVisible();
		tab.button("Clear").click();
		tab.button("Delete").click();
		assertThat(tab.text(SENTENCE)).hasCount(0);
		tab.ask("how much is it now?");
		assertThat(tab.text(SENTENCE)).isVisible();
		assertThat(tab.requests()).contains(address("/chat/events"), address("/chat/commands"))
			.noneMatch((request) -> request.contains("?"));
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void answersOnAPlainPageWithoutJavaScript(BrowserTab scripted) {
		try (var tab = scripted.withoutScript()) {
			tab.page().navigate(address("/"));
			tab.link("Ask a careers question").click();
			tab.page().getByLabel("Your question").fill("how much is it?");
			tab.button("Ask").click();
			assertThat(tab.page().getByText(SENTENCE)).isVisible();
			assertThat(tab.page().getByRole(AriaRole.LISTITEM).getByText("in mainstream schools")).isVisible();
			assertThat(tab.page().getByText("Prospects, 2023").first()).isHidden();
			tab.page().getByText("2 sources, 2020 to 2023").click();
			assertThat(tab.page().getByText("Prospects, 2023").first()).isVisible();
			tab.page()
				.screenshot(new Page.ScreenshotOptions().setFullPage(true)
					.setPath(Path.of("target", "screenshots", "page-without-script.png")));
			tab.button("And in Scotland?").click();
			assertThat(tab.page().getByText("Answer 2")).isVisible();
			assertThat(tab.heading("And in Scotland?")).isFocused();
			tab.page().getByText("For England · Change").click();
			tab.button("Wales").click();
			assertThat(tab.page().getByText("For Wales · Change")).isVisible();
			assertThat(tab.heading("And in Scotland?")).isVisible();
			tab.page().getByLabel("Your next question").fill("help");
			tab.button("Ask").click();
			assertThat(tab.link("116 123")).hasAttribute("href", "tel:116123");
			assertThat(tab.page()).hasURL(address("/ask"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void hasNoViolationsOnItsPages(ColorScheme scheme, BrowserTab tab) {
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		tab.page().navigate(address("/"));
		assertThat(tab.button("Ask a question")).isVisible();
		check(tab, "page-home", scheme);
		tab.page().navigate(address("/privacy"));
		check(tab, "page-privacy", scheme);
		tab.page().navigate(address("/ask"));
		check(tab, "page-ask", scheme);
		tab.page().getByLabel("Your question").fill("how much is it?");
		tab.button("Ask").click();
		assertThat(tab.page().getByText(SENTENCE)).isVisible();
		check(tab, "page-answered", scheme);
		tab.page().getByLabel("Your next question").fill("   ");
		tab.button("Ask").click();
		assertThat(tab.heading("There is a problem")).isVisible();
		assertThat(tab.page().getByLabel("Your question")).hasAccessibleDescription("Enter a question.");
		check(tab, "page-error", scheme);
		tab.link("Enter a question.").click();
		assertThat(tab.page().getByLabel("Your question")).isFocused();
		tab.page().getByLabel("Your question").fill("fail");
		tab.button("Ask").click();
		assertThat(tab.page().getByText("Something went wrong on our side.")).isVisible();
		assertThat(tab.page().getByLabel("Your question")).hasValue("fail");
		check(tab, "page-failure", scheme);
	}

	private static void check(BrowserTab tab, String state, ColorScheme scheme) {
		tab.page()
			.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target", "screenshots",
						state + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
		assertThat(AccessibilityRules.violations(tab.page())).as(state).isEmpty();
		var width = (Number) tab.page().evaluate("""
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth""");
		assertThat(width.intValue()).as(state).isZero();
	}

	@Test
	void reflowsItsPages(BrowserTab tab) {
		tab.page().setViewportSize(320, 256);
		for (var path : List.of("/", "/ask", "/privacy")) {
			tab.page().navigate(address(path));
			assertThat(tab.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).isVisible();
			assertThat((Integer) tab.page().evaluate("document.documentElement.scrollWidth")).as(path)
				.isLessThanOrEqualTo(320);
		}
	}

	@Test
	void sendsAQuestionOfThePageToTheWidget(BrowserTab tab) {
		tab.page().navigate(address("/"));
		assertThat(tab.button("Ask a question")).isVisible();
		tab.button("Do I need NASENCO?").click();
		assertThat(tab.heading("Do I need NASENCO?")).isVisible();
		assertThat(tab.text(SENTENCE)).isVisible();
		tab.page().keyboard().press("Escape");
		assertThat(tab.button("Do I need NASENCO?")).isFocused();
	}

	@Test
	void sendsFramesOfTheShapeThatTheWidgetIsTestedWith(BrowserTab tab) {
		var frames = new ArrayList<JsonNode>();
		tab.page()
			.onWebSocket((socket) -> socket
				.onFrameReceived((frame) -> frames.add(JsonMapper.shared().readTree(frame.text()))));
		tab.page().navigate(address("/"));
		tab.open();
		tab.ask("how much is it?");
		tab.button("Yes").click();
		tab.page()
			.waitForCondition(() -> frames.stream().anyMatch((frame) -> frame.at("/t").asString().equals("rated")));
		var golden = GoldenConversation.shapes();
		assertThat(frames).extracting((frame) -> frame.at("/t").asString())
			.contains("welcome", "turn", "text", "src", "opt", "end", "rated");
		assertThat(frames).allSatisfy(
				(frame) -> assertThat(golden.get(frame.at("/t").asString())).containsAll(frame.propertyNames()));
	}

	@Test
	void servesAFileThatNeverChangesWithItsIntegrity(BrowserTab tab) {
		var server = tab.context().request();
		var file = JsonMapper.shared().readTree(server.get(address("/widget.json")).text());
		var versioned = server.get(address("/" + file.get("file").asString()));
		assertThat(versioned.headers().get("cache-control")).contains("immutable").contains("max-age=31536000");
		assertThat(versioned.body()).isEqualTo(server.get(address("/widget.js")).body());
		assertThat(server.get(address("/widget.js")).headers()).containsKey("etag")
			.extractingByKey("cache-control")
			.asString()
			.contains("no-cache");
		tab.page()
			.navigate(OTHER_SITE.embed(address("/" + file.get("file").asString()), file.get("integrity").asString()));
		assertThat(tab.button("Ask a question")).isVisible();
		tab.page().navigate(OTHER_SITE.embed(address("/" + file.get("file").asString()), "sha384-" + "A".repeat(64)));
		assertThat(tab.link("Ask a careers question")).isVisible();
		assertThat(tab.button("Ask a question")).hasCount(0);
	}

	@Test
	void answersOnAnotherSite(BrowserTab tab) {
		tab.page().navigate(OTHER_SITE.embed(address("/widget.js"), ""));
		tab.open();
		tab.ask("how much is it?");
		assertThat(tab.text(SENTENCE)).isVisible();
		assertThat(tab.link("What happens to your questions")).hasAttribute("href", address("/privacy"));
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void leadsElsewhereOnASiteThatMayNotUseIt(BrowserTab tab) {
		tab.page().navigate(REFUSED_SITE.embed(address("/widget.js")));
		tab.page().evaluate("document.querySelector('signpost-chat').setAttribute('contact', 'tel:+442890000000')");
		tab.open();
		assertThat(tab.dialog().getByText("Questions cannot be asked on this website.")).isVisible();
		assertThat(tab.link("Ask on our own page")).hasAttribute("href", address("/ask"));
		assertThat(tab.link("Talk to a person")).hasAttribute("href", "tel:+442890000000");
		assertThat(tab.question()).isHidden();
		assertThat(tab.dialog().getByText("Not connected.")).hasCount(0);
		assertThat(AccessibilityRules.violations(tab.page())).isEmpty();
		assertThat(tab.page().evaluate("document.querySelector('signpost-chat').ask('how much?')")).isEqualTo(false);
		// it does not try again and again, only when it is opened again
		tab.button("Close").click();
		tab.open();
		assertThat(tab.link("Ask on our own page")).isVisible();
		tab.page()
			.waitForCondition(
					() -> tab.requests().stream().filter((request) -> request.endsWith("/chat/events")).count() == 2);
	}

	@Test
	void takesAQuestionBackThatMayNotBeAsked(BrowserTab tab) {
		tab.page().navigate(REFUSED_SITE.embed(address("/widget.js")));
		assertThat(tab.button("Ask a question")).isVisible();
		tab.page().evaluate("document.querySelector('signpost-chat').ask('how much?')");
		assertThat(tab.heading("how much?")).isVisible();
		assertThat(tab.text("Questions cannot be asked on this website.")).isVisible();
		assertThat(tab.text("Waiting to be sent")).hasCount(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1600, 1280, 1100, 960, 700, 390, 320 })
	void coversNoTextOfItsPageWithItsButton(int width, BrowserTab tab) {
		tab.page().setViewportSize(width, 700);
		tab.page().navigate(address("/"));
		assertThat(tab.button("Ask a question")).isVisible();
		var covered = tab.page()
			.evaluate(
					"""
							() => {
								const button = document.querySelector('signpost-chat').shadowRoot.querySelector('.launcher').getBoundingClientRect();
								const corner = document.querySelector('.corner');
								const strip = getComputedStyle(corner).backgroundColor === 'rgba(0, 0, 0, 0)' ? null : corner.getBoundingClientRect();
								const covered = [];
								for (let y = 0; y < document.documentElement.scrollHeight; y += 40) {
									scrollTo(0, y);
									const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
									while (texts.nextNode()) {
										const range = document.createRange();
										range.selectNodeContents(texts.currentNode);
										for (const { left, right, top, bottom } of range.getClientRects()) {
											// what scrolls under the strip is hidden whole
											if (right > button.left && left < button.right && bottom > button.top && top < button.bottom
													&& !(strip && button.top >= strip.top) && texts.currentNode.data.trim()) {
												covered.push(y + ' ' + texts.currentNode.data);
											}
										}
									}
								}
								return covered;
							}""");
		assertThat((List<?>) covered).isEmpty();
	}

	@Test
	void hasOnePlaceToAskOnItsPage(BrowserTab tab) {
		tab.page().navigate(address("/"));
		assertThat(tab.button("Ask a question")).isVisible();
		// the page's own: a locator would look into the widget as well
		assertThat(tab.page().evaluate("document.querySelectorAll('input, textarea').length")).isEqualTo(0);
		assertThat(tab.page().getByRole(AriaRole.MAIN).locator("a[href='ask']:visible")).hasCount(0);
	}

	@Test
	void answersOnAnotherSiteWithoutWebSocketAndInWelsh(BrowserTab tab) {
		tab.context().routeWebSocket(Pattern.compile(".*/chat$"), (socket) -> socket.close());
		tab.page().navigate(OTHER_SITE.embed(address("/widget.js"), ""));
		tab.page()
			.evaluate(
					"document.documentElement.lang = 'cy'; document.body.append(document.querySelector('signpost-chat'))");
		tab.button("Gofyn cwestiwn").click();
		tab.page().getByLabel("Eich cwestiwn (yn Saesneg)").fill("how much is it?");
		tab.button("Anfon").click();
		assertThat(tab.page().getByText("A oedd hyn o gymorth?")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

}
