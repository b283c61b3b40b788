package org.signpost.web;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * That an answer stays where it is while it is read, and that little stands around it.
 */
@BrowserTest
class WidgetReadingIT {

	private static final String ALLOWANCE = "what's the SEN allowance in Northern Ireland?";

	private static final String SOURCE = """
			{"t": "src", "n": %d, "source": "%s", "title": "Pay", "publisher": "Prospects", "url": "https://example.org/%s",
			"published": "%s", "section": "Pay", "nations": [%s], "evidence": "Statement %d."}""";

	private static final String ALL = "\"ENGLAND\", \"WALES\", \"SCOTLAND\", \"NORTHERN_IRELAND\"";

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void movesNothingWhateverIsPressed(int width, BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(width, 700);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.ask(ALLOWANCE);
		assertThat(tab.sources()).isVisible();
		pressed(tab, tab.sources());
		pressed(tab, tab.answer().locator("summary").first());
		pressed(tab, tab.sources());
		pressed(tab, tab.nation("Northern Ireland"));
		pressed(tab, tab.nation("Northern Ireland"));
		pressed(tab, tab.button("Source [2]").last());
		pressed(tab, tab.button("Copy").last());
		pressed(tab, tab.button("Clear"));
		pressed(tab, tab.button("Keep"));
		pressed(tab, tab.answer().getByText("No", new Locator.GetByTextOptions().setExact(true)));
		pressed(tab, tab.button("Send comment"));
		assertThat(tab.text("Thank you for telling us.")).isFocused();
	}

	@Test
	void movesNothingWhenAnAnswerHelped(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		pressed(tab, tab.button("Yes"));
		tab.page().waitForCondition(() -> chat.received("rate").size() == 1);
		assertThat(tab.text("Thank you for telling us.")).isInViewport();
	}

	/** Presses, once it is in sight, and holds against it where everything stood. */
	private static void pressed(BrowserTab tab, Locator control) {
		control.scrollIntoViewIfNeeded();
		var above = tab.answer().locator("h3, .body > p:first-child, .facts");
		var before = tops(above);
		var scrolled = scrolled(tab);
		var place = control.boundingBox();
		control.click();
		// all that a press leads to has come when what the server says to a mark has
		tab.page().evaluate("() => new Promise((resolve) => setTimeout(resolve, 100))");
		assertThat(scrolled(tab)).as("%s", control).isEqualTo(scrolled);
		if (place.y > before.getLast()) {
			assertThat(tops(above)).as("%s", control).isEqualTo(before);
		}
		else {
			assertThat(tops(above).getFirst()).as("%s", control).isEqualTo(before.getFirst());
		}
	}

	private static List<Double> tops(Locator elements) {
		return elements.all().stream().map(Locator::boundingBox).map((box) -> box.y).toList();
	}

