package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code web-widget/README.md}, pasted into a page of somebody else's
 * site as they stand there.
 */
@BrowserTest
class WidgetExamplesIT {

	private static final String SITE = "https://school.test/";

	private static final String ALLOWANCE = "what's the SEN allowance in Northern Ireland?";

	private static final String PLAIN = example("## Put it on a page", "html");

	/** The first block of this kind after the heading, with our server in it. */
	private static String example(String heading, String kind) {
		try {
			var readme = Files.readString(Path.of("web-widget", "README.md"));
			var block = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
				.matcher(readme.substring(readme.indexOf(heading + "\n")));
			assertThat(block.find()).as(heading).isTrue();
			return block.group(1).replace("//your-server", "//careers.test");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String page(String... parts) {
		return "<!doctype html><html lang=en><head><title>School</title></head><body><h1>Work with us</h1>"
				+ String.join("\n", parts) + "</body></html>";
	}

	@Test
	void worksOnAPlainPage(BrowserTab tab) {
		new ScriptedChat(tab).page("/", page(PLAIN));
		tab.page().navigate(SITE);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void isALinkWhereTheScriptDoesNotRun(BrowserTab tab) {
		new ScriptedChat(tab).page("/", page(PLAIN));
		tab.context().route("**/widget.js", Route::abort);
		tab.page().navigate(SITE);
		assertThat(tab.link("Ask a careers question")).hasAttribute("href", ScriptedChat.HOST + "ask");
	}

	@Test
	void isTheSameInTheFooterOfWordPress() {
		var code = example("### WordPress", "php");
		var html = code.substring(code.indexOf("?>") + 2, code.indexOf("<?php"));
		assertThat(html.replace("\t", "").strip()).isEqualTo(PLAIN.strip());
	}

	@Test
	void worksUnderThePolicyOfAStrictPage(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		var policy = example("### A page with a strict policy", "").replaceAll("\\s+", " ").strip();
		assertThat(policy).startsWith("Content-Security-Policy: ");
		tab.context()
			.route(SITE,
					(route) -> route.fulfill(new Route.FulfillOptions()
						.setHeaders(Map.of("Content-Type", "text/html", "Content-Security-Policy",
								policy.substring(policy.indexOf(' ') + 1)))
						.setBody(page(PLAIN.replace("<signpost-chat>", "<signpost-chat lang=cy>")))));
		tab.page().navigate(SITE);
		tab.button("Gofyn cwestiwn").click();
		tab.page().getByLabel("Eich cwestiwn (yn Saesneg)").fill(ALLOWANCE);
		tab.button("Anfon").click();
		assertThat(tab.page().getByText("A oedd hyn o gymorth?")).isVisible();
		assertThat(chat.received("ask")).hasSize(1);
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void fitsItselfToThePage(BrowserTab tab) {
		var chat = new ScriptedChat(tab).page("/",
				page(PLAIN.substring(0, PLAIN.indexOf("<signpost-chat")), example("## Fit it to the page", "html")));
		tab.page().navigate(SITE);
		var button = tab.button("Ask our team");
		assertThat(button).hasCSS("background-color", "rgb(91, 45, 131)");
		assertThat(button.boundingBox().x).isLessThan(100);
		button.click();
		assertThat(tab.heading("Our careers desk")).isVisible();
		assertThat(tab.link("Siarad â pherson")).hasAttribute("href", "tel:+442920000000");
		tab.button("How do I become an ALNCo?").click();
		tab.page().waitForCondition(() -> !chat.received("ask").isEmpty());
		assertThat(chat.received("ask").getFirst().get("nation").asString()).isEqualTo("WALES");
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void isTalkedToByThePage(BrowserTab tab) {
		var chat = new ScriptedChat(tab).page("/", page(PLAIN, example("## Talk to it", "html")));
		tab.page().navigate(SITE);
		assertThat(tab.button("Ask a question")).isVisible();
		var said = tab.page().waitForConsoleMessage(() -> tab.button("Ask about this course").click());
		assertThat(said.text()).isNotBlank();
		assertThat(tab.heading("How long does the NPQ for SENCOs take?")).isVisible();
		assertThat(chat.received("ask")).hasSize(1);
		tab.page().keyboard().press("Escape");
		assertThat(tab.button("Ask about this course")).isFocused();
	}

	@Test
	void outlivesWhatAFrameworkDoesToIt(BrowserTab tab) {
		var chat = new ScriptedChat(tab).page("/",
				page("<div id=root></div>", PLAIN.substring(0, PLAIN.indexOf("<signpost-chat"))));
		tab.page().navigate(SITE);
		// rendered, its effects run twice as React does while developing, rendered anew
		// with another attribute and another child, and mounted somewhere else
		tab.page()
			.evaluate(
					"""
							() => {
								const root = document.getElementById('root');
								window.render = () => {
									const element = document.createElement('signpost-chat');
									element.setAttribute('nation', 'Wales');
									element.append(Object.assign(document.createElement('a'), { href: '/ask', textContent: 'Ask' }));
									root.append(element);
									return element;
								};
								const first = render();
								first.remove();
								root.append(first);
							}""");
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().evaluate("""
				() => {
					const element = document.querySelector('signpost-chat');
					element.setAttribute('nation', 'Scotland');
					element.replaceChildren('Ask us');
				}""");
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		tab.page().evaluate("document.querySelector('signpost-chat').remove(); render()");
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Not if you are starting now.")).isVisible();
		assertThat(chat.received("hello").stream().filter((hello) -> !hello.has("c"))).hasSize(1);
		assertThat(chat.received("ask").getLast().get("nation").asString()).isEqualTo("WALES");
		assertThat(tab.complaints()).isEmpty();
	}

}
