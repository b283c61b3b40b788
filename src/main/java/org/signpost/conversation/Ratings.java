package org.signpost.conversation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ratings of answers, 1 to 5 with an optional comment; an answer keeps the newest one.
 * Safe for use by many threads. Every method may throw {@link NotSavedException}.
 */
public final class Ratings {

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	Ratings(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
	}

	/**
	 * Stores a visitor's rating and notes it in the log. The same request again changes
	 * nothing.
	 * @return whether there is such a turn
	 */
	public boolean rate(UUID conversation, UUID request, int turn, Rating rating) {
		return this.storage.write(() -> {
			var last = this.log.lock(conversation);
			if (last.isEmpty() || !hasTurn(conversation, turn)) {
				return false;
			}
			if (!this.log.hasSettled(conversation, request)) {
				store(conversation, turn, rating);
				this.log.append(conversation, last.getAsLong(), request,
						List.of(new ConversationEvent.Rated(request, turn)));
			}
			return true;
		});
	}

	/**
	 * Stores an adviser's rating of an answer.
	 * @return whether there is such an answer
	 */
	public boolean rate(UUID answer, Rating rating) {
		return this.storage.write(() -> {
			var found = this.jdbc.query("select conversation, number from turn where answer = ?",
					(row, number) -> new TurnOf(UUID.fromString(row.getString(1)), row.getInt(2)), answer);
			for (var turn : found) {
				if (this.log.lock(turn.conversation()).isPresent()) {
					store(turn.conversation(), turn.number(), rating);
					return true;
				}
			}
			return false;
		});
	}

	private boolean hasTurn(UUID conversation, int turn) {
		return !this.jdbc
			.queryForList("select number from turn where conversation = ? and number = ?", Integer.class, conversation,
					turn)
			.isEmpty();
	}

	private void store(UUID conversation, int turn, Rating rating) {
		var comment = (rating.comment() != null)
				? this.log.seals().of(conversation).seal(PersonalData.mask(rating.comment())) : null;
		// the conversation is locked, so nobody writes in between
		this.jdbc.update("delete from rating where conversation = ? and turn = ?", conversation, turn);
		this.jdbc.update("insert into rating (conversation, turn, stars, comment, rated_at) values (?, ?, ?, ?, ?)",
				conversation, turn, rating.stars(), comment, this.log.now());
		this.jdbc.update("update turn set stars = ? where conversation = ? and number = ?", rating.stars(),
				conversation, turn);
	}

	/**
	 * A rating.
	 *
	 * @param stars 1 to 5
	 * @param comment words given with it
	 */
	public record Rating(int stars, @Nullable String comment) {

		public Rating {
			if (stars < 1 || stars > 5) {
				throw new IllegalArgumentException("A rating is 1 to 5");
			}
		}

	}

	private record TurnOf(UUID conversation, int number) {
	}

}
