package org.signpost.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds what visitors asked in vain: questions that ended as not covered or out of scope,
 * that we asked back and nobody replied to, or whose answer was rated 1 or 2. Opens the
 * texts of those it finds, some ten microseconds each, and reads of others only the
 * index. Safe for use by many threads. May throw {@link NotSavedException}.
 */
public final class UnmetQuestions {

	/** Whoever has not replied by then has most likely gone. */
	private static final Duration REPLIES = Duration.ofMinutes(10);

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	UnmetQuestions(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
	}

	/**
	 * The newest of them, newest first.
	 * @param from asked then or later
	 * @param before asked before that
	 * @param limit how many at most
	 */
	public List<UnmetQuestion> find(@Nullable Instant from, @Nullable Instant before, int limit) {
		var earliest = Timestamp.from((from != null) ? from : Instant.EPOCH);
		var latest = (before != null) ? Timestamp.from(before) : this.log.now();
		return this.storage.read(() -> this.jdbc
			.query("select conversation, number, question, memory, asked_at, outcome, turn.stars from turn"
					+ " join conversation on id = conversation where asked_at >= ? and asked_at < ? and by_visitor"
					+ " and (outcome in ('NOT_COVERED', 'OUT_OF_SCOPE') or (outcome is not null and turn.stars <= 2)"
					+ " or (outcome = 'CLARIFY' and asked_at < ? and number = last_turn)) order by asked_at desc limit ?",
					(row, number) -> question(row), earliest, latest, this.log.ago(REPLIES), limit));
	}

	private UnmetQuestion question(ResultSet row) throws SQLException {
		var conversation = UUID.fromString(row.getString(1));
		var seal = this.log.seals().of(conversation);
		var question = seal.open(row.getString(3));
		var memory = row.getString(4);
		var stars = row.getInt(7);
		return new UnmetQuestion(conversation, row.getInt(2), question,
				(memory != null) ? EventJson.read(seal.open(memory), Turn.class).resolved() : question,
				row.getTimestamp(5).toInstant(), Outcome.valueOf(row.getString(6)), (stars > 0) ? stars : null);
	}

}
