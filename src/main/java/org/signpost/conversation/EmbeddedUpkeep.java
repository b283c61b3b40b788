package org.signpost.conversation;

import java.time.Instant;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Looks after the embedded database while the server runs: has it forget what was erased,
 * and begins a new one where its file was removed or is damaged. Safe for use by many
 * threads.
 */
final class EmbeddedUpkeep implements Forgetting {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedUpkeep.class);

	private final EmbeddedDatabase database;

	private final SingleWriter writer;

	private final SingleConnectionDataSource connection;

	private final JdbcTemplate jdbc;

	private final Flyway migrations;

	private volatile boolean remembering;

	EmbeddedUpkeep(EmbeddedDatabase database, SingleWriter writer, SingleConnectionDataSource connection,
			Flyway migrations) {
		this.database = database;
		this.writer = writer;
		this.connection = connection;
		this.jdbc = new JdbcTemplate(connection);
		this.migrations = migrations;
	}

	/**
	 * Writes what was changed into the database's file and empties the log beside it,
	 * which still has the pages as they were before.
	 */
	@Override
	public void afterErasing() {
		this.remembering = true;
		try {
			this.writer.outsideTransactions(this::forget);
		}
		catch (DataAccessException ex) {
			logger.warn("What was erased is still in a file and will be tried again: {}",
					ex.getMostSpecificCause().getClass().getName());
		}
	}

	private void forget() {
		this.remembering = false;
		try {
			var busy = this.jdbc.queryForObject("pragma wal_checkpoint(truncate)", (row, number) -> row.getInt(1));
			this.remembering = busy == null || busy != 0;
		}
		catch (DataAccessException ex) {
			this.remembering = true;
			throw ex;
		}
	}

	/** Done every second. */
	void look(Storage storage) {
		if (this.database.isMissing()) {
			logger.error("The file of the conversations has been removed; beginning a new one");
			this.writer.outsideTransactions(this::beginAgain);
		}
		else if (storage.isDamaged()) {
			this.writer.outsideTransactions(this::beginAgain);
		}
		if (this.remembering) {
			this.writer.outsideTransactions(this::forget);
		}
	}

	private void beginAgain() {
		// closed before there is a new file: closing removes what stands beside the old
		// one
		this.connection.resetConnection();
		this.database.prepare();
		this.migrations.migrate();
	}

	/** Deletes damaged files that are as old as what is erased. */
	void deleteDamagedBefore(Instant when) {
		this.database.deleteDamagedBefore(when);
	}

}
