package org.signpost.conversation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract on H2, and what only an embedded database has to do. */
class EmbeddedConversationsTests extends ConversationsContract {

	@TempDir
	private Path folder;

	@Override
	StorageFixture open() {
		return StorageFixture.h2(this.folder);
	}

	@Test
	void leavesNothingOfErasedConversationsInItsFiles() throws Exception {
		try (var storage = StorageFixture.h2(this.folder)) {
			for (var i = 0; i < 200; i++) {
				var old = NewConversation.create();
				storage.conversations.begin(old);
				var question = "planted word xyzzy" + i + "plugh " + "filling ".repeat(i % 20);
				storage.turns.start(old.id(), UUID.randomUUID(), question);
			}
			storage.now.updateAndGet((now) -> now.plus(Duration.ofDays(31)));
			var kept = NewConversation.create();
			storage.conversations.begin(kept);
			storage.turns.start(kept.id(), UUID.randomUUID(), "a kept word quux");
			assertThat(bytes()).contains("xyzzy").contains("quux");
			storage.upkeep.purge();
			assertThat(storage.conversations.findEvents(kept.id(), 0, 10)).hasSize(1);
			assertThat(bytes()).doesNotContain("xyzzy").contains("quux");
			assertThat(storage.conversations.clear(kept.id(), UUID.randomUUID())).isTrue();
			storage.upkeep.purge();
			assertThat(bytes()).doesNotContain("quux");
		}
	}

	@Test
	void beginsAgainWhereItsFileWasRemoved() throws Exception {
		try (var storage = StorageFixture.h2(this.folder)) {
			Files.delete(this.folder.resolve("conversations.mv.db"));
			storage.upkeep.look();
			var next = NewConversation.create();
			storage.conversations.begin(next);
			assertThat(storage.conversations.exists(next.id())).isTrue();
			assertThat(this.folder.resolve("conversations.mv.db")).exists();
		}
	}

	private String bytes() throws IOException {
		var all = new StringBuilder();
		try (var files = Files.walk(this.folder)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return all.toString();
	}

}
