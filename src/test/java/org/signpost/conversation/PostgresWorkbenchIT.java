package org.signpost.conversation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On PostgreSQL. */
class PostgresWorkbenchIT extends WorkbenchContract {

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void startPostgres() throws Exception {
		postgres = EmbeddedPostgres.builder().start();
	}

	@AfterAll
	static void stopPostgres() throws Exception {
		postgres.close();
	}

	@Override
	StorageFixture open() {
		return StorageFixture.postgres(postgres.getJdbcUrl("postgres", "postgres"));
	}

}
