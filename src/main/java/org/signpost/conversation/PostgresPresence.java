package org.signpost.conversation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

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

	private final HikariDataSource pool;

	private final TransactionOperations transactions;

	private final JdbcTemplate jdbc;

	private final BlockingQueue<UUID> changed = new LinkedBlockingQueue<>();

	private final Announcements announcements;

	private final CountDownLatch ready = new CountDownLatch(1);

	private volatile boolean hearing = true;

	private volatile @Nullable Thread listener;

	private volatile @Nullable Thread teller;

	PostgresPresence(long number, HikariDataSource pool, TransactionOperations transactions, JdbcTemplate jdbc,
			Announcements announcements) {
		this.number = number;
		this.pool = pool;
		this.transactions = transactions;
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

	/** Tells the other servers of a change that has been committed; returns at once. */
	void broadcast(UUID conversation) {
		this.changed.add(conversation);
	}

	/**
	 * PostgreSQL lets one transaction at a time commit that notifies, in all of its
	 * databases. So what is stored does not notify; what has changed is told by one
	 * transaction for all that has gathered meanwhile, which does not wait for the disk.
	 */
	private void tell() {
		var untold = new LinkedHashSet<UUID>();
		while (isRunning()) {
			try {
				if (untold.isEmpty()) {
					untold.add(this.changed.take());
				}
				this.changed.drainTo(untold);
				tell(untold);
				untold.clear();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				// the storage says that it fails; told when it works again
				pause();
			}
		}
	}

	private void tell(Set<UUID> conversations) {
		var ids = conversations.stream().map(UUID::toString).collect(Collectors.joining(","));
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute("set local synchronous_commit = off");
			this.jdbc.query("select pg_notify('" + CHANNEL + "', id) from unnest(string_to_array(?, ',')) as id",
					(row) -> {
						// nothing comes back
					}, ids);
		});
	}

	private void listen() {
		while (isRunning()) {
			try (var connection = connect()) {
				execute(connection, "select pg_advisory_lock(" + this.number + ")");
				execute(connection, "listen " + CHANNEL);
				this.hearing = true;
				this.ready.countDown();
				this.announcements.announceAll();
				var others = servers(connection);
				var notifications = connection.unwrap(PGConnection.class);
				while (isRunning()) {
					announce(notifications.getNotifications((int) LOOK.toMillis()));
					var still = servers(connection);
					if (!still.containsAll(others)) {
						// it may have been killed between storing and telling
						this.announcements.announceAll();
					}
					others = still;
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

	/** The servers that run, each by the lock it holds. */
	private static Set<String> servers(Connection connection) throws SQLException {
		try (var statement = connection.createStatement();
				var locks = statement.executeQuery(
						"select classid || ':' || objid from pg_locks" + " where locktype = 'advisory' and database ="
								+ " (select oid from pg_database where datname = current_database())")) {
			var servers = new HashSet<String>();
			while (locks.next()) {
				servers.add(locks.getString(1));
			}
			return servers;
		}
	}

	private Connection connect() throws SQLException {
		var properties = new Properties();
		var user = this.pool.getUsername();
		var password = this.pool.getPassword();
		if (user != null && !user.isEmpty()) {
			properties.setProperty("user", user);
		}
		if (password != null && !password.isEmpty()) {
			properties.setProperty("password", password);
		}
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("ApplicationName", "signpost listener");
		return DriverManager.getConnection(this.pool.getJdbcUrl(), properties);
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
		this.teller = Thread.ofPlatform().daemon().name("conversation-teller").start(this::tell);
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
		var silent = this.teller;
		if (silent != null) {
			silent.interrupt();
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
