package org.signpost.conversation;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the answers that visitors have rated, with what they cited. Opens the memory of
 * those it finds, some ten microseconds each, and reads of others only the index. Safe
 * for use by many threads. May throw {@link NotSavedException}.
 */
public final class RatedAnswers {

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	RatedAnswers(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
	}

	/**
	 * The newest of them, newest first.
	 * @param limit how many at most
	 */
	public List<RatedAnswer> newest(int limit) {
		return this.storage.read(() -> this.jdbc.query(
				"select conversation, memory, stars from turn where by_visitor and stars is not null"
						+ " and memory is not null order by asked_at desc limit ?",
				(row, number) -> new RatedAnswer(row.getInt(3),
						EventJson
							.read(this.log.seals().of(UUID.fromString(row.getString(1))).open(row.getString(2)),
									Turn.class)
							.cited()),
				limit));
	}

	/**
	 * A rating and what the rated answer rests on.
	 *
	 * @param stars 1 to 5, the newest rating
	 * @param cited ids of the statements cited
	 */
	public record RatedAnswer(int stars, List<String> cited) {

		public RatedAnswer {
			cited = List.copyOf(cited);
		}

	}

}
