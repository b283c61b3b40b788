package org.signpost.conversation;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/** What advisers evaluate by in the embedded database. */
class EmbeddedSavedCasesTests extends SavedCasesContract {

	@TempDir
	private Path folder;

	@Override
	StorageFixture open() {
		return StorageFixture.embedded(this.folder);
	}

}
