package org.signpost.web.chat;

import org.junit.jupiter.api.Test;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawChat;
import org.signpost.testing.UnlimitedServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader that stalls is let go, and holds up nobody meanwhile. */
@UnlimitedServerTest
class SlowReaderTests {

	@LocalServerPort
	private int port;

	@Test
	void closesAReaderThatStallsAndLetsItResume() throws Exception {
		try (var client = ChatClient.hello(this.port)) {
			var welcome = client.next("welcome");
			var conversation = welcome.get("c").asString();
			var key = welcome.get("k").asString();
			try (var stalled = RawChat.connect(this.port, 4096)) {
				stalled.sendText("{\"t\":\"hello\",\"c\":\"" + conversation + "\",\"k\":\"" + key + "\",\"after\":0}");
				var turns = 20;
				for (var i = 0; i < turns; i++) {
					client.ask("a long answer please");
					client.nextUntil("end");
				}
				// the only way to see that nothing happens is to let the time pass; what
				// the
				// server then says waits for half a minute, so it may be late by ten
				// seconds
				Thread.sleep(ConversationCursor.PATIENCE.plusSeconds(10));
				var received = 0;
				while (stalled.read() != null) {
					received++;
				}
				assertThat(stalled.closeCode()).isEqualTo(4409);
				try (var resumed = ChatClient.resume(this.port, conversation, key, 0)) {
					resumed.next("welcome");
					for (var i = 0; i < turns; i++) {
						resumed.nextUntil("end");
					}
				}
				client.ask("still quick?");
				client.nextUntil("end");
				System.out.println("The stalled reader was closed after " + received + " frames");
			}
		}
	}

}
