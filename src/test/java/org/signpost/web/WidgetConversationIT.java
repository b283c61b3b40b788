package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
		tab.sources().click();
		assertThat(tab.link("Special educational needs coordinator (SENCO), job profile")).hasAttribute("href",
				"https://www.prospects.ac.uk/job-profiles/special-educational-needs-coordinator-senco");
		assertThat(tab.text("Prospects, 2023")).isVisible();
		assertThat(tab.text("[2] Northern Ireland, as of 1 September 2025")).isVisible();
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
		assertThat(tab.sources()).hasCount(0);
		chat.release();
		assertThat(tab.sources()).isVisible();
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
		assertThat(tab.button("Scotland")).hasCount(0);
		tab.nation("Northern Ireland").click();
		tab.page()
			.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Ask this question again for"))
			.getByText("Scotland")
			.click();
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
	void closesWithEscapeWhenThePageHasTheFocus(BrowserTab tab) {
		new ScriptedChat(tab).page("/", ScriptedChat.PAGE.replace("<p>", "<label>Search <input></label><p>"));
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().getByLabel("Search").focus();
		tab.page().keyboard().press("Escape");
		assertThat(tab.dialog()).isHidden();
		assertThat(tab.page().getByLabel("Search")).isFocused();
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
		assertThat(tab.announcements().last()).containsText("Please note: These amounts are of September 2020.");
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

	@Test
	void stopsAnAnswer(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(2);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("In Northern Ireland the SEN allowance")).isVisible();
		tab.button("Stop").click();
		assertThat(tab.text("You stopped this answer.")).isVisible();
		assertThat(tab.question()).isFocused();
		assertThat(chat.received("cancel").getFirst().get("turn").asInt()).isEqualTo(1);
		assertThat(tab.button("Stop")).hasCount(0);
	}

	@Test
	void takesAMarkAndAComment(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		tab.button("No").click();
		tab.page().getByLabel("What was wrong or missing? (optional)").fill("the year of the rise");
		tab.button("Send comment").click();
		assertThat(tab.text("Thank you for telling us.")).isFocused();
		var rating = chat.received("rate").getLast();
		assertThat(rating.get("turn").asInt()).isEqualTo(1);
		assertThat(rating.get("v").asInt()).isEqualTo(1);
		assertThat(rating.get("why").asString()).isEqualTo("the year of the rise");
	}

	@Test
	void doesNotAskAgainForAMarkThatWasGiven(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		tab.button("Yes").click();
		assertThat(tab.text("Thank you for telling us.")).isVisible();
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.page().reload();
		assertThat(tab.text("Thank you for telling us.")).hasCount(1);
		assertThat(tab.text("Was this helpful?")).hasCount(1);
		assertThat(tab.page().getByRole(AriaRole.STATUS).getByText("Thank you")).hasCount(0);
	}

	@Test
	void clearsOnlyWhenTheVisitorIsSure(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		tab.button("Clear").click();
		assertThat(tab.button("Keep")).isFocused();
		tab.button("Keep").click();
		assertThat(tab.button("Clear")).isFocused();
		assertThat(chat.received("clear")).isEmpty();
		tab.button("Clear").click();
		tab.button("Delete").click();
		assertThat(tab.heading(ALLOWANCE)).hasCount(0);
		assertThat(tab.button("What does a SENCO do?")).isVisible();
		tab.page().reload();
		assertThat(tab.button("What does a SENCO do?")).isVisible();
		assertThat(tab.heading(ALLOWANCE)).hasCount(0);
		assertThat(tab.text("no longer there")).hasCount(0);
	}

	@Test
	void copiesAnAnswerWithItsSources(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		tab.button("Copy").click();
		assertThat(tab.page().getByText("Answer copied.")).hasCount(1);
		assertThat((String) tab.page().evaluate("navigator.clipboard.readText()")).isEqualTo(
				"""
						In Northern Ireland the SEN allowance is £2,240 to £4,424 a year, on top of salary. [1]
						Please note: These amounts are of September 2020. Allowances have been raised since, by 4% in 2025 \
						alone; the present amounts are not in the guidance. [1] [2]

						Based on:
						[1] Prospects, Special educational needs coordinator (SENCO), job profile, 2020, \
						https://www.prospects.ac.uk/job-profiles/special-educational-needs-coordinator-senco
						[2] Employee Benefits, Teachers in Northern Ireland accept a 4% pay offer, 2025-09-01, \
						https://employeebenefits.co.uk/pay-strategy/teachers-in-northern-ireland-accept-a-4-pay-offer/281736.article""");
	}

	@Test
	void savesTheConversationAsText(BrowserTab tab) throws IOException {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		assertThat(tab.text("Was this helpful?")).isVisible();
		var file = tab.page().waitForDownload(() -> tab.button("Save as text").click());
		assertThat(file.suggestedFilename()).isEqualTo("Conversation.txt");
		assertThat(Files.readString(file.path())).contains("You asked: " + ALLOWANCE)
			.contains("This answer is for: Northern Ireland")
			.contains("£2,240 to £4,424");
	}

	@Test
	void leadsToAPerson(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.button("Talk to a person").click();
		assertThat(tab.heading("I would like to talk to a person")).isVisible();
		assertThat(chat.received("ask")).hasSize(1);
	}

	@Test
	void showsWhatASourceSaysWhenItsNumberIsPressed(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(ALLOWANCE);
		var statement = tab.answer()
			.locator(".body")
			.getByText("A SEN allowance of £2,240 to £4,424 is paid on top of salary.");
		assertThat(statement).isHidden();
		var number = tab.button("Source [1]").first();
		number.click();
		assertThat(statement).isVisible();
		assertThat(number).hasAttribute("aria-expanded", "true");
		number.click();
		assertThat(statement).isHidden();
	}

	@Test
	void dialsAndOpensContacts(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("i cant cope any more, i feel like giving up on everything");
		var samaritans = tab.answer().locator(".contact").nth(1);
		assertThat(samaritans.locator("strong")).hasText("Samaritans");
		assertThat(tab.link("Samaritans 116 123")).hasAttribute("href", "tel:116123");
		assertThat(samaritans.getByText("116 123")).isVisible();
		assertThat(samaritans.locator("p")).hasText("Samaritans listen day and night, free.");
		assertThat(tab.text("Was this helpful?")).hasCount(0);
	}

	@Test
	void readsAListAsAList(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask("what does a SENCO do?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.dialog()
			.getByRole(AriaRole.LISTITEM)
			.filter(new Locator.FilterOptions().setHasText("writes the school's SEN policy"))).isVisible();
	}

	@Test
	void saysAtTheStartWhatItIs(BrowserTab tab) {
		new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		assertThat(tab.text("You are asking a computer program, not a person.")).isVisible();
		assertThat(tab.text("It covers working with pupils")).isVisible();
		assertThat(tab.link("What happens to your questions")).hasAttribute("href", ScriptedChat.HOST + "privacy");
	}

}
