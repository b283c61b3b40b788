package org.signpost.web.chat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.LoggedEvent;
import org.signpost.testing.CuttingProxy;
import org.signpost.testing.ResumingClient;
import org.signpost.testing.UnlimitedServerTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said survives connections cut at any byte. {@code -Dsignpost.turns=2000} asks
 * more, {@code -Dsignpost.seed=…} repeats a run.
 */
@UnlimitedServerTest
class CuttingProxyTests {

	private static final int TURNS = Integer.getInteger("signpost.turns", 200);

	private static final int CLIENTS = 4;

	@LocalServerPort
	private int port;

	@Autowired
	private Conversations conversations;

	@Test
	void everyAnswerArrivesOnceInOrderAndAsItIsStored() throws Exception {
		var seed = Long.getLong("signpost.seed", System.nanoTime());
		System.out.println("Cutting connections with seed " + seed);
		try (var proxy = new CuttingProxy(this.port, 2500, seed);
				var executor = Executors.newFixedThreadPool(CLIENTS)) {
			var runs = executor.invokeAll(List.<Callable<Integer>>of(() -> converse(proxy.port()),
					() -> converse(proxy.port()), () -> converse(proxy.port()), () -> converse(proxy.port())));
			var connections = 0;
			for (var run : runs) {
				connections += run.get();
			}
			System.out.println(TURNS + " turns over " + connections + " connections, " + proxy.cuts() + " cut");
			assertThat(proxy.cuts()).isGreaterThan(TURNS / 10);
		}
	}

	private int converse(int proxyPort) {
		try (var client = new ResumingClient(() -> proxyPort)) {
			for (var turn = 1; turn <= TURNS / CLIENTS; turn++) {
				client.ask("question " + turn + " – “how much?”");
				if (turn % 5 == 0) {
					client.rate(turn, 4);
				}
			}
			var stored = this.conversations.findEvents(UUID.fromString(client.conversation()), 0, Integer.MAX_VALUE)
				.stream()
				.map(LoggedEvent::frame)
				.toList();
			assertThat(client.applied()).isEqualTo(stored);
			assertThat(stored.stream().filter((frame) -> frame.contains("\"t\":\"turn\""))).hasSize(TURNS / CLIENTS);
			assertThat(stored.stream().filter((frame) -> frame.contains("\"why\":\"done\""))).hasSize(TURNS / CLIENTS);
			assertThat(stored.stream().filter((frame) -> frame.contains("\"t\":\"rated\"")))
				.hasSize(TURNS / CLIENTS / 5);
			assertThat(client.acknowledged()).doesNotHaveDuplicates().hasSize(TURNS / CLIENTS + TURNS / CLIENTS / 5);
			return client.connections();
		}
	}

}
