package org.signpost.conversation;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/** Lists from the embedded database. */
class EmbeddedConversationListTests extends ConversationListContract {

	@TempDir
	private Path folder;

	@Override
	StorageFixture open() {
		return StorageFixture.embedded(this.folder);
	}

}
