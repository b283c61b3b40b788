package org.signpost.web.chat;

import java.nio.file.Path;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.testing.ChatClient;
import org.signpost.testing.ServerProcess;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Two servers, in processes of their own, on one PostgreSQL. */
class TwoServersIT {

	@TempDir
	private Path folder;

	@Test
	void serveOneConversation() throws Exception {
		try (var postgres = EmbeddedPostgres.builder().start()) {
			var database = "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres");
			try (var one = ServerProcess.start(this.folder, database);
					var other = ServerProcess.start(this.folder, database)) {
				resumesOnTheOther(one, other);
				clearsOnBoth(one, other);
				takesOverFromAKilledServer(one, other);
				assertThat(other.output()).doesNotContain("\tat ");
			}
		}
	}

	private static void resumesOnTheOther(ServerProcess one, ServerProcess other) {
		try (var here = ChatClient.hello(one.port())) {
			var welcome = here.next("welcome");
			here.ask("first");
			var first = here.nextUntil("end");
			try (var there = resume(other, welcome, 0)) {
				there.next("welcome");
				assertThat(there.nextUntil("end")).isEqualTo(first);
				there.ask("second");
				assertThat(there.nextUntil("end")).isEqualTo(here.nextUntil("end"));
				here.ask("third");
				var third = there.nextUntil("end");
				assertThat(third).isEqualTo(here.nextUntil("end"));
				assertThat(third.get(1).get("text").asString()).startsWith("Answer 3:");
				runsOneTurnAtATime(here, there);
			}
		}
	}

	private static void runsOneTurnAtATime(ChatClient here, ChatClient there) {
		here.ask("wait");
		var turn = here.next("turn");
		there.next("turn");
		there.ask("impatient");
		assertThat(there.next("err").get("code").asString()).isEqualTo("turn_running");
		there.send("{\"t\":\"cancel\",\"turn\":" + turn.get("turn").asInt() + "}");
		assertThat(here.next("end").get("why").asString()).isEqualTo("cancelled");
		assertThat(there.next("end").get("why").asString()).isEqualTo("cancelled");
	}

	private static void clearsOnBoth(ServerProcess one, ServerProcess other) {
		try (var here = ChatClient.hello(one.port())) {
			var welcome = here.next("welcome");
			here.ask("first");
			here.nextUntil("end");
			try (var there = resume(other, welcome, 0)) {
				there.next("welcome");
				there.nextUntil("end");
				here.send("{\"t\":\"clear\",\"id\":\"" + UUID.randomUUID() + "\"}");
				here.next("cleared");
				assertThat(there.closeCode()).isEqualTo(4410);
			}
			try (var there = resume(other, welcome, 10)) {
				assertThat(there.next("welcome").get("reset").asBoolean()).isTrue();
			}
		}
	}

	private static void takesOverFromAKilledServer(ServerProcess one, ServerProcess other) {
		try (var here = ChatClient.hello(one.port())) {
			var welcome = here.next("welcome");
			try (var there = resume(other, welcome, 0)) {
				there.next("welcome");
				here.ask("wait");
				there.next("turn");
				one.kill();
				assertThat(there.next("end").get("why").asString()).isEqualTo("interrupted");
				there.ask("and now?");
				there.nextUntil("end");
			}
		}
	}

	private static ChatClient resume(ServerProcess server, JsonNode welcome, long after) {
		return ChatClient.resume(server.port(), welcome.get("c").asString(), welcome.get("k").asString(), after);
	}

}
