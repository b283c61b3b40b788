package org.signpost.conversation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** How servers on one PostgreSQL hear of each other's changes. */
class PostgresAnnouncementsIT {

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void startPostgres() throws Exception {
		postgres = EmbeddedPostgres.builder().start();
	}

	@AfterAll
	static void stopPostgres() throws Exception {
		postgres.close();
	}

	/**
	 * PostgreSQL commits one notifying transaction at a time. One that waits for a
	 * standby which does not come holds up every other; what stores is not among them.
	 */
	@Test
	void storesWhileAnotherTransactionThatNotifiesDoesNotEnd() throws Exception {
		try (var storage = StorageFixture.postgres(url() + "&options=-c%20synchronous_commit=local");
				var server = new Server(storage, 1);
				var stuck = DriverManager.getConnection(url() + "&options=-c%20synchronous_commit=on")) {
			configure("'nobody'");
			var enough = new AtomicBoolean();
			var notifying = Thread.ofPlatform().start(() -> writeAndNotify(stuck, enough));
			awaitStuckCommit();
			enough.set(true);
			var conversation = NewConversation.create();
			storage.conversations.begin(conversation);
			assertThat(storage.turns.start(conversation.id(), UUID.randomUUID(), "a question"))
				.isInstanceOf(Starting.Started.class);
			assertThat(notifying.isAlive()).isTrue();
			configure("''");
			notifying.join();
		}
		finally {
			configure("''");
		}
	}

	/** One that was killed may have stored what it had no time to tell. */
	@Test
	void tellsOthersOfWhatIsStoredAndLooksAtEverythingWhenAServerIsGone() throws Exception {
		try (var storage = StorageFixture.postgres(url());
				var other = StorageFixture.postgres(url());
				var server = new Server(storage, 11)) {
			var nobodys = new Semaphore(0);
			storage.announcements.listen(UUID.randomUUID(), nobodys::release);
			try (var gone = new Server(other, 12)) {
				// what is told second is heard after the servers were looked at
				for (var i = 0; i < 2; i++) {
					var conversation = NewConversation.create();
					other.conversations.begin(conversation);
					var heard = new Semaphore(0);
					storage.announcements.listen(conversation.id(), heard::release);
					other.turns.start(conversation.id(), UUID.randomUUID(), "a question");
					assertThat(heard.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
				}
				nobodys.drainPermits();
			}
			assertThat(nobodys.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	private static String url() {
		return postgres.getJdbcUrl("postgres", "postgres");
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void configure(String standbys) throws SQLException {
		try (var connection = DriverManager.getConnection(url())) {
			execute(connection, "alter system set synchronous_standby_names = " + standbys);
			execute(connection, "select pg_reload_conf()");
		}
	}

	/**
	 * Until one commit waits, as the setting takes effect a little later. One that has
	 * written nothing would not wait.
	 */
	private static void writeAndNotify(Connection connection, AtomicBoolean enough) {
		try {
			connection.setAutoCommit(false);
			while (!enough.get()) {
				execute(connection, "insert into cleared (request, cleared_at) values (gen_random_uuid(), now())");
				execute(connection, "select pg_notify('anything', '')");
				connection.commit();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void awaitStuckCommit() throws Exception {
		var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
			while (System.nanoTime() < deadline) {
				try (var found = statement
					.executeQuery("select 1 from pg_stat_activity where wait_event = 'SyncRep'")) {
					if (found.next()) {
						return;
					}
				}
			}
		}
		throw new AssertionError("No commit waits for a standby");
	}

	/** A server's presence, told of what its storage commits. */
	private static final class Server implements AutoCloseable {

		private final PostgresPresence presence;

		Server(StorageFixture storage, long number) {
			var pool = (HikariDataSource) storage.database;
			this.presence = new PostgresPresence(number, pool,
					new TransactionTemplate(new JdbcTransactionManager(pool)), storage.jdbc, storage.announcements);
			storage.announcements.broadcastBy(this.presence::broadcast);
			this.presence.start();
		}

		@Override
		public void close() {
			this.presence.stop();
		}

	}

}
