package org.signpost.web.chat;

import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Kills with PostgreSQL. */
class KilledServerOnPostgresIT extends KilledServerContract {

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
	List<String> settings(Path folder) {
		return List.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
	}

}
