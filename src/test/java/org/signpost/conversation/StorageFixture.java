package org.signpost.conversation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The storage as a server has it, on a database of the test's choice. */
final class StorageFixture implements AutoCloseable {

	/** Later runs have the same number, so that their turns are not taken for theirs. */
	private static final long SERVER = 1;

	final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));

	final DataSource database;

	final JdbcTemplate jdbc;

	final Announcements announcements = new Announcements();

	final Storage storage;

	final ConversationLog log;

	final Conversations conversations;

	final Turns turns;

	final Ratings ratings;

	final AuditLog audit;

	final ConversationUpkeep upkeep;

	/** How many transactions have been committed or rolled back. */
	final AtomicInteger transactions = new AtomicInteger();

	private final @Nullable SingleWriter writer;

	private StorageFixture(DataSource database, @Nullable EmbeddedDatabase embedded) {
		this.database = database;
		this.jdbc = new JdbcTemplate(database);
		var migrations = Flyway.configure().dataSource(database).load();
		migrations.migrate();
		var clock = new Clock() {

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(java.time.ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return StorageFixture.this.now.get();
			}

		};
		var template = new TransactionTemplate((database instanceof SingleConnectionDataSource connection)
				? EmbeddedConfiguration.transactions(connection) : new JdbcTransactionManager(database));
		var counting = new TransactionOperations() {

			@Override
			public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
				StorageFixture.this.transactions.incrementAndGet();
				return template.execute(action);
			}

		};
		var alone = (embedded != null) ? new SingleWriter(counting, Duration.ofSeconds(20)) : null;
		var seals = (alone != null) ? new DestroyableSeals(this.jdbc, alone) : null;
		var upkeep = (embedded != null && alone != null && seals != null)
				? new EmbeddedUpkeep(embedded, alone, (SingleConnectionDataSource) database, migrations, seals) : null;
		this.writer = alone;
		this.storage = new Storage((alone != null) ? alone : counting);
		this.log = new ConversationLog(this.jdbc, this.announcements, (seals != null) ? seals : TextSeals.NONE,
				(embedded != null) ? RowLock.NONE : RowLock.FOR_UPDATE, clock);
		this.conversations = new Conversations(this.storage, this.jdbc, this.log, this.announcements);
		this.turns = new Turns(this.storage, this.jdbc, this.log, SERVER);
		this.ratings = new Ratings(this.storage, this.jdbc, this.log);
		this.audit = new AuditLog(this.storage, this.jdbc, this.log);
		var presence = new Presence() {

			@Override
			public long number() {
				return SERVER;
			}

			@Override
			public boolean isGone(long other) {
				return true;
			}

		};
		this.upkeep = new ConversationUpkeep(this.storage, this.conversations, this.turns, this.audit, presence,
				new ConversationProperties(Path.of("data"), Duration.ofDays(30), Duration.ofDays(365)), clock, upkeep);
	}

	static StorageFixture embedded(Path data) {
		var embedded = new EmbeddedDatabase(data);
		embedded.prepare();
		return new StorageFixture(new SingleConnectionDataSource(embedded.url(), true), embedded);
	}

	static StorageFixture postgres(String url) {
		var pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setConnectionTimeout(2000);
		return new StorageFixture(pool, null);
	}

	@Override
	public void close() throws Exception {
		this.audit.close();
		if (this.writer != null) {
			this.writer.close();
		}
		((AutoCloseable) this.database).close();
	}

}
