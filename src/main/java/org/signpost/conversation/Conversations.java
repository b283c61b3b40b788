package org.signpost.conversation;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Conversations: begun, opened, read, erased. Safe for use by many threads and by many
 * servers on one database. Every method may throw {@link NotSavedException}.
 */
public final class Conversations {

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	private final Announcements announcements;

	private final AtomicBoolean erased = new AtomicBoolean();

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
			return this.jdbc.update("insert into conversation (id, key_hash, began_at, active_at, last_seq, last_turn)"
					+ " values (?, ?, ?, ?, 0, 0)", conversation, keyHash, now, now);
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

	/** A conversation with everything that is stored of it. */
	public Optional<Conversation> find(UUID id) {
		return this.storage
			.read(() -> this.jdbc.query("select began_at, active_at from conversation where id = ?", (row, number) -> {
				var began = row.getObject(1, OffsetDateTime.class).toInstant();
				return new Conversation(id, began, row.getObject(2, OffsetDateTime.class).toInstant(), List.of(),
						List.of());
			}, id)
				.stream()
				.findFirst()
				.map((found) -> new Conversation(id, found.began(), found.active(),
						this.log.findAfter(id, 0, Integer.MAX_VALUE).stream().map(LoggedEvent::event).toList(),
						turns(id))));
	}

	private List<Conversation.TurnRecord> turns(UUID id) {
		return this.jdbc.query("select number, answer, asked_at, ended_at, intent, confidence, stars, comment from turn"
				+ " left join rating on rating.conversation = turn.conversation and rating.turn = turn.number"
				+ " where turn.conversation = ? order by number", (row, number) -> {
					var ended = row.getObject(4, OffsetDateTime.class);
					return new Conversation.TurnRecord(row.getInt(1), row.getObject(2, UUID.class),
							row.getObject(3, OffsetDateTime.class).toInstant(),
							(ended != null) ? ended.toInstant() : null, row.getString(5),
							row.getObject(6, Double.class), row.getObject(7, Integer.class), row.getString(8));
				}, id);
	}

	/**
	 * Erases a conversation with everything in it.
	 * @return whether there was one
	 */
	public boolean erase(UUID conversation) {
		return this.storage.write(() -> delete(conversation));
	}

	/**
	 * Erases a conversation at a visitor's request. The same request again erases
	 * nothing, so it may be repeated until it is acknowledged.
	 * @return whether something was erased
	 */
	public boolean clear(UUID conversation, UUID request) {
		return this.storage.write(() -> {
			var lastSeq = this.log.lock(conversation);
			var repeated = !this.jdbc
				.queryForList("select cleared_at from cleared where request = ?", OffsetDateTime.class, request)
				.isEmpty();
			if (repeated || lastSeq.isEmpty()) {
				return false;
			}
			this.jdbc.update("insert into cleared (request, cleared_at) values (?, ?)", request, this.log.now());
			return delete(conversation);
		});
	}

	private boolean delete(UUID conversation) {
		this.erased.set(true);
		this.announcements.announceAfterCommit(conversation);
		return this.jdbc.update("delete from conversation where id = ?", conversation) > 0;
	}

	/** Whether anything has been erased since this was last called. */
	boolean takeErased() {
		return this.erased.getAndSet(false);
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
		return this.storage.write(() -> {
			var before = this.log.now().minus(age);
			this.jdbc.update("delete from cleared where cleared_at < ?", before);
			var old = this.jdbc.queryForList(
					"select id from conversation where active_at < ? or (active_at < ? and last_seq = 0)", UUID.class,
					before, this.log.now().minusDays(1));
			old.forEach(this::delete);
			return old.size();
		});
	}

}
