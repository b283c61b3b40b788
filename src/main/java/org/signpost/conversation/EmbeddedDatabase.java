package org.signpost.conversation;

import java.nio.file.Path;

/** The database that lives in a folder of ours when no other is configured. */
final class EmbeddedDatabase {

	private EmbeddedDatabase() {
	}

	/**
	 * Its address. With {@code WRITE_DELAY=0} a commit that was acknowledged outlives a
	 * kill of the process; H2's default keeps it back for half a second.
	 */
	static String url(Path data) {
		return "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("conversations")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
				+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=5000";
	}

}
