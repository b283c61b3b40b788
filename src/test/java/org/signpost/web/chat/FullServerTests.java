package org.signpost.web.chat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.signpost.testing.ChatClient;
import org.signpost.testing.ScriptedServer;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that has no room left. */
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}", "signpost.limits.sockets=2",
				"signpost.limits.answers-at-once=1" })
class FullServerTests {

	@LocalServerPort
	private int port;

	@Test
	void saysSoAndWhenToComeBack() {
		try (var first = ChatClient.hello(this.port); var second = ChatClient.hello(this.port)) {
			first.next("welcome");
			second.next("welcome");
			try (var third = ChatClient.connect(this.port)) {
				var busy = third.next("err");
				assertThat(busy.get("code").asString()).isEqualTo("busy");
				assertThat(busy.get("retry").asInt()).isPositive();
				assertThat(third.closeCode()).isEqualTo(1013);
			}
			first.ask("wait");
			first.next("turn");
			var id = second.ask("is there a place?");
			var busy = second.next("err");
			assertThat(List.of(busy.get("code").asString(), busy.get("re").asString())).isEqualTo(List.of("busy", id));
			assertThat(busy.get("retry").asInt()).isPositive();
			first.send("{\"t\":\"cancel\",\"turn\":1}");
			first.next("end");
		}
	}

}
