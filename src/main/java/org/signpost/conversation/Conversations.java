package org.signpost.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Conversations: begun, opened, read, erased. Safe for use by many threads and by many
 * servers on one database. Every method may throw {@link NotSavedException}.
 */
public final class Conversations {

	/** Erased in some tens of milliseconds. */
	private static final int ERASED_AT_ONCE = 50;

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	private final Announcements announcements;

	Conversations(Storage storage, JdbcTemplate jdbc, ConversationLog log, Announcements announcements) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
		this.announcements = announcements;
	}

	/** Stores a conversation of a visitor, if it is not stored yet. */
	public void begin(NewConversation conversation) {
		begin(conversation.id(), conversation.key().hash());
	}

	/** Stores a conversation that only advisers can open, if it is not stored yet. */
	public void beginForAdviser(UUID conversation) {
		begin(conversation, null);
	}

	private void begin(UUID conversation, @Nullable String keyHash) {
		this.storage.write(() -> {
			if (exists(conversation)) {
				return 0;
			}
			var now = this.log.now();
			this.jdbc.update("insert into conversation (id, key_hash, began_at, active_at, last_seq, last_turn)"
					+ " values (?, ?, ?, ?, 0, 0)", conversation, keyHash, now, now);
			this.log.seals().begin(conversation);
			return 1;
		});
	}

	/** Opens a conversation with its key. */
	public Opening open(UUID conversation, ConversationKey key) {
		return this.storage.read(() -> this.jdbc
			.query("select key_hash, last_seq from conversation where id = ?",
					(row, number) -> opening(conversation, key, row.getString(1), row.getLong(2)), conversation)
			.stream()
			.findFirst()
			.orElseGet(Opening.Gone::new));
	}

	private static Opening opening(UUID conversation, ConversationKey key, @Nullable String keyHash, long lastSeq) {
		return (keyHash != null && key.opens(keyHash)) ? new Opening.Opened(conversation, lastSeq)
				: new Opening.WrongKey();
	}

	/** Whether there is such a conversation. */
	public boolean exists(UUID conversation) {
		return this.storage.read(() -> !this.jdbc
			.queryForList("select last_seq from conversation where id = ?", Long.class, conversation)
			.isEmpty());
	}

	/** The events after a place in the log, oldest first, at most so many. */
	public List<LoggedEvent> findEvents(UUID conversation, long after, int limit) {
		return this.storage.read(() -> this.log.findAfter(conversation, after, limit));
	}

	/**
	 * A part of a conversation: some of its turns with their events. Reads no more of it
	 * than that, but for turns that are older than the notes on where they begin.
	 * @param id its id
	 * @param after number of the last turn before the part, 0 to begin with the first
	 * @param limit how many turns at most
	 */
	public Optional<Conversation> find(UUID id, int after, int limit) {
		return this.storage.read(() -> this.jdbc
			.query("select began_at, active_at from conversation where id = ?",
					(row, number) -> part(id, row.getTimestamp(1), row.getTimestamp(2), after, limit), id)
			.stream()
			.findFirst());
	}

	private Conversation part(UUID id, Timestamp began, Timestamp active, int after, int limit) {
		var turns = turns(id, after, limit);
		var events = turns.isEmpty() ? List.<LoggedEvent>of() : this.log.findBetween(id,
				firstSeq(id, after + 1).orElse(0), firstSeq(id, turns.getLast().turn() + 1).orElse(Long.MAX_VALUE));
		return new Conversation(id, began.toInstant(), active.toInstant(),
				events.stream().map(LoggedEvent::event).toList(), turns);
	}

	/** Turns come one after another, and so do their events. */
	private OptionalLong firstSeq(UUID id, int turn) {
		return this.jdbc
			.queryForList("select first_seq from turn where conversation = ? and number = ? and first_seq is not null",
					Long.class, id, turn)
			.stream()
			.mapToLong(Long::longValue)
			.findFirst();
	}

	private List<Conversation.TurnRecord> turns(UUID id, int after, int limit) {
		var seal = this.log.seals().of(id);
		return this.jdbc
			.query("select number, answer, asked_at, ended_at, intent, confidence, rating.stars, comment from turn"
					+ " left join rating on rating.conversation = turn.conversation and rating.turn = turn.number"
					+ " where turn.conversation = ? and number > ? order by number limit ?", (row, number) -> {
						var ended = row.getTimestamp(4);
						var comment = row.getString(8);
						return new Conversation.TurnRecord(row.getInt(1), UUID.fromString(row.getString(2)),
								row.getTimestamp(3).toInstant(), (ended != null) ? ended.toInstant() : null,
								row.getString(5), number(row, 6), (number(row, 7) != null) ? row.getInt(7) : null,
								(comment != null) ? seal.open(comment) : null);
					}, id, after, limit);
	}

	private static @Nullable Double number(ResultSet row, int column) throws SQLException {
		var number = row.getDouble(column);
		return row.wasNull() ? null : number;
	}

	/**
	 * Erases a conversation with everything in it.
	 * @return whether there was one
	 */
	public boolean erase(UUID conversation) {
		var erased = this.storage.write(() -> delete(conversation));
		this.log.seals().forget();
		return erased;
	}

	/**
	 * Erases a conversation at a visitor's request. The same request again erases
	 * nothing, so it may be repeated until it is acknowledged.
	 * @return whether something was erased
	 */
	public boolean clear(UUID conversation, UUID request) {
		var cleared = this.storage.write(() -> {
			var lastSeq = this.log.lock(conversation);
			var repeated = !this.jdbc
				.queryForList("select cleared_at from cleared where request = ?", Timestamp.class, request)
				.isEmpty();
			if (repeated || lastSeq.isEmpty()) {
				return false;
			}
			this.jdbc.update("insert into cleared (request, cleared_at) values (?, ?)", request, this.log.now());
			return delete(conversation);
		});
		this.log.seals().forget();
		return cleared;
	}

	private boolean delete(UUID conversation) {
		this.announcements.announceAfterCommit(conversation);
		this.log.seals().destroy(conversation);
		return this.jdbc.update("delete from conversation where id = ?", conversation) > 0;
	}

	/** Looks whether the storage works again. */
	void tryStorage() {
		var probe = UUID.randomUUID();
		this.storage.probe(
				() -> this.jdbc.update("insert into cleared (request, cleared_at) values (?, ?)", probe, this.log.now())
						+ this.jdbc.update("delete from cleared where request = ?", probe));
	}

	/** Whether what is said is being kept. */
	public boolean areKept() {
		return this.storage.isWell();
	}

	/**
	 * Erases the conversations in which nothing has happened for so long, and those in
	 * which nothing was ever said after a day.
	 * @return how many
	 */
	public int eraseOlderThan(Duration age) {
		var erased = 0;
		int more;
		do {
			// few at a time: others' questions are not to wait for all of them
			more = this.storage.write(() -> eraseSomeOlderThan(age));
			erased += more;
		}
		while (more == ERASED_AT_ONCE);
		if (erased > 0) {
			this.log.seals().forget();
		}
		return erased;
	}

	private int eraseSomeOlderThan(Duration age) {
		var before = this.log.ago(age);
		this.jdbc.update("delete from cleared where cleared_at < ?", before);
		var old = this.jdbc.query(
				"select id from conversation where active_at < ? or (active_at < ? and last_seq = 0) limit ?",
				(row, number) -> UUID.fromString(row.getString(1)), before, this.log.ago(Duration.ofDays(1)),
				ERASED_AT_ONCE);
		old.forEach(this::delete);
		return old.size();
	}

}
