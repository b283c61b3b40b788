package org.signpost.web.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.testing.ChatClient;
import org.signpost.testing.RawChat;
import org.signpost.testing.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is asked to stop. */
class ShutdownIT {

	@TempDir
	private Path folder;

	@Test
	void saysGoodbyeAndEndsWithoutWaitingForWhoeverDoesNotAnswer() throws Exception {
		try (var server = ServerProcess.start(this.folder, "--signpost.limits.asks-per-minute=1000",
				"--signpost.limits.frames-per-ten-seconds=1000");
				var idle = ChatClient.hello(server.port());
				var waiting = ChatClient.hello(server.port());
				var busy = ChatClient.hello(server.port())) {
			idle.next("welcome");
			var welcome = waiting.next("welcome");
			waiting.ask("wait");
			waiting.next("turn");
			var conversation = busy.next("welcome");
			try (var stalled = RawChat.connect(server.port(), 4096)) {
				stalled.sendText("{\"t\":\"hello\",\"c\":\"" + conversation.get("c").asString() + "\",\"k\":\""
						+ conversation.get("k").asString() + "\",\"after\":0}");
				for (var i = 0; i < 20; i++) {
					busy.ask("a long answer please");
					busy.nextUntil("end");
				}
				var events = HttpClient.newHttpClient()
					.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/chat/events"))
						.header("Signpost-Conversation", welcome.get("c").asString())
						.header("Signpost-Key", welcome.get("k").asString())
						.build(), BodyHandlers.ofLines());
				assertThat(events.get().statusCode()).isEqualTo(200);
				// 10 seconds are promised, 30 allowed here: this machine may be busy with
				// other things
				System.out.println("Stopped in " + server.stop().toMillis() + " ms");
				var bye = idle.next("bye");
				assertThat(bye.get("retry").asInt()).isPositive();
				assertThat(idle.closeCode()).isEqualTo(1012);
				waiting.next("bye");
				assertThat(waiting.closeCode()).isEqualTo(1012);
				assertThat(events.get().body().collect(Collectors.joining("\n"))).contains("{\"t\":\"bye\"");
				assertThat(server.output()).doesNotContain("\tat ");
			}
			try (var next = ServerProcess.start(this.folder);
					var again = ChatClient.resume(next.port(), welcome.get("c").asString(), welcome.get("k").asString(),
							1)) {
				again.next("welcome");
				assertThat(again.next("end").get("why").asString()).isEqualTo("interrupted");
			}
		}
	}

}
