package org.signpost.conversation;

import java.nio.file.Files;
import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The H2 database in a file of ours, used when no other is configured. */
final class EmbeddedDatabase {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final Path file;

	private final JdbcTemplate jdbc;

	private final HikariDataSource pool;

	private final Flyway migrations;

	EmbeddedDatabase(Path data, JdbcTemplate jdbc, HikariDataSource pool, Flyway migrations) {
		this.file = data.toAbsolutePath().normalize().resolve("conversations.mv.db");
		this.jdbc = jdbc;
		this.pool = pool;
		this.migrations = migrations;
	}

	/**
	 * Its address. With {@code WRITE_DELAY=0} a commit that was acknowledged outlives a
	 * kill of the process; H2's default keeps it back for half a second.
	 */
	static String url(Path data) {
		return "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("conversations") + SETTINGS;
	}

	/** What the migrations and the log rely on. */
	static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
			+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=5000;CACHE_SIZE=8192";

	/** Whether somebody has removed the file; H2 itself would go on writing to it. */
	boolean isMissing() {
		return Files.notExists(this.file);
	}

	/** Begins a new, empty database where the old one's file has been removed. */
	void recreate() {
		logger.error("The file of the conversations has been removed; beginning a new one");
		shutDown("shutdown immediately");
		this.migrations.migrate();
	}

	/**
	 * Writes the file anew with nothing but what is still in it: H2 leaves what was
	 * deleted in the file until it happens to write over it. Takes about a second for
	 * each 100 MB, during which nobody else may use the database.
	 */
	void compact() {
		shutDown("shutdown compact");
	}

	private void shutDown(String command) {
		try {
			this.jdbc.execute(command);
		}
		catch (DataAccessException ex) {
			// the connection is closed by what it was asked to do
		}
		this.pool.getHikariPoolMXBean().softEvictConnections();
	}

}
