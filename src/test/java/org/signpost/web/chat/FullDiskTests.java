package org.signpost.web.chat;

import org.junit.jupiter.api.AfterEach;
import org.signpost.testing.FailingDisk;
import org.signpost.testing.ScriptedServer;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A disk that is full and then is not. */
@DirtiesContext
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FullDiskTests extends StorageFailureContract {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		FailingDisk.register();
		var file = java.nio.file.Path.of("target", "test-data", java.util.UUID.randomUUID().toString())
			.toAbsolutePath();
		properties.add("spring.datasource.url",
				() -> "jdbc:h2:failing:" + file
						+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
						+ ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
	}

	@Override
	void fail() {
		FailingDisk.setFull(true);
	}

	@Override
	@AfterEach
	void heal() {
		FailingDisk.setFull(false);
	}

}
