package org.signpost.web.chat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawChat;
import org.signpost.testing.ScriptedAnswering;
import org.signpost.testing.ServerTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The wire, with a client of its own. */
@ServerTest
class ChatSocketTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ScriptedAnswering answering;

	@Test
	void answersWithAllEventsOfATurnInOrder() {
		try (var client = ChatClient.hello(this.port)) {
			var welcome = client.next("welcome");
			assertThat(welcome.propertyNames()).containsExactly("t", "c", "k", "hb", "max");
			assertThat(welcome.get("hb").asInt()).isEqualTo(20);
			assertThat(welcome.get("max").asInt()).isEqualTo(500);
			assertThat(welcome.get("k").asString()).hasSize(22);
			var id = client.ask("what's the SEN allowance?");
			var frames = client.nextUntil("end");
			assertThat(types(frames)).containsExactly("turn", "text", "src", "text", "src", "text", "text", "opt",
					"opt", "end");
			assertThat(seqs(frames)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
			assertThat(frames.get(0).toString())
				.isEqualTo("{\"seq\":1,\"t\":\"turn\",\"turn\":1,\"id\":\"%s\",\"q\":\"what's the SEN allowance?\"}"
					.formatted(id));
			assertThat(frames.get(1).toString()).isEqualTo("{\"seq\":2,\"t\":\"text\",\"turn\":1,\"kind\":\"p\","
					+ "\"text\":\"Answer 1: the allowance is £2,240 to £4,424 – a year “on top”.\",\"cites\":[1]}");
			assertThat(frames.get(2).toString())
				.isEqualTo("{\"seq\":3,\"t\":\"src\",\"turn\":1,\"n\":1,\"source\":\"source-1\",\"title\":\"Title 1\","
						+ "\"publisher\":\"Prospects\",\"url\":\"https://www.example.org/1\",\"published\":\"2023\","
						+ "\"asOf\":\"2020\",\"section\":\"Salary\",\"nations\":[\"ENGLAND\"],"
						+ "\"evidence\":\"The statement “word for word” & <b>no markup</b>.\"}");
			assertThat(frames.get(6).get("href").asString()).isEqualTo("tel:08003892500");
			assertThat(frames.get(9).propertyNames()).containsExactly("seq", "t", "turn", "answer", "outcome", "nation",
					"why");
			assertThat(frames.get(9).get("why").asString()).isEqualTo("done");
		}
	}

	@Test
	void rememberWhatWasSaidAndWhatThePageKnows() {
		try (var client = ChatClient.connect(this.port)) {
			client.send("{\"t\":\"hello\",\"lang\":\"en\",\"nation\":\"WALES\"}");
			client.next("welcome");
			client.ask("one");
			assertThat(client.nextUntil("end").getLast().get("nation").asString()).isEqualTo("WALES");
			client.ask("two");
			var second = client.nextUntil("end");
			assertThat(second.get(0).get("turn").asInt()).isEqualTo(2);
			assertThat(second.get(1).get("text").asString()).startsWith("Answer 2:");
		}
	}

	@Test
	void resumesAfterWhatTheClientHas() {
		String conversation;
		String key;
		List<String> all;
		try (var client = ChatClient.hello(this.port)) {
			var welcome = client.next("welcome");
			conversation = welcome.get("c").asString();
			key = welcome.get("k").asString();
			client.ask("one");
			all = client.nextUntil("end").stream().map(JsonNode::toString).toList();
		}
		for (var after : new int[] { 0, 1, 6, 9 }) {
			try (var client = ChatClient.resume(this.port, conversation, key, after)) {
				var welcome = client.next("welcome");
				assertThat(welcome.propertyNames()).containsExactly("t", "c", "hb", "max");
				assertThat(welcome.get("c").asString()).isEqualTo(conversation);
				assertThat(client.nextUntil("end").stream().map(JsonNode::toString))
					.containsExactlyElementsOf(all.subList(after, all.size()));
			}
		}
		try (var client = ChatClient.resume(this.port, conversation, key, all.size())) {
			client.next("welcome");
			client.ask("two");
			assertThat(client.next("turn").get("seq").asInt()).isEqualTo(all.size() + 1);
		}
	}

	@Test
	void makesNoSecondTurnOfTheSameRequest() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			var id = client.ask("one");
			client.nextUntil("end");
			client.ask(id, "one");
			client.ask("two");
			assertThat(client.next("turn").get("q").asString()).isEqualTo("two");
		}
	}

	@Test
	void showsTheSameConversationInTwoTabs() {
		try (var first = ChatClient.hello(this.port)) {
			var welcome = first.next("welcome");
			try (var second = ChatClient.resume(this.port, welcome.get("c").asString(), welcome.get("k").asString(),
					0)) {
				second.next("welcome");
				first.ask("one");
				assertThat(second.nextUntil("end")).isEqualTo(first.nextUntil("end"));
			}
		}
	}

	@Test
	void refusesAnotherKeyAndStartsAfreshWhereAConversationIsGone() {
		String conversation;
		String key;
		try (var client = ChatClient.hello(this.port)) {
			var welcome = client.next("welcome");
			conversation = welcome.get("c").asString();
			key = welcome.get("k").asString();
		}
		try (var client = ChatClient.resume(this.port, conversation, "x".repeat(22), 0)) {
			assertThat(client.closeCode()).isEqualTo(4401);
		}
		try (var client = ChatClient.connect(this.port)) {
			client.send("{\"t\":\"hello\",\"c\":\"" + conversation + "\"}");
			assertThat(client.closeCode()).isEqualTo(4401);
		}
		for (var gone : new String[] { UUID.randomUUID().toString(), "nonsense" }) {
			try (var client = ChatClient.resume(this.port, gone, key, 12)) {
				var welcome = client.next("welcome");
				assertThat(welcome.get("reset").asBoolean()).isTrue();
				assertThat(welcome.get("c").asString()).isNotEqualTo(conversation);
				client.ask("one");
				assertThat(client.next("turn").get("seq").asInt()).isEqualTo(1);
			}
		}
	}

	@Test
	void stopsAnAnswerThatIsNotWantedAnyMore() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.ask("wait for it");
			client.next("turn");
			client.ask("impatient");
			var refused = client.next("err");
			assertThat(refused.get("code").asString()).isEqualTo("turn_running");
			assertThat(refused.get("retry").asInt()).isPositive();
			client.send("{\"t\":\"cancel\",\"turn\":1}");
			var end = client.next("end");
			assertThat(end.get("why").asString()).isEqualTo("cancelled");
			assertThat(end.has("outcome")).isFalse();
			this.answering.releaseWhatWaits();
			client.ask("two");
			assertThat(client.next("turn").get("seq").asInt()).isEqualTo(3);
			assertThat(client.nextUntil("end").getFirst().get("text").asString()).startsWith("Answer 1:");
		}
	}

	@Test
	void endsATurnThatFails() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			var id = client.ask("fail");
			client.next("turn");
			assertThat(client.next("end").get("why").asString()).isEqualTo("interrupted");
			var error = client.next("err");
			assertThat(error.get("code").asString()).isEqualTo("internal");
			assertThat(error.get("re").asString()).isEqualTo(id);
		}
	}

	@Test
	void keepsARatingOnce() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.ask("one");
			client.nextUntil("end");
			var id = UUID.randomUUID();
			var rate = "{\"t\":\"rate\",\"id\":\"" + id + "\",\"turn\":1,\"v\":5,\"why\":\"clear\"}";
			client.send(rate);
			assertThat(client.next("rated").toString())
				.isEqualTo("{\"seq\":11,\"t\":\"rated\",\"id\":\"" + id + "\",\"turn\":1}");
			client.send(rate);
			client.send("{\"t\":\"rate\",\"id\":\"" + UUID.randomUUID() + "\",\"turn\":9,\"v\":5}");
			assertThat(client.next("err").get("code").asString()).isEqualTo("bad_frame");
		}
	}

	@Test
	void clearsAConversationEverywhereAndGoesOnWithANewOne() {
		try (var client = ChatClient.hello(this.port)) {
			var welcome = client.next("welcome");
			var conversation = welcome.get("c").asString();
			client.ask("one");
			client.nextUntil("end");
			try (var otherTab = ChatClient.resume(this.port, conversation, welcome.get("k").asString(), 10)) {
				otherTab.next("welcome");
				var id = UUID.randomUUID().toString();
				client.send("{\"t\":\"clear\",\"id\":\"" + id + "\"}");
				assertThat(client.next("cleared").get("id").asString()).isEqualTo(id);
				var fresh = client.next("welcome");
				assertThat(fresh.get("reset").asBoolean()).isTrue();
				assertThat(fresh.get("c").asString()).isNotEqualTo(conversation);
				assertThat(otherTab.closeCode()).isEqualTo(4410);
				client.ask("two");
				assertThat(client.nextUntil("end").get(1).get("text").asString()).startsWith("Answer 1:");
				client.send("{\"t\":\"clear\",\"id\":\"" + id + "\"}");
				client.next("cleared");
				client.ask("three");
				assertThat(client.nextUntil("end").get(1).get("text").asString()).startsWith("Answer 2:");
			}
			try (var again = ChatClient.resume(this.port, conversation, welcome.get("k").asString(), 10)) {
				assertThat(again.next("welcome").get("reset").asBoolean()).isTrue();
			}
		}
	}

	@Test
	void masksPersonalDataBeforeAnybodySeesIt() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.ask("mail me at jo@example.org");
			assertThat(client.next("turn").get("q").asString()).isEqualTo("mail me at [e-mail address]");
		}
	}

	@Test
	void refusesTooLongAndTooFast() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			var id = client.ask("x".repeat(501));
			var tooLong = client.next("err");
			assertThat(tooLong.get("code").asString()).isEqualTo("too_long");
			assertThat(tooLong.get("re").asString()).isEqualTo(id);
			assertThat(tooLong.has("retry")).isFalse();
			// one more may be asked every five seconds, and a machine may be slow
			var asked = -1;
			JsonNode tooFast;
			do {
				asked++;
				client.ask("hello");
				tooFast = client.next();
				if (tooFast.get("t").asString().equals("turn")) {
					client.nextUntil("end");
				}
			}
			while (tooFast.get("t").asString().equals("turn"));
			assertThat(asked).isGreaterThanOrEqualTo(12);
			assertThat(tooFast.get("code").asString()).isEqualTo("too_fast");
			assertThat(tooFast.get("retry").asInt()).isBetween(1, 60_000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"t\":\"ask\",\"id\":\"no\",\"q\":\"x\"}", "{\"t\":\"ask\",\"q\":\"x\"}",
			"{\"t\":\"dance\"}", "{}", "[]", "7", "null", "{\"t\":\"rate\",\"id\":\"a\",\"turn\":1,\"v\":9}",
			"{\"t\":\"cancel\",\"turn\":\"one\"}", "{\"t\":\"hello\"}" })
	void answersFramesThatMakeNoSense(String frame) {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.send(frame);
			assertThat(client.next("err").get("code").asString()).isEqualTo("bad_frame");
			client.ask("hello");
			client.next("turn");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"t\":\"hb\"} {", "hello", "{'t':'hb'}" })
	void closesOnWhatIsNotJson(String frame) {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.send(frame);
			assertThat(client.closeCode()).isEqualTo(1007);
		}
	}

	@Test
	void closesOnAFrameThatIsTooBigAndOnAFloodAndWithoutAHello() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client.send("{\"t\":\"hb\",\"x\":\"" + "x".repeat(4096) + "\"}");
			assertThat(client.closeCode()).isEqualTo(1009);
		}
		try (var client = ChatClient.connect(this.port)) {
			client.send("{\"t\":\"hb\"}");
			assertThat(client.next("err").get("code").asString()).isEqualTo("bad_frame");
			assertThat(client.closeCode()).isEqualTo(1008);
		}
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			for (int sent = 1; sent < 200 && !client.socket().isOutputClosed(); sent++) {
				client.socket().sendText("{\"t\":\"hb\"}", true).exceptionally((ex) -> null).join();
			}
			assertThat(client.closeCode()).isIn(1008, 1006);
		}
		try (var silent = ChatClient.connect(this.port)) {
			assertThat(silent.closeCode()).isEqualTo(1008);
		}
	}

	@Test
	void takesMessagesInPartsAndAnswersPings() throws Exception {
		try (var chat = RawChat.connect(this.port, 65536)) {
			chat.sendText("{\"t\":\"hello\"}");
			assertThat(chat.read()).contains("welcome");
			var ask = ("{\"t\":\"ask\",\"id\":\"" + UUID.randomUUID() + "\",\"q\":\"é in parts\"}")
				.getBytes(StandardCharsets.UTF_8);
			// in the middle of the é
			var middle = 61;
			chat.send(RawChat.TEXT, false, true, Arrays.copyOf(ask, middle));
			chat.send(RawChat.PING, true, true, new byte[] { 7 });
			chat.send(0, true, true, Arrays.copyOfRange(ask, middle, ask.length));
			assertThat(chat.read()).contains("é in parts");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 10, 4000 })
	void closesOnWhatIsNotText(int length) throws Exception {
		try (var chat = RawChat.connect(this.port, 65536)) {
			chat.sendText("{\"t\":\"hello\"}");
			assertThat(chat.read()).contains("welcome");
			chat.send(RawChat.BINARY, true, true, new byte[length]);
			while (chat.read() != null) {
				// what came before the close
			}
			assertThat(chat.closeCode()).isEqualTo(1008);
		}
	}

	@Test
	void takesWhateverIsJsonAndNotTooBig() {
		try (var client = ChatClient.hello(this.port)) {
			client.next("welcome");
			client
				.send("{\"t\":\"hb\",\"x\":" + "[".repeat(1900) + "]".repeat(1900) + ",\"y\":" + "9".repeat(200) + "}");
			client.send("{\"t\":\"cancel\",\"turn\":" + "9".repeat(2000) + "}");
			assertThat(client.next("err").get("code").asString()).isEqualTo("bad_frame");
			client.ask("hello");
			client.next("turn");
		}
	}

	@Test
	void saysNothingThatWasNotAskedFor() throws Exception {
		try (var chat = RawChat.connect(this.port, 65536)) {
			chat.sendText("{\"t\":\"hello\"}");
			assertThat(chat.read()).contains("welcome");
			chat.sendText("{\"t\":\"hb\"}");
			chat.sendText("{\"t\":\"dance\"}");
			// frames are answered in their order
			assertThat(chat.read()).contains("bad_frame");
		}
	}

	private static List<String> types(List<JsonNode> frames) {
		return frames.stream().map((frame) -> frame.get("t").asString()).toList();
	}

	private static List<Long> seqs(List<JsonNode> frames) {
		return frames.stream().map((frame) -> frame.get("seq").asLong()).toList();
	}

}
