package org.signpost.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * That everybody can use the widget; {@code web-widget/accessibility.md} says which
 * criterion is shown where.
 */
@BrowserTest
class WidgetAccessibilityIT {

	private static final String ALLOWANCE = "what's the SEN allowance in Northern Ireland?";

	/** Pictures of the states, to be looked at. */
	private static final Path PICTURES = Path.of("target", "screenshots");

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void hasNoViolationsInAnyState(ColorScheme scheme, BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		tab.page().navigate(ScriptedChat.HOST);
		assertThat(tab.button("Ask a question")).isVisible();
		check(tab, "1-closed", scheme);
		tab.open();
		check(tab, "2-opened", scheme);
		chat.holdAfter(2);
		tab.ask(ALLOWANCE);
		assertThat(tab.text("In Northern Ireland the SEN allowance")).isVisible();
		check(tab, "3-answering", scheme);
		chat.release();
		tab.sources().click();
		tab.page().getByText("What the source says (our summary)").first().click();
		tab.button("Source [2]").click();
		tab.nation("Northern Ireland").click();
		check(tab, "4-answered", scheme);
		tab.button("No").click();
		tab.ask("what would I earn as a teacher?");
		assertThat(tab.text("Choose one")).isVisible();
		tab.button("Clear").click();
		check(tab, "5-choices-and-sure", scheme);
		tab.button("Keep").click();
		tab.ask("i cant cope any more, i feel like giving up on everything");
		assertThat(tab.link("Emergency services 999")).isVisible();
		check(tab, "6-contacts", scheme);
		chat.fail("what does a SENCO do?", "busy", 0);
		tab.ask("what does a SENCO do?");
		assertThat(tab.button("Try again")).isVisible();
		tab.button("Send").click();
		check(tab, "7-errors", scheme);
		chat.cut(1012);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		tab.ask("do I need NASENCO?");
		check(tab, "8-disconnected", scheme);
	}

