package org.signpost.web.chat;

import org.junit.jupiter.api.AfterEach;
import org.signpost.testing.ScriptedServer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An embedded database that can be read and not written, as on a disk that is full or
 * that the system has made read-only, and then can be written again.
 */
@DirtiesContext
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FullDiskTests extends StorageFailureContract {

	@Autowired
	private JdbcTemplate jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		var folder = java.nio.file.Path.of("target", "test-data", java.util.UUID.randomUUID().toString());
		properties.add("signpost.data", folder::toString);
	}

	@Override
	void fail() {
		this.jdbc.execute("pragma query_only = true");
	}

	@Override
	@AfterEach
	void heal() {
		this.jdbc.execute("pragma query_only = false");
	}

}
