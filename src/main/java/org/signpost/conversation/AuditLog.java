package org.signpost.conversation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationList.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who did what. Entries are added and, when they are older than is kept, deleted; nothing
 * changes one. Adding returns at once: a thread of its own writes them, so that nobody's
 * answer waits for it. What cannot be written is missing here, which the log tells once
 * until it works again. Safe for use by many threads.
 */
public final class AuditLog implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AuditLog.class);

	/** Entries that may wait; advisers are people. */
	private static final int WAITING = 1000;

	private static final int DELETED_AT_ONCE = 1000;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	private final ThreadPoolExecutor writer;

	/** How many entries are missing since it last worked. */
	private int missing;

	AuditLog(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
		this.writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
				Thread.ofPlatform().daemon().name("audit-writer").factory(), (entry, full) -> missed("too many wait"));
	}

	/**
	 * Adds what somebody did, now.
	 * @param who the name of the adviser's token
	 * @param action the method and the pattern of the address
	 * @param target the id in the address, if one
	 * @param status the status of the response
	 */
	public void add(String who, String action, @Nullable UUID target, int status) {
		var entry = new AuditEntry(UUID.randomUUID(), this.log.now().toInstant(), who, action, target, status);
		this.writer.execute(() -> write(entry));
	}

	private void write(AuditEntry entry) {
		try {
			this.storage.write(() -> this.jdbc.update(
					"insert into audit (id, done_at, who, action, target, status) values (?, ?, ?, ?, ?, ?)",
					entry.id(), Timestamp.from(entry.at()), entry.who(), entry.action(), entry.target(),
					entry.status()));
			written();
		}
		catch (RuntimeException ex) {
			missed(ex.getClass().getSimpleName());
		}
	}

	private synchronized void written() {
		if (this.missing > 0) {
			logger.info("The audit log is written again; {} entries are missing in it", this.missing);
			this.missing = 0;
		}
	}

	private synchronized void missed(String why) {
		if (this.missing == 0) {
			logger.error("The audit log cannot be written ({}); what advisers do is in this log only", why);
		}
		this.missing++;
	}

	/**
	 * The next entries, newest first.
	 * @param filter which
	 * @param after where the page before ended, nothing for the first page
	 * @param limit how many at most
	 */
	public List<AuditEntry> find(Filter filter, @Nullable Position after, int limit) {
		var query = new StringBuilder("select id, done_at, who, action, target, status from audit where 1 = 1");
		var values = new ArrayList<Object>();
		if (filter.who() != null) {
			query.append(" and who = ?");
			values.add(filter.who());
		}
		if (filter.from() != null) {
			query.append(" and done_at >= ?");
			values.add(Timestamp.from(filter.from()));
		}
		if (filter.before() != null) {
			query.append(" and done_at < ?");
			values.add(Timestamp.from(filter.before()));
		}
		if (after != null) {
			query.append(" and (done_at, id) < (?, ?)");
			values.addAll(List.of(Timestamp.from(after.began()), after.id()));
		}
		query.append(" order by done_at desc, id desc limit ?");
		values.add(limit);
		return this.storage.read(() -> this.jdbc.query(query.toString(), (row, number) -> {
			var target = row.getString(5);
			return new AuditEntry(UUID.fromString(row.getString(1)), row.getTimestamp(2).toInstant(), row.getString(3),
					row.getString(4), (target != null) ? UUID.fromString(target) : null, row.getInt(6));
		}, values.toArray()));
	}

	/**
	 * Deletes the entries that are older than is kept, few at a time.
	 * @return how many
	 */
	int deleteOlderThan(Duration age) {
		var before = this.log.ago(age);
		var deleted = 0;
		int more;
		do {
			more = this.storage.write(() -> this.jdbc.update(
					"delete from audit where id in (select id from audit where done_at < ? limit ?)", before,
					DELETED_AT_ONCE));
			deleted += more;
		}
		while (more == DELETED_AT_ONCE);
		return deleted;
	}

	/** Whether nothing waits to be written. */
	boolean isIdle() {
		return this.writer.getActiveCount() == 0 && this.writer.getQueue().isEmpty();
	}

	/** Writes what waits, if that is possible soon. */
	@Override
	public void close() {
		this.writer.shutdown();
		try {
			if (!this.writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				this.writer.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Which entries. What is missing fits everything.
	 *
	 * @param from done then or later
	 * @param before done before that
	 * @param who the adviser
	 */
	public record Filter(@Nullable Instant from, @Nullable Instant before, @Nullable String who) {
	}

}
