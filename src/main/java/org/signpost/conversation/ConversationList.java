package org.signpost.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationSummary.TurnSummary;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lists conversations in which something was asked, those begun last first. The order
 * never changes and a page begins where the last one ended, so that whoever goes through
 * the pages meets every conversation once, also while others are begun, continued and
 * erased. A page costs two queries, which read as many conversations as it takes to find
 * those that fit. Safe for use by many threads. May throw {@link NotSavedException}.
 */
public final class ConversationList {

	/** Turns named of one conversation. */
	private static final int FOUND = 10;

	private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

	private static final String TURNS = " from turn left join rating on rating.conversation = turn.conversation"
			+ " and rating.turn = turn.number where turn.conversation ";

	private final Storage storage;

	private final JdbcTemplate jdbc;

	ConversationList(Storage storage, JdbcTemplate jdbc) {
		this.storage = storage;
		this.jdbc = jdbc;
	}

	/**
	 * The next conversations that fit.
	 * @param filter which
	 * @param after where the page before ended, nothing for the first page
	 * @param limit how many at most
	 */
	public List<ConversationSummary> find(ConversationFilter filter, @Nullable Position after, int limit) {
		return this.storage.read(() -> {
			var page = conversations(filter, after, limit);
			return page.isEmpty() ? page : withTurns(page, filter);
		});
	}

	/**
	 * A moment that any database can be asked about.
	 * @throws DateTimeException when it is before 1970 or after the year 9999
	 */
	public static Instant checked(Instant moment) {
		if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
			throw new DateTimeException("Not a moment of ours");
		}
		return moment;
	}

	private List<ConversationSummary> conversations(ConversationFilter filter, @Nullable Position after, int limit) {
		var query = new Query("select id, began_at, active_at, last_turn from conversation where exists (select 1"
				+ TURNS + "= conversation.id");
		query.turnsThat(filter).add(")");
		// what the turns imply, said so that an index can be used
		query.addIf(filter.before(), " and began_at < ?").addIf(filter.from(), " and active_at >= ?");
		if (after != null) {
			query.add(" and (began_at, id) < (?, ?)", Timestamp.from(after.began()), after.id());
		}
		query.add(" order by began_at desc, id desc limit ?", limit);
		return this.jdbc.query(query.text(),
				(row, number) -> new ConversationSummary(UUID.fromString(row.getString(1)),
						row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant(), row.getInt(4), List.of()),
				query.values());
	}

	private List<ConversationSummary> withTurns(List<ConversationSummary> page, ConversationFilter filter) {
		var found = new LinkedHashMap<UUID, List<TurnSummary>>();
		page.forEach((conversation) -> found.put(conversation.id(), new ArrayList<>()));
		var query = new Query("select conversation, number, answer, asked_at, outcome, intent, stars from ("
				+ "select turn.conversation, number, answer, asked_at, outcome, intent, stars,"
				+ " row_number() over (partition by turn.conversation order by number desc) as place" + TURNS);
		query.addIn("", found.keySet()).turnsThat(filter).add(") fitting where place <= ? order by number", FOUND);
		this.jdbc.query(query.text(), (row) -> {
			found.getOrDefault(UUID.fromString(row.getString(1)), new ArrayList<>()).add(turn(row));
		}, query.values());
		return page.stream()
			.map((conversation) -> new ConversationSummary(conversation.id(), conversation.began(),
					conversation.active(), conversation.turns(), found.getOrDefault(conversation.id(), List.of())))
			.toList();
	}

	private static TurnSummary turn(ResultSet row) throws SQLException {
		var outcome = row.getString(5);
		var stars = row.getInt(7);
		return new TurnSummary(row.getInt(2), UUID.fromString(row.getString(3)), row.getTimestamp(4).toInstant(),
				(outcome != null) ? Outcome.valueOf(outcome) : null, row.getString(6), (stars > 0) ? stars : null);
	}

	/**
	 * A place in the list, after a conversation that may have been erased since.
	 *
	 * @param began when the conversation began
	 * @param id its id
	 */
	public record Position(Instant began, UUID id) {

		/** The place after this conversation. */
		public static Position after(ConversationSummary conversation) {
			return new Position(conversation.began(), conversation.id());
		}

		/** Reads what {@link #text()} has written. */
		public static Optional<Position> parse(String text) {
			var parts = text.split("_", 2);
			try {
				return (parts.length == 2) ? Optional.of(new Position(checked(Instant.parse(parts[0])), uuid(parts[1])))
						: Optional.empty();
			}
			catch (IllegalArgumentException | DateTimeException ex) {
				return Optional.empty();
			}
		}

		private static UUID uuid(String text) {
			if (text.length() != 36) {
				throw new IllegalArgumentException("Not an id");
			}
			return UUID.fromString(text);
		}

		/** As it is passed to whoever asks for the next page. */
		public String text() {
			return this.began + "_" + this.id;
		}

	}

	/** A query that is put together, with its values in the order of its marks. */
	private static final class Query {

		private final StringBuilder text;

		private final List<Object> values = new ArrayList<>();

		Query(String text) {
			this.text = new StringBuilder(text);
		}

		Query add(String more, Object... marked) {
			this.text.append(more);
			Collections.addAll(this.values, marked);
			return this;
		}

		Query addIf(@Nullable Instant moment, String more) {
			return (moment != null) ? add(more, Timestamp.from(moment)) : this;
		}

		Query addIn(String column, Collection<?> allowed) {
			return add(column + "in (" + String.join(", ", Collections.nCopies(allowed.size(), "?")) + ")",
					allowed.toArray());
		}

		Query turnsThat(ConversationFilter filter) {
			addIf(filter.from(), " and asked_at >= ?").addIf(filter.before(), " and asked_at < ?");
			if (!filter.outcomes().isEmpty()) {
				addIn(" and outcome ", filter.outcomes().stream().map(Outcome::name).toList());
			}
			if (!filter.stars().isEmpty()) {
				addIn(" and stars ", filter.stars());
			}
			if (!filter.intents().isEmpty()) {
				addIn(" and intent ", filter.intents());
			}
			return this;
		}

		String text() {
			return this.text.toString();
		}

		Object[] values() {
			return this.values.toArray();
		}

	}

}
