package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** That the widget neither suffers from other people's pages nor harms them. */
@BrowserTest
class WidgetEmbeddingIT {

	private static final String ALLOWANCE = "what's the SEN allowance in Northern Ireland?";

	@Test
	void asksForOneFileAndKeepsNothingBeforeItIsOpened(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		assertThat(tab.button("Ask a question")).isVisible();
		assertThat(tab.requests()).containsExactly(ScriptedChat.HOST, ScriptedChat.HOST + "widget.js");
		assertThat(chat.connections()).isZero();
		assertThat(stored(tab)).isEqualTo("0 0 ");
	}

	@Test
	void keepsOnlyTheConversationAndOnlyInTheTab(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(stored(tab)).isEqualTo("0 1 ");
		assertThat((String) tab.page().evaluate("sessionStorage.getItem('signpost-chat')"))
			.isEqualTo("{\"pending\":[],\"open\":true,\"c\":\"c1\",\"k\":\"k1\"}");
		assertThat(tab.context().cookies()).isEmpty();
		assertThat(tab.requests()).containsExactly(ScriptedChat.HOST, ScriptedChat.HOST + "widget.js");
	}

	private static Object stored(BrowserTab tab) {
		return tab.page().evaluate("localStorage.length + ' ' + sessionStorage.length + ' ' + document.cookie");
	}

	@Test
	void worksUnderAStrictPolicyWithoutAViolation(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.context()
			.route(ScriptedChat.HOST + "strict", (route) -> route.fulfill(new Route.FulfillOptions().setHeaders(Map.of(
					"Content-Type", "text/html", "Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' wss://careers.test; "
							+ "require-trusted-types-for 'script'; trusted-types 'none'"))
				.setBody(ScriptedChat.PAGE)));
		tab.page().navigate(ScriptedChat.HOST + "strict");
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.button("No").click();
		tab.button("Send comment").click();
		tab.page().waitForDownload(() -> tab.button("Save as text").click());
		chat.cut(1012);
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Waiting to be sent")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void looksTheSameOnAHostilePage(BrowserTab tab) {
		new ScriptedChat(tab).page("/hostile",
				ScriptedChat.PAGE
					.replace("</head>",
							"""
									<style>
										html { font-size: 5px; filter: hue-rotate(90deg); }
										* { all: unset !important; display: inline !important; color: yellow !important; font: 40px cursive !important;
											letter-spacing: 1em !important; text-transform: uppercase !important; visibility: hidden !important; direction: rtl;
											transform: rotate(10deg) !important; opacity: .1 !important; pointer-events: none !important; }
										signpost-chat { display: none !important; position: absolute !important; overflow: hidden !important; }
										button { background: red !important; border-radius: 50% !important; }
									</style>
									<script>Array.prototype.toJSON = undefined; window.name = 'x'; window.status = {}; var make = 1, chat = 2;</script>
									</head>""")
					.replace("<main>", "<div style='position:fixed; inset:0; z-index:2147483647'></div><main>"));
		var plain = appearance(tab, ScriptedChat.HOST);
		tab.page().evaluate("sessionStorage.clear()");
		var hostile = appearance(tab, ScriptedChat.HOST + "hostile");
		assertThat(hostile).isEqualTo(plain);
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
	}

	/**
	 * The computed styles of everything in the opened widget that a page could wish to
	 * change.
	 */
	private static Object appearance(BrowserTab tab, String address) {
		tab.page().navigate(address);
		tab.open();
		return tab.page()
			.evaluate(
					"""
							() => [...document.querySelector('signpost-chat').shadowRoot.querySelectorAll('.panel, .panel *')].map((node) => {
								const style = getComputedStyle(node);
								return node.localName + ['display', 'color', 'backgroundColor', 'font', 'letterSpacing', 'textTransform',
									'visibility', 'direction', 'transform', 'opacity', 'pointerEvents', 'borderRadius', 'width', 'height']
									.map((name) => style[name]).join(' ');
							})""");
	}

