package org.signpost.conversation;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/** On the embedded database. */
class EmbeddedWorkbenchTests extends WorkbenchContract {

	@TempDir
	private Path folder;

	@Override
	StorageFixture open() {
		return StorageFixture.embedded(this.folder);
	}

}
