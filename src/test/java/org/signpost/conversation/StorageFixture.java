package org.signpost.conversation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The storage as a server has it, on a database of the test's choice. */
final class StorageFixture implements AutoCloseable {

	final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));

	final HikariDataSource pool = new HikariDataSource();

	final JdbcTemplate jdbc = new JdbcTemplate(this.pool);

	final Announcements announcements = new Announcements();

	final Storage storage;

	final ConversationLog log;

	final Conversations conversations;

	final Turns turns;

	final Ratings ratings;

	final ConversationUpkeep upkeep;

	private StorageFixture(String url, long server, @Nullable Path data) {
		this.pool.setJdbcUrl(url);
		this.pool.setConnectionTimeout(2000);
		var migrations = Flyway.configure().dataSource(this.pool).load();
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
		this.storage = new Storage(new TransactionTemplate(new JdbcTransactionManager(this.pool)));
		this.log = new ConversationLog(this.jdbc, this.announcements, clock);
		this.conversations = new Conversations(this.storage, this.jdbc, this.log, this.announcements);
		this.turns = new Turns(this.storage, this.jdbc, this.log, server);
		this.ratings = new Ratings(this.storage, this.jdbc, this.log);
		var presence = new Presence() {

			@Override
			public long number() {
				return server;
			}

			@Override
			public boolean isGone(long other) {
				return true;
			}

		};
		var embedded = (data != null) ? new EmbeddedDatabase(data, this.jdbc, this.pool, migrations) : null;
		this.upkeep = new ConversationUpkeep(this.storage, this.conversations, this.turns, presence, this.pool,
				Duration.ofDays(30), embedded);
	}

	static StorageFixture h2(Path data) {
		return new StorageFixture(EmbeddedDatabase.url(data) + ";USER=sa", 1, data);
	}

	static StorageFixture postgres(String url) {
		return new StorageFixture(url, 1, null);
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
