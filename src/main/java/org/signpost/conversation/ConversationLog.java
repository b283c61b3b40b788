package org.signpost.conversation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The events of conversations in the order in which they happened. What it appends has
 * consecutive numbers and becomes visible in their order, because the conversation's row
 * is locked from taking a number until the commit, on whichever server.
 * <p>
 * Times are written as {@link Timestamp}, the one type that both databases' drivers read
 * and write as a moment.
 */
final class ConversationLog {

	private final JdbcTemplate jdbc;

	private final Announcements announcements;

	private final TextSeals seals;

	private final RowLock rowLock;

	private final Clock clock;

	ConversationLog(JdbcTemplate jdbc, Announcements announcements, TextSeals seals, RowLock rowLock, Clock clock) {
		this.jdbc = jdbc;
		this.announcements = announcements;
		this.seals = seals;
		this.rowLock = rowLock;
		this.clock = clock;
	}

	Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	Timestamp ago(Duration age) {
		return Timestamp.from(this.clock.instant().minus(age));
	}

	/** How the texts of a conversation are written. */
	TextSeals seals() {
		return this.seals;
	}

	/**
	 * Locks a conversation until the end of the transaction.
	 * @return the number of its last event, or nothing if there is no such conversation
	 */
	OptionalLong lock(UUID conversation) {
		var last = this.jdbc.queryForList("select last_seq from conversation where id = ?" + this.rowLock.suffix(),
				Long.class, conversation);
		return last.isEmpty() ? OptionalLong.empty() : OptionalLong.of(last.getFirst());
	}

	/**
	 * Appends events to a conversation that this transaction has locked.
	 * @param last number of its last event
	 * @param request the request that the first of the events settles, if one
	 */
	void append(UUID conversation, long last, @Nullable UUID request, List<? extends ConversationEvent> events) {
		var seal = this.seals.of(conversation);
		var rows = new java.util.ArrayList<Object[]>(events.size());
		for (var event : events) {
			var settles = rows.isEmpty() ? request : null;
			rows.add(new Object[] { conversation, last + rows.size() + 1, settles, seal.seal(EventJson.write(event)) });
		}
		this.jdbc.batchUpdate("insert into event (conversation, seq, request, body) values (?, ?, ?, ?)", rows);
		this.jdbc.update("update conversation set last_seq = ?, active_at = ? where id = ?", last + rows.size(), now(),
				conversation);
		this.announcements.announceAfterCommit(conversation);
	}

	/** Whether an event of the conversation has settled this request. */
	boolean hasSettled(UUID conversation, UUID request) {
		return !this.jdbc
			.queryForList("select seq from event where conversation = ? and request = ?", Long.class, conversation,
					request)
			.isEmpty();
	}

	List<LoggedEvent> findAfter(UUID conversation, long seq, int limit) {
		return open(conversation,
				this.jdbc.query("select seq, body from event where conversation = ? and seq > ? order by seq limit ?",
						(row, number) -> new LoggedEvent(row.getLong(1), row.getString(2)), conversation, seq, limit));
	}

	/** The events from one number on and before another. */
	List<LoggedEvent> findBetween(UUID conversation, long from, long before) {
		return open(conversation, this.jdbc.query(
				"select seq, body from event where conversation = ? and seq >= ? and seq < ? order by seq",
				(row, number) -> new LoggedEvent(row.getLong(1), row.getString(2)), conversation, from, before));
	}

	private List<LoggedEvent> open(UUID conversation, List<LoggedEvent> found) {
		if (found.isEmpty()) {
			return found;
		}
		var seal = this.seals.of(conversation);
		return found.stream().map((event) -> new LoggedEvent(event.seq(), seal.open(event.body()))).toList();
	}

}