	private static void check(BrowserTab tab, String state, ColorScheme scheme) {
		tab.page()
			.screenshot(new Page.ScreenshotOptions()
				.setPath(PICTURES.resolve(state + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
		assertThat(AccessibilityRules.violations(tab.page())).as(state).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void drawsControlsThatStandOutFromTheirGround(ColorScheme scheme, BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		var ratios = (List<?>) tab.page()
			.evaluate(
					"""
							() => {
								const root = document.querySelector('signpost-chat').shadowRoot;
								const light = (color) => {
									const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255)
										.map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
									return .2126 * r + .7152 * g + .0722 * b + .05;
								};
								const ratio = (a, b) => Math.max(light(a), light(b)) / Math.min(light(a), light(b));
								const paper = getComputedStyle(root.querySelector('.panel')).backgroundColor;
								return [...root.querySelectorAll('.panel textarea, .options button, .nations button, .facts button, .rating button, .main, .card')]
									.map((node) => getComputedStyle(node))
									.map((style) => ratio(style.borderTopColor, paper));
							}""");
		assertThat(ratios).hasSizeGreaterThan(8).allMatch((ratio) -> ((Number) ratio).doubleValue() >= 3);
	}

	@Test
	void canBeUsedWithTheKeyboardAlone(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		assertThat(tab.button("Ask a question")).isVisible();
		var keyboard = tab.page().keyboard();
		keyboard.press("Tab");
		assertThat(tab.button("Ask a question")).isFocused();
		keyboard.press("Enter");
		assertThat(tab.question()).isFocused();
		keyboard.type(ALLOWANCE);
		keyboard.press("Enter");
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.question()).isFocused();
		for (var name : List.of("No", "Yes", "What do teachers earn in Northern Ireland?",
				"Who gets the SEN allowance?", "Copy", "For Northern Ireland · Change")) {
			keyboard.press("Shift+Tab");
			assertThat(tab.button(name)).isFocused();
			assertThat(outline(tab)).isEqualTo("solid");
		}
		keyboard.press("Enter");
		for (var name : List.of("Copy", "England", "Scotland")) {
			keyboard.press("Tab");
			assertThat(tab.button(name)).isFocused();
		}
		keyboard.press("Space");
		assertThat(tab.heading(ALLOWANCE)).hasCount(2);
		assertThat(tab.heading(ALLOWANCE).last()).isFocused();
		keyboard.press("Escape");
		assertThat(tab.dialog()).isHidden();
		assertThat(tab.button("Ask a question")).isFocused();
	}

	@Test
	void reachesEveryControlInReadingOrder(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.button("Close").focus();
		var tops = new ArrayList<Double>();
		for (var step = 0; step < 25 && !focusedText(tab).equals("Clear"); step++) {
			tab.page().keyboard().press("Tab");
			tops.add(((Number) tab.page().evaluate("""
					() => {
						const root = document.querySelector('signpost-chat').shadowRoot;
						const scroll = root.querySelector('.scroll');
						const {top} = root.activeElement.getBoundingClientRect();
						return root.activeElement === scroll ? top
							: scroll.contains(root.activeElement) ? top + scroll.scrollTop : 100_000 + top;
					}""")).doubleValue());
		}
		assertThat(focusedText(tab)).isEqualTo("Clear");
		tab.page().keyboard().press("Tab");
		assertThat(tab.page().evaluate("document.activeElement.localName")).isNotEqualTo("signpost-chat");
		for (var index = 1; index < tops.size(); index++) {
			assertThat(tops.get(index)).isGreaterThan(tops.get(index - 1) - 44);
		}
	}

	private static String focusedText(BrowserTab tab) {
		return (String) tab.page()
			.evaluate("document.querySelector('signpost-chat').shadowRoot.activeElement?.textContent ?? ''");
	}

	private static Object outline(BrowserTab tab) {
		return tab.page()
			.evaluate(
					"getComputedStyle(document.querySelector('signpost-chat').shadowRoot.activeElement).outlineStyle");
	}

	@Test
	void keepsTheFocusInsideWhereItFillsTheWindow(BrowserTab tab) {
		new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<h1>", "<a href='/'>Home</a><h1>"));
		tab.page().setViewportSize(360, 640);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		for (var step = 0; step < 12; step++) {
			tab.page().keyboard().press("Tab");
			assertThat((Boolean) tab.page().evaluate("document.activeElement.matches('signpost-chat, body')")).isTrue();
		}
		tab.page().keyboard().press("Escape");
		assertThat(tab.button("Ask a question")).isFocused();
	}

	@Test
	void reflowsIntoASmallWindow(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(320, 256);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		assertThat(tab.question()).isInViewport();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("In Northern Ireland the SEN allowance")).isInViewport();
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("reflow.png")));
		assertThat(sticksOut(tab)).isEmpty();
	}