	@Test
	void doesNotReachIntoThePage(BrowserTab tab) {
		new ScriptedChat(tab);
		var globals = "Object.keys(window).filter((name) => !/^(__|playwright)/.test(name)).sort().join()";
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		var with = tab.page().evaluate(globals);
		var children = tab.page()
			.evaluate("document.querySelectorAll('signpost-chat > *').length + ' '"
					+ " + document.querySelectorAll('style, link').length + ' ' + document.body.style.cssText");
		assertThat(children).isEqualTo("0 0 ");
		tab.page().route("**/widget.js", (route) -> route.fulfill(new Route.FulfillOptions().setBody("")));
		tab.page().reload();
		assertThat(with).isEqualTo(tab.page().evaluate(globals));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script type=module src='https://careers.test/widget.js'></script>",
			"<script type=module>import 'https://careers.test/widget.js'</script>",
			"<script>setTimeout(() => import('https://careers.test/widget.js'))</script>" })
	void findsItsServerWhenItIsLoadedAsAModule(String script, BrowserTab tab) {
		var chat = new ScriptedChat(tab).page("/page",
				ScriptedChat.PAGE.replace("<script src=\"/widget.js\" async></script>", script));
		tab.page().navigate("https://school.test/page");
		tab.open();
		assertThat(tab.link("What happens to your questions")).hasAttribute("href", ScriptedChat.HOST + "privacy");
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.addresses()).containsOnly("wss://careers.test/chat");
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void saysWhatIsMissingWhereItCannotTellItsServer(BrowserTab tab) throws IOException {
		var script = "<script type=module>" + Files.readString(Path.of("target/classes/static/widget.js"))
				+ "</script>";
		var page = ScriptedChat.PAGE.replace("<script src=\"/widget.js\" async></script>", script)
			.replace("<signpost-chat>", "<signpost-chat><a href='/ask'>Ask a careers question</a>");
		var chat = new ScriptedChat(tab).page("/page", page)
			.page("/mended", page.replace("<signpost-chat>", "<signpost-chat server='https://careers.test'>"));
		tab.page().navigate("https://school.test/page");
		assertThat(tab.link("Ask a careers question")).isVisible();
		assertThat(tab.button("Ask a question")).hasCount(0);
		assertThat(tab.page().evaluate("document.querySelector('signpost-chat').ask('how much?')")).isEqualTo(false);
		assertThat(tab.complaints()).singleElement().asString().contains("<signpost-chat server=");
		tab.page().navigate("https://school.test/mended");
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.addresses()).containsOnly("wss://careers.test/chat");
	}

	@Test
	void toleratesItsScriptTwice(BrowserTab tab) {
		new ScriptedChat(tab).page("/",
				ScriptedChat.PAGE.replace("</body>", "<script src='/widget.js?again'></script></body>"));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void keepsTwoOnAPageApart(BrowserTab tab) {
		var chat = new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<signpost-chat>",
				"<signpost-chat position=left label='The other one'></signpost-chat><signpost-chat>"));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 1);
		tab.button("Close").click();
		tab.button("The other one").click();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 2);
		assertThat(chat.received("hello").getLast().has("c")).isFalse();
		assertThat(tab.page().evaluate("Object.keys(sessionStorage).sort().join()"))
			.isEqualTo("signpost-chat,signpost-chat-2");
	}

	@Test
	void goesOnAfterItIsMoved(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().evaluate("document.querySelector('main').prepend(document.querySelector('signpost-chat'))");
		assertThat(tab.dialog()).isVisible();
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		tab.page().waitForCondition(() -> chat.received("hello").size() == 2);
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Not if you are starting now.")).hasCount(1);
		assertThat(tab.announcements()
			.filter(new Locator.FilterOptions().setHasText("In Northern Ireland the SEN allowance"))).hasCount(0);
	}

	@Test
	void stopsWhenItIsRemovedAndGoesOnWhenItIsPutBack(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().evaluate("(window.kept = document.querySelector('signpost-chat')).remove()");
		assertThat(tab.dialog()).hasCount(0);
		tab.page().evaluate("document.body.append(window.kept)");
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		tab.page().waitForCondition(() -> chat.received("hello").size() == 2);
		assertThat(chat.received("hello").getLast().get("after").asInt()).isPositive();
	}

	@Test
	void takesUpTheConversationInANewElement(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().evaluate("document.body.innerHTML = '<h1>Next page</h1><signpost-chat></signpost-chat>'");
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		assertThat(tab.announcements()).hasCount(0);
	}

	@Test
	void tellsThePageWhatHappensButNotWhatWasAsked(BrowserTab tab) {
		new ScriptedChat(tab).page("/",
				ScriptedChat.PAGE.replace("<signpost-chat>", "<signpost-chat nation='Northern Ireland'>"));
		tab.page().navigate(ScriptedChat.HOST);
		tab.page()
			.evaluate(
					"""
							window.told = [];
							for (const name of ['opened', 'closed', 'asked', 'answered', 'rated']) {
								addEventListener('signpost-chat-' + name, ({ type, detail }) => told.push(type.slice(14) + JSON.stringify(detail)));
							}""");
		tab.open();
		tab.ask(ALLOWANCE);
		tab.button("Yes").click();
		tab.page().waitForCondition(() -> told(tab).size() == 4);
		tab.button("Close").click();
		assertThat(told(tab)).containsExactly("openednull", "asked{\"nation\":\"NORTHERN_IRELAND\"}",
				"answered{\"outcome\":\"ANSWERED\",\"nation\":\"NORTHERN_IRELAND\",\"answer\":\"5d1f0000-0000-4000-8000-000000000901\"}",
				"rated{\"value\":5}", "closednull");
		tab.open();
		tab.page()
			.addInitScript(
					"window.told = []; addEventListener('signpost-chat-rated', () => window.told.push('rated'))");
		tab.page().reload();
		assertThat(tab.text("Thank you for telling us.")).isVisible();
		assertThat(told(tab)).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static List<String> told(BrowserTab tab) {
		return (List<String>) tab.page().evaluate("window.told");
	}

	@Test
	void opensAsksAndClosesWhenThePageSaysSo(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(2);
		tab.page().navigate(ScriptedChat.HOST);
		tab.page().evaluate("(window.chat = document.querySelector('signpost-chat')).open({focus: true})");
		assertThat(tab.question()).isFocused();
		tab.page().evaluate("chat.close()");
		assertThat(tab.dialog()).isHidden();
		assertThat(tab.page().evaluate("chat.ask('  ')")).isEqualTo(false);
		assertThat(tab.dialog().getByText("Type a question first.")).isVisible();
		tab.page().evaluate("chat.close()");
		assertThat(tab.page().evaluate("chat.ask(\" do I need NASENCO? \")")).isEqualTo(true);
		assertThat(tab.text("Not if you are starting now.")).isVisible();
		assertThat(tab.page().evaluate("chat.ask('and then?')")).isEqualTo(false);
		assertThat(tab.dialog().getByText("Wait for the answer, or stop it, before you ask again.")).isVisible();
		assertThat(chat.received("ask")).singleElement()
			.extracting((ask) -> ask.get("q").asString())
			.isEqualTo("do I need NASENCO?");
	}

	@Test
	void takesItsWordsAndItsContactFromThePage(BrowserTab tab) {
		var chat = new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<signpost-chat>",
				"""
						<signpost-chat label="Ask our team" heading="Our careers desk" greeting="We know about school jobs."
							questions="do I need NASENCO? | what does a SENCO do?" contact="tel:+442890000000" privacy="/our-privacy"
							nation="Wales" theme="dark" style="--signpost-accent-dark: #ffd166">"""));
		tab.page().navigate(ScriptedChat.HOST);
		tab.button("Ask our team").click();
		assertThat(tab.heading("Our careers desk")).isVisible();
		assertThat(tab.text("We know about school jobs.")).isVisible();
		assertThat(tab.text("You are asking a computer program")).isVisible();
		assertThat(tab.link("Talk to a person")).hasAttribute("href", "tel:+442890000000");
		assertThat(tab.link("What happens to your questions")).hasAttribute("href", "/our-privacy");
		assertThat(tab.button("Send")).hasCSS("background-color", "rgb(255, 209, 102)");
		tab.button("do I need NASENCO?").click();
		assertThat(tab.text("Not if you are starting now.")).isVisible();
		assertThat(chat.received("ask").getFirst().get("nation").asString()).isEqualTo("WALES");
		assertThat(chat.received("hello").getFirst().get("nation").asString()).isEqualTo("WALES");
	}

	@Test
	void changesItsLanguageWithoutLosingTheConversation(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().evaluate("document.querySelector('signpost-chat').lang = 'cy'");
		assertThat(tab.page().getByText("A oedd hyn o gymorth?")).isVisible();
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
	}

	@Test
	void canBeAPartOfThePage(BrowserTab tab) {
		new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<signpost-chat>",
				"<signpost-chat position=inline style='--signpost-height: 30em'>"));
		tab.page().navigate(ScriptedChat.HOST);
		assertThat(tab.button("Ask a question")).hasCount(0);
		assertThat(tab.button("Close")).hasCount(0);
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void worksWhereStorageIsForbidden(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page()
			.addInitScript(
					"""
							Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } });""");
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
	}

	@Test
	void fillsASmallWindow(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(390, 844);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		var box = tab.dialog().boundingBox();
		assertThat(box.width).isEqualTo(390);
		assertThat(box.height).isEqualTo(844);
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/phone.png")));
		tab.page().reload();
		assertThat(tab.button("Ask a question")).isVisible();
		assertThat(tab.dialog()).isHidden();
	}

}
