package org.signpost.conversation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * This server among others on one PostgreSQL: a connection of its own, outside the pool,
 * on which it hears of the others' changes, and whose advisory lock shows them that it
 * runs. The database gives the lock back the moment the connection is gone, so a server
 * that was killed is known to be gone at once. Whatever may have been missed while the
 * connection was away is announced when it is back.
 */
final class PostgresPresence implements Presence, SmartLifecycle {

	static final String CHANNEL = "signpost_conversation";

	private static final Logger logger = LoggerFactory.getLogger(PostgresPresence.class);

	private static final Duration LOOK = Duration.ofSeconds(5);

	private static final Duration RECONNECT = Duration.ofSeconds(1);

	private final long number;

	private final JdbcConnectionDetails database;

	private final JdbcTemplate jdbc;

	private final Announcements announcements;

	private final CountDownLatch ready = new CountDownLatch(1);

	private volatile boolean hearing = true;

	private volatile @Nullable Thread listener;

	PostgresPresence(long number, JdbcConnectionDetails database, JdbcTemplate jdbc, Announcements announcements) {
		this.number = number;
		this.database = database;
		this.jdbc = jdbc;
		this.announcements = announcements;
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public boolean isGone(long other) {
		// given back at the end of the transaction that this runs in
		return Boolean.TRUE
			.equals(this.jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, other));
	}

	/**
	 * Tells the other servers of a change, once the transaction that is running has been
	 * committed.
	 */
	void broadcast(UUID conversation) {
		this.jdbc.query("select pg_notify('" + CHANNEL + "', ?)", (row) -> {
			// nothing comes back
		}, conversation.toString());
	}

	private void listen() {
		while (isRunning()) {
			try (var connection = connect()) {
				execute(connection, "select pg_advisory_lock(" + this.number + ")");
				execute(connection, "listen " + CHANNEL);
				this.hearing = true;
				this.ready.countDown();
				this.announcements.announceAll();
				var notifications = connection.unwrap(PGConnection.class);
				while (isRunning()) {
					announce(notifications.getNotifications((int) LOOK.toMillis()));
					execute(connection, "select 1");
				}
			}
			catch (SQLException ex) {
				if (isRunning() && this.hearing) {
					logger.warn("Not hearing of other servers' changes: SQL state {}", ex.getSQLState());
				}
				this.hearing = false;
			}
			pause();
		}
	}

	private Connection connect() throws SQLException {
		var properties = new Properties();
		var user = this.database.getUsername();
		var password = this.database.getPassword();
		if (user != null && !user.isEmpty()) {
			properties.setProperty("user", user);
		}
		if (password != null && !password.isEmpty()) {
			properties.setProperty("password", password);
		}
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("ApplicationName", "signpost listener");
		return DriverManager.getConnection(this.database.getJdbcUrl(), properties);
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private void announce(PGNotification @Nullable [] notifications) {
		if (notifications != null) {
			for (var notification : notifications) {
				this.announcements.announce(UUID.fromString(notification.getParameter()));
			}
		}
	}

	private void pause() {
		try {
			if (isRunning()) {
				Thread.sleep(RECONNECT);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void start() {
		var started = Thread.ofPlatform().daemon().name("conversation-listener").unstarted(this::listen);
		this.listener = started;
		started.start();
		try {
			// a turn that is opened before the lock is held would look abandoned
			if (!this.ready.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("Other servers do not know of this one yet");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		var stopped = this.listener;
		this.listener = null;
		if (stopped != null) {
			stopped.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.listener != null;
	}

	/** Before anything that can open a turn. */
	@Override
	public int getPhase() {
		return 0;
	}

}