	@Test
	void growsWithTheVisitorsTextSpacing(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(400, 700);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().evaluate("""
				() => {
					const sheet = new CSSStyleSheet();
					sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
						word-spacing: .16em !important } p { margin-bottom: 2em !important }
						.root { font-size: 200% !important }`);
					document.querySelector('signpost-chat').shadowRoot.adoptedStyleSheets.push(sheet);
				}""");
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("spacing.png")));
		assertThat(sticksOut(tab)).isEmpty();
		tab.question().scrollIntoViewIfNeeded();
		assertThat(tab.question()).isInViewport();
	}

	/** Elements that are wider than the window or cut off their own text. */
	private static List<?> sticksOut(BrowserTab tab) {
		return (List<?>) tab.page()
			.evaluate(
					"""
							() => [...document.querySelector('signpost-chat').shadowRoot.querySelectorAll('.panel *')]
								.filter((node) => !node.closest('.hidden'))
								.filter((node) => node.getBoundingClientRect().right > innerWidth + 1
									|| (node.matches('button, a, p, li, h2, h3, h4') && node.scrollWidth > node.clientWidth + 1 && node.clientWidth))
								.map((node) => node.outerHTML.slice(0, 80))""");
	}

	@Test
	void givesEveryControlRoomForAFinger(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.sources().click();
		tab.nation("Northern Ireland").click();
		tab.button("No").click();
		var small = (List<?>) tab.page()
			.evaluate(
					"""
							() => [...document.querySelector('signpost-chat').shadowRoot.querySelectorAll('button, a, summary, textarea')]
								.map((node) => [node.textContent, node.getBoundingClientRect(), node.matches('.cite') ? 24 : 44])
								.filter(([, {width, height}, least]) => width && (width < least || height < least))
								.map(([text, {width, height}]) => `${text} ${width}x${height}`)""");
		assertThat(small).isEmpty();
	}

	@Test
	void showsWhatMattersMostAndWhatIsFocusedInForcedColours(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.button("Send")).hasCSS("border-top-width", "3px");
		assertThat(tab.button("Yes")).hasCSS("border-top-width", "1px");
		assertThat(tab.question()).hasCSS("outline-style", "solid");
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("forced-colours.png")));
	}

	@Test
	void movesNothingByItself(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		var moving = tab.page().evaluate("""
				() => [...document.querySelector('signpost-chat').shadowRoot.querySelectorAll('*')].filter((node) => {
					const style = getComputedStyle(node);
					return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0
						|| style.scrollBehavior !== 'auto';
				}).length""");
		assertThat(moving).isEqualTo(0);
	}

	@Test
	void leavesTheFocusWhereItIsUnlessTheVisitorMovesIt(BrowserTab tab) {
		new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<p>", "<label>Search <input></label><p>"));
		tab.page().navigate(ScriptedChat.HOST);
		var search = tab.page().getByLabel("Search");
		search.focus();
		tab.page().evaluate("document.querySelector('signpost-chat').ask(\"" + ALLOWANCE + "\")");
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(search).isFocused();
	}

	@Test
	void leavesTheKeyboardOfATouchScreenAwayUntilItIsAskedFor(BrowserTab browser) {
		try (var tab = browser.onATelephone()) {
			var chat = new ScriptedChat(tab);
			tab.page().navigate(ScriptedChat.HOST);
			tab.button("Ask a question").tap();
			assertThat(tab.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Conversation")))
				.isFocused();
			tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("telephone.png")));
			tab.question().fill(ALLOWANCE);
			tab.button("Send").tap();
			assertThat(tab.heading(ALLOWANCE)).isFocused();
			assertThat(tab.text("Was this helpful?")).isVisible();
			assertThat(chat.received("ask")).hasSize(1);
			tab.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("telephone-answered.png")));
			tab.button("Close").tap();
			assertThat(tab.button("Ask a question")).isFocused();
		}
	}

	@Test
	void namesTheLanguageOfItsWordsAndOfItsAnswers(BrowserTab tab) {
		new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<signpost-chat", "<signpost-chat lang=cy"));
		tab.page().navigate(ScriptedChat.HOST);
		tab.button("Gofyn cwestiwn").click();
		tab.page().getByLabel("Eich cwestiwn (yn Saesneg)").fill(ALLOWANCE);
		tab.button("Anfon").click();
		assertThat(tab.page().getByText("A oedd hyn o gymorth?")).isVisible();
		assertThat(tab.button("Ar gyfer Gogledd Iwerddon · Newid")).isVisible();
		var language = "(text) => [...document.querySelector('signpost-chat').shadowRoot.querySelectorAll('p')]"
				+ ".find((node) => node.textContent.includes(text)).closest('[lang]').lang";
		assertThat(tab.page().evaluate(language, "In Northern Ireland the SEN allowance")).isEqualTo("en");
		assertThat(tab.page().evaluate(language, "A oedd hyn o gymorth?")).isEqualTo("cy");
		assertThat(tab.heading(ALLOWANCE)).hasAttribute("lang", "en");
		assertThat(tab.requests()).last().isEqualTo(ScriptedChat.HOST + "widget-cy.json");
	}

}
