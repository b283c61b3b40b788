package org.signpost.web;

import java.util.List;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor sees and what is sent when things go wrong. */
@BrowserTest
class WidgetFailuresIT {

	private static final String DUTIES = "what does a SENCO do?";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			too_long     | This question is too long.
			too_fast     | You have sent several messages very quickly.
			busy         | The service is very busy.
			starting     | The service is just starting.
			turn_running | Wait for the answer, or stop it
			bad_frame    | Something went wrong on this page.
			internal     | Something went wrong on our side.
			never_heard  | Something went wrong on our side.
			""")
	void saysWhatWentWrongAndWhatToDo(String code, String words, BrowserTab tab) {
		var chat = new ScriptedChat(tab).fail(DUTIES, code, 0);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text(words)).isVisible();
		chat.recover();
		tab.button("Try again").click();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.heading(DUTIES)).hasCount(1);
		assertThat(tab.text(words)).hasCount(0);
	}

	@Test
	void sendsAgainWhenTheServerSaysWhen(BrowserTab tab) {
		var chat = new ScriptedChat(tab).fail(DUTIES, "too_fast", 300);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("Your question will be sent then.")).isVisible();
		assertThat(tab.button("Try again")).hasCount(0);
		chat.recover();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.received("ask").stream().map((ask) -> ask.get("id")).distinct()).hasSize(1);
	}

	@Test
	void saysThatTheServiceIsStartingAndAsksOnceItHas(BrowserTab tab) {
		var chat = new ScriptedChat(tab).fail(DUTIES, "starting", 300);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("The service is just starting. Please wait a moment. Your question will be sent then."))
			.isVisible();
		chat.recover();
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(tab.text("just starting")).hasCount(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"pending\":{}}", "null", "[]", "[{\"toJSON\":1}]", "7", "\"text\"", "{not json",
			"{\"pending\":null}", "{\"pending\":[null,7,{}]}", "{\"pending\":[{\"t\":\"ask\",\"id\":\"x\"}]}",
			"{\"pending\":\"[\"}", "{\"pending\":{\"toJSON\":1},\"c\":{},\"k\":[]}",
			"{\"pending\":[],\"c\":\"only half\"}", "{\"pending\":[],\"open\":\"yes\",\"toJSON\":{}}" })
	void startsAfreshFromWhatOthersHaveStored(String stored, BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.page().evaluate("(stored) => sessionStorage.setItem('signpost-chat', stored)", stored);
		tab.page().reload();
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.received("hello").getFirst().has("c")).isFalse();
		assertThat(chat.received("ask")).hasSize(1);
		assertThat(tab.complaints()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{isComposing: true}", "{keyCode: 229}" })
	void sendsNothingAtAnEnterThatEndsAComposition(String key, BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.question().fill(DUTIES);
		var press = "(field) => field.dispatchEvent(new KeyboardEvent('keydown', "
				+ "{key: '%s', bubbles: true, composed: true, cancelable: true, ..." + key + "}))";
		assertThat(tab.question().evaluate(press.formatted("Enter"))).as("not prevented").isEqualTo(true);
		tab.question().evaluate(press.formatted("Escape"));
		assertThat(tab.dialog()).isVisible();
		assertThat(tab.question()).hasValue(DUTIES);
		tab.question().press("Enter");
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.received("ask")).hasSize(1);
	}

	@Test
	void waitsForAServerThatIsAway(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		chat.cut(1006);
		tab.context().route("**/chat/*", Route::abort);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.dialog().getByText("Not connected. Your question will be sent")).isVisible();
		assertThat(tab.text("Waiting to be sent")).isVisible();
		assertThat(tab.question()).isVisible();
		chat.repair();
		assertThat(tab.text("Was this helpful?")).isVisible();
	}

	@Test
	void takesBackAQuestionThatWaitsToBeSentAgain(BrowserTab tab) {
		var chat = new ScriptedChat(tab).fail(DUTIES, "busy", 60_000);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("The service is very busy.")).isVisible();
		tab.button("Stop").click();
		assertThat(tab.button("Try again")).isFocused();
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.received("ask")).hasSize(2);
	}

	@Test
	void saysOnceThatAQuestionWaitsHoweverOftenItIsRefused(BrowserTab tab) {
		var chat = new ScriptedChat(tab).fail(DUTIES, "busy", 50);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().evaluate("""
				() => {
					window.said = [];
					const status = document.querySelector('signpost-chat').shadowRoot.querySelectorAll('[role=status]');
					new MutationObserver((changes) => said.push(...changes.map(({target}) => target.textContent)))
						.observe(status[1], {childList: true});
				}""");
		tab.ask(DUTIES);
		tab.page().waitForCondition(() -> chat.received("ask").size() > 3);
		assertThat(tab.page().evaluate("said")).isEqualTo(List.of("Looking for an answer",
				"The service is very busy. Please wait a minute. Your question will be sent then."));
	}

	@Test
	void saysThatAMarkCouldNotBeSaved(BrowserTab tab) {
		new ScriptedChat(tab).fail("rate", "not_saved", 0);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		tab.button("Yes").click();
		assertThat(tab.dialog().getByText("That could not be saved. Try again in a minute.")).isVisible();
		assertThat(tab.page().getByText("This answer could not be saved.")).hasCount(0);
	}

	@Test
	void showsAnAnswerThatCouldNotBeSaved(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(0);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		tab.page().waitForCondition(() -> !chat.received("ask").isEmpty());
		var id = chat.received("ask").getFirst().get("id").asString();
		chat.send("{\"t\":\"err\",\"code\":\"not_saved\",\"re\":\"" + id + "\"}");
		chat.send("{\"t\":\"turn\",\"turn\":0,\"id\":\"" + id + "\",\"q\":\"" + DUTIES + "\"}");
		chat.send("{\"t\":\"text\",\"turn\":0,\"kind\":\"p\",\"text\":\"It leads on special needs.\",\"cites\":[]}");
		chat.send("{\"t\":\"end\",\"turn\":0,\"outcome\":\"ANSWERED\",\"why\":\"done\"}");
		assertThat(tab.text("It leads on special needs.")).isVisible();
		assertThat(tab.heading(DUTIES)).hasCount(1);
		assertThat(tab.announcements().last()).hasText("It leads on special needs.");
		assertThat(tab.text("Was this helpful?")).hasCount(0);
		assertThat(tab.text("This answer could not be saved.")).isVisible();
	}

	@Test
	void resumesWhenAnEventIsMissing(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(2);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("A SENCO leads")).isVisible();
		chat.send("{\"seq\":9,\"t\":\"text\",\"turn\":1,\"kind\":\"p\",\"text\":\"Out of order.\"}");
		tab.page().waitForCondition(() -> chat.received("hello").size() == 2);
		assertThat(chat.received("hello").getLast().get("after").asInt()).isEqualTo(2);
		assertThat(tab.text("Out of order.")).hasCount(0);
	}

	@Test
	void dropsAnEventThatItHasSeen(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("Was this helpful?")).isVisible();
		chat.send("{\"seq\":2,\"t\":\"text\",\"turn\":1,\"kind\":\"p\",\"text\":\"Once more.\"}");
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Not if you are starting now.")).isVisible();
		assertThat(tab.text("Once more.")).hasCount(0);
		assertThat(chat.connections()).isEqualTo(1);
	}

	@Test
	void beginsAnewWhenTheConversationIsGone(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("Was this helpful?")).isVisible();
		chat.forget();
		chat.hangUp(4410);
		assertThat(tab.dialog().getByText("Your earlier conversation is no longer there.")).isVisible();
		assertThat(tab.heading(DUTIES)).hasCount(0);
		tab.ask(DUTIES);
		assertThat(tab.text("Was this helpful?")).isVisible();
	}

	@Test
	void beginsAnewWhenItsKeyIsRefused(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 1);
		chat.hangUp(4401);
		tab.page().waitForCondition(() -> chat.received("hello").size() == 2);
		assertThat(chat.received("hello").getLast().has("c")).isFalse();
	}

	@Test
	void answersTheHeartbeat(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 1);
		chat.send("{\"t\":\"hb\"}");
		tab.page().waitForCondition(() -> chat.received("hb").size() == 1);
	}

	@Test
	void takesAnUnsentQuestionBack(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 1);
		chat.cut(1012);
		assertThat(tab.dialog().getByText("Not connected.")).isVisible();
		tab.ask(DUTIES);
		tab.button("Stop").click();
		assertThat(tab.text("You stopped this answer.")).isVisible();
		assertThat(tab.button("Try again")).isFocused();
		chat.repair();
		tab.page().waitForCondition(() -> chat.received("hello").size() == 2);
		tab.ask("do I need NASENCO?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		assertThat(chat.received("ask")).hasSize(1);
	}

	@Test
	void stopsAnAnswerThatTheServerHasBegunMeanwhile(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(0);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		tab.page().waitForCondition(() -> !chat.received("ask").isEmpty());
		tab.button("Stop").click();
		assertThat(tab.button("Try again")).isFocused();
		chat.answerLate(1);
		tab.page().waitForCondition(() -> !chat.received("cancel").isEmpty());
		assertThat(tab.text("You stopped this answer.")).isVisible();
		assertThat(tab.heading(DUTIES)).hasCount(1);
		assertThat(tab.text("A SENCO leads")).hasCount(0);
	}

	@Test
	void keepsAQuestionThatCannotBeSentWithTheReasonBesideIt(BrowserTab tab) {
		var chat = new ScriptedChat(tab);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.button("Send").click();
		assertThat(tab.question()).hasAccessibleDescription("Type a question first.");
		tab.ask("x".repeat(503));
		assertThat(tab.question())
			.hasAccessibleDescription("Your question is 3 characters too long. Please shorten it.");
		assertThat(tab.question()).hasAttribute("aria-invalid", "true");
		assertThat(tab.question()).hasValue("x".repeat(503));
		tab.question().fill("x".repeat(460));
		assertThat(tab.question()).hasAccessibleDescription("40 characters left");
		assertThat(tab.question()).hasAttribute("aria-invalid", "false");
		assertThat(chat.received("ask")).isEmpty();
	}

	@Test
	void asksOneThingAtATime(BrowserTab tab) {
		var chat = new ScriptedChat(tab).holdAfter(2);
		tab.page().navigate(ScriptedChat.HOST);
		tab.open();
		tab.ask(DUTIES);
		assertThat(tab.text("A SENCO leads")).isVisible();
		tab.ask("do I need NASENCO?");
		assertThat(tab.question()).hasAccessibleDescription("Wait for the answer, or stop it, before you ask again.");
		assertThat(tab.question()).hasValue("do I need NASENCO?");
		assertThat(chat.received("ask")).hasSize(1);
	}

}
