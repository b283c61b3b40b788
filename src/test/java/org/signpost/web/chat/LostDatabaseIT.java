package org.signpost.web.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.signpost.testing.ScriptedServer;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.awaitility.Awaitility.await;

/** A PostgreSQL that goes away and comes back. */
@DirtiesContext
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LostDatabaseIT extends StorageFailureContract {

	private static @Nullable EmbeddedPostgres postgres;

	private static int port;

	private static @Nullable Path data;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) throws IOException {
		data = Files.createTempDirectory("lost-database");
		postgres = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start();
		port = postgres.getPort();
		var address = postgres.getJdbcUrl("postgres", "postgres");
		properties.add("spring.datasource.url", () -> address);
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		if (postgres != null) {
			postgres.close();
		}
	}

	@Override
	void fail() throws IOException {
		stopPostgres();
	}

	@Override
	void heal() {
		// somebody else's connection may have been given the port meanwhile
		await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
			postgres = EmbeddedPostgres.builder()
				.setDataDirectory(data)
				.setCleanDataDirectory(false)
				.setPort(port)
				.start();
			return true;
		});
	}

}