	private static Object scrolled(BrowserTab tab) {
		return tab.page()
			.evaluate("document.querySelector('signpost-chat').shadowRoot.querySelector('.scroll').scrollTop");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void putsTheFieldForACommentWhereTheButtonsWere(int width, BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(width, 700);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		tab.button("No").scrollIntoViewIfNeeded();
		var buttons = tab.button("No").boundingBox();
		tab.button("No").click();
		var field = tab.page().getByLabel("What was wrong or missing? (optional)");
		assertThat(field).isFocused();
		assertThat(Math.abs(field.boundingBox().y - buttons.y)).isLessThan(8);
	}

	@Test
	void staysWhereTheVisitorScrolledWhileAnAnswerCame(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().setViewportSize(1000, 500);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		chat.holdAfter(2);
		tab.ask(ALLOWANCE);
		assertThat(tab.text("In Northern Ireland the SEN allowance")).isInViewport();
		tab.page()
			.evaluate("document.querySelector('signpost-chat').shadowRoot.querySelector('.scroll').scrollTop = 150");
		chat.release();
		assertThat(tab.sources()).hasCount(1);
		assertThat(scrolled(tab)).isEqualTo(150);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void standsCloseToWhatGoesOnFromIt(int width, BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(width, 844);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.sources()).hasText("2 sources, 2023 to 2026");
		var end = bottom(tab.answer().locator(".body").boundingBox());
		assertThat(tab.sources().boundingBox().height).isLessThanOrEqualTo(45);
		assertThat(tab.button("Who gets the SEN allowance?").boundingBox().y - end).isLessThan(200);
		var last = tab.button("What do teachers earn in Northern Ireland?").boundingBox();
		assertThat(tab.button("Yes").boundingBox().y - bottom(last)).isLessThan(60);
	}

	private static double bottom(BoundingBox box) {
		return box.y + box.height;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void setsNothingBetweenAnAnswerWithoutSourcesAndWhatGoesOnFromIt(int width, BrowserTab tab) {
		new ScriptedChat(tab).answer("no answer", text(), "{\"t\": \"opt\", \"text\": \"What a lock keeper earns\"}",
				end("NOT_COVERED", null));
		tab.page().setViewportSize(width, 844);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("no answer");
		var copy = tab.button("Copy").boundingBox();
		var next = tab.button("What a lock keeper earns").boundingBox();
		var end = bottom(tab.answer().locator(".body").boundingBox());
		assertThat(copy.y).isGreaterThan(end);
		assertThat(next.y).isBetween(bottom(copy), end + 80);
	}

	@Test
	void keepsTheCopyOfAnAnswerInThatAnswer(BrowserTab tab) {
		new ScriptedChat(tab).answer("who", text(), end("HANDOFF", null));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("who");
		var copy = tab.answer().getByText("Copy").boundingBox();
		assertThat(bottom(copy)).isLessThanOrEqualTo(bottom(tab.answer().boundingBox()));
	}

	@Test
	void beginsWithTheQuestionRightUnderTheHead(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().setViewportSize(1280, 600);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		var scroll = tab.page().locator("signpost-chat .scroll").boundingBox();
		assertThat(tab.answer().locator("h3").boundingBox().y - scroll.y).isBetween(0.0, 12.0);
	}

	@Test
	void leavesNothingUnderlinedThatWasTapped(BrowserTab tab) {
		try (var telephone = tab.onATelephone()) {
			new ScriptedChat(telephone);
			telephone.page().navigate(ScriptedChat.HOST);
			telephone.open();
			telephone.ask(ALLOWANCE);
			assertThat(telephone.sources()).isVisible();
			telephone.sources().click();
			assertThat(telephone.sources()).hasAttribute("aria-expanded", "true");
			assertThat(telephone.sources()).hasCSS("text-decoration-line", "none");
		}
	}

	@Test
	void listsAPublicationOnceWithAllThatWasCitedOfIt(BrowserTab tab) {
		new ScriptedChat(tab).answer("grouped", text(1, 2, 3), SOURCE.formatted(1, "a", "a", "2023", ALL, 1),
				SOURCE.formatted(2, "b", "b", "2025-09-01", ALL, 2), SOURCE.formatted(3, "a", "a", "2023", ALL, 3),
				end("ANSWERED", null));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("grouped");
		assertThat(tab.sources()).hasText("2 sources, 2023 to 2025");
		tab.sources().click();
		var cards = tab.answer().locator(".sources li");
		assertThat(cards).hasCount(2);
		cards.first().getByText("What the source says (our summary)").click();
		assertThat(cards.first()).containsText("[1] Statement 1.");
		assertThat(cards.first()).containsText("[3] Statement 3.");
		assertThat(cards.first().getByRole(AriaRole.LINK)).hasCount(1);
		assertThat(cards.first()).containsText("[1] all four nations");
	}

	@Test
	void countsOneSourceInOneYear(BrowserTab tab) {
		new ScriptedChat(tab).answer("one", text(1), SOURCE.formatted(1, "a", "a", "2023", ALL, 1),
				end("ANSWERED", null));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("one");
		assertThat(tab.sources()).hasText("1 source, 2023");
	}

	@Test
	void namesNoNationWhereTheAnswerIsOfNone(BrowserTab tab) {
		new ScriptedChat(tab)
			.answer("of all", text(1), SOURCE.formatted(1, "a", "a", "2023", ALL, 1), end("ANSWERED", "WALES"))
			.answer("of one", text(1), SOURCE.formatted(1, "a", "a", "2023", "\"WALES\"", 1), end("ANSWERED", "WALES"));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("of all");
		assertThat(tab.sources()).isVisible();
		assertThat(tab.page().getByText("Change")).hasCount(0);
		tab.ask("of one");
		assertThat(tab.nation("Wales")).isVisible();
		tab.ask("of all");
		assertThat(tab.heading("of all")).hasCount(2);
		assertThat(tab.page().getByText("Change")).hasCount(0);
		assertThat(tab.text("This answer is for Wales")).isVisible();
	}

	@Test
	void namesPeopleWithWhatToPressAndWhen(BrowserTab tab) {
		new ScriptedChat(tab).answer("who",
				"""
						{"t": "text", "kind": "contact", "text": "Careers Wales: careerswales.gov.wales. It advises on weekdays.",
						"href": "https://www.careerswales.gov.wales/contact"}""",
				"""
						{"t": "text", "kind": "contact", "text": "Call 999 if someone is in danger now.", "href": "tel:999"}""",
				end("HANDOFF", null));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("who");
		var wales = tab.answer().locator(".contact").first();
		assertThat(wales.locator("strong")).hasText("Careers Wales");
		assertThat(wales.locator("p")).hasText("It advises on weekdays.");
		assertThat(tab.link("Careers Wales careerswales.gov.wales (opens in a new tab)")).hasAttribute("href",
				"https://www.careerswales.gov.wales/contact");
		assertThat(tab.answer().locator(".contact").last().locator("p"))
			.hasText("Call 999 if someone is in danger now.");
		assertThat(tab.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("999"))).hasAttribute("href",
				"tel:999");
	}

	private static String text(Integer... cites) {
		return "{\"t\": \"text\", \"kind\": \"p\", \"text\": \"It is so.\", \"cites\": " + List.of(cites) + "}";
	}

	private static String end(String outcome, @Nullable String nation) {
		var fields = new ArrayList<>(
				List.of("\"t\": \"end\"", "\"why\": \"done\"", "\"outcome\": \"" + outcome + "\""));
		if (nation != null) {
			fields.add("\"nation\": \"" + nation + "\"");
		}
		return "{" + String.join(", ", fields) + "}";
	}

}
