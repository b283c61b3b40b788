package org.signpost.web;

import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor does with the widget, against a scripted server. */
@BrowserTest
class WidgetConversationIT {

	private static final String ALLOWANCE = "what's the SEN allowance in Northern Ireland?";

	@Test
	void answersInSentencesWithTheirSourcesUnderThem(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.heading(ALLOWANCE)).isVisible();
		assertThat(tab.text("In Northern Ireland the SEN allowance is £2,240 to £4,424 a year")).isVisible();
		assertThat(tab.text("Please note:")).isVisible();
		assertThat(tab.link("Special educational needs coordinator (SENCO), job profile")).hasAttribute("href",
				"https://www.prospects.ac.uk/job-profiles/special-educational-needs-coordinator-senco");
		assertThat(tab.text("[1] Prospects, 2023")).isVisible();
		assertThat(tab.text("Northern Ireland, as of 1 September 2025")).isVisible();
		assertThat(chat.received("ask")).hasSize(1);
		assertThat(tab.complaints()).isEmpty();
	}

	@Test
	void showsASentenceBeforeTheRestHasCome(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(2);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("In Northern Ireland the SEN allowance")).isVisible();
		assertThat(tab.text("Looking for an answer")).isVisible();
		assertThat(tab.heading("Based on")).hasCount(0);
		chat.release();
		assertThat(tab.heading("Based on")).isVisible();
		assertThat(tab.text("Looking for an answer")).hasCount(0);
	}

	@Test
	void asksASuggestionAtOnePress(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("what would I earn as a teacher?");
		tab.button("Wales").click();
		assertThat(tab.heading("Wales")).isFocused();
		assertThat(chat.received("ask").getLast().get("q").asString()).isEqualTo("Wales");
	}

	@Test
	void asksAgainForAnotherNationAtOnePress(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.button("Northern Ireland")).hasAttribute("aria-pressed", "true");
		tab.button("Scotland").click();
		assertThat(tab.heading(ALLOWANCE)).hasCount(2);
		var ask = chat.received("ask").getLast();
		assertThat(ask.get("nation").asString()).isEqualTo("SCOTLAND");
		assertThat(ask.get("force").asBoolean()).isTrue();
	}

	@Test
	void closesWithEscapeAndGivesTheFocusBack(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		assertThat(tab.question()).isFocused();
		tab.page().keyboard().press("Escape");
		assertThat(tab.dialog()).isHidden();
		assertThat(tab.button("Ask a question")).isFocused();
	}

	@Test
	void announcesEachSentenceOnce(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(2);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.announcements()).hasCount(1);
		chat.hangUp(1012);
		tab.page().waitForCondition(() -> chat.connections() == 2);
		chat.release();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.announcements()).hasCount(2);
		tab.page().reload();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.announcements()).hasCount(0);
	}

	@Test
	void picksUpWhereItWasAfterTheLineBreaks(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(3);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("These amounts are of September 2020")).isVisible();
		chat.cut(1012);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		chat.repair();
		chat.release();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.text("These amounts are of September 2020")).hasCount(1);
		assertThat(chat.received("hello").getLast().get("after").asInt()).isEqualTo(3);
		assertThat(chat.received("hello").getLast().get("c").asString()).isEqualTo("c1");
	}

	@Test
	void keepsAQuestionTypedWithoutALineAndSendsItOnce(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 1);
		chat.cut(1012);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Waiting to be sent")).isVisible();
		chat.repair();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		assertThat(chat.received("ask")).hasSize(1);
	}

	@Test
	void bringsTheConversationBackAfterAReload(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().reload();
		assertThat(tab.dialog()).isVisible();
		assertThat(tab.heading(ALLOWANCE)).hasCount(1);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.question()).not().isFocused();
	}

}
