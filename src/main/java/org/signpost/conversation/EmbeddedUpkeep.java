package org.signpost.conversation;

import java.time.Instant;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Looks after the embedded database while the server runs: has it forget what is left of
 * what was erased, and begins a new one where its file was removed or is damaged.
 */
final class EmbeddedUpkeep {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedUpkeep.class);

	private final EmbeddedDatabase database;

	private final SingleWriter writer;

	private final SingleConnectionDataSource connection;

	private final Flyway migrations;

	private final DestroyableSeals seals;

	EmbeddedUpkeep(EmbeddedDatabase database, SingleWriter writer, SingleConnectionDataSource connection,
			Flyway migrations, DestroyableSeals seals) {
		this.database = database;
		this.writer = writer;
		this.connection = connection;
		this.migrations = migrations;
		this.seals = seals;
	}

	/**
	 * Done every second.
	 * @throws NotSavedException when it could not be done
	 */
	void look(Storage storage) {
		storage.mend(() -> {
			if (this.database.isMissing()) {
				this.writer.outsideTransactions(this::beginAgain);
				logger.error("The file of the conversations had been removed; a new one is begun");
			}
			else if (storage.isDamaged()) {
				this.writer.outsideTransactions(this::beginAgain);
			}
			this.seals.forgetWhatIsLeft();
		});
	}

	private void beginAgain() {
		// closed before there is a new file: closing removes what stands beside the old
		// one
		this.connection.resetConnection();
		this.database.repair();
		try {
			this.migrations.migrate();
		}
		catch (FlywayException ex) {
			throw new DataAccessResourceFailureException("The new database cannot be set up", ex);
		}
	}

	/** Deletes damaged files that are as old as what is erased. */
	void deleteDamagedBefore(Instant when) {
		this.database.deleteDamagedBefore(when);
	}

}
