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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationSummary.TurnSummary;
import org.signpost.knowledge.Nation;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lists conversations in which something was asked, those begun last first. The order
 * never changes and a page begins where the last one ended, so that whoever goes through
 * the pages meets every conversation once, also while others are begun, continued and
 * erased. A page costs three queries. The first goes through an index that holds all that
 * can be asked for, so at worst, when nothing fits, it reads that index and no text.
 * Texts are sealed: to look for words a page opens {@value #OPENED} questions at most,
 * and ends there. Safe for use by many threads. May throw {@link NotSavedException}.
 */
public final class ConversationList {

	/** Turns named of one conversation. */
	private static final int FOUND = 10;

	/** Questions opened to look for words, in some tens of milliseconds. */
	private static final int OPENED = 2000;

	private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

	private static final String TURN = "conversation, number, answer, asked_at, outcome, intent, nation, stars";

	private static final String IN_ORDER = " order by began_at desc, conversation desc";

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final TextSeals seals;

	ConversationList(Storage storage, JdbcTemplate jdbc, TextSeals seals) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.seals = seals;
	}

	/**
	 * The next conversations that fit.
	 * @param filter which
	 * @param after where the page before ended, nothing for the first page
	 * @param limit how many at most
	 * @param questions whether to tell the questions for which they are listed
	 */
	public ConversationPage find(ConversationFilter filter, @Nullable Position after, int limit, boolean questions) {
		return this.storage.read(() -> {
			var found = filter.words().areNone() ? listed(filter, after, limit) : searched(filter, after, limit);
			var ids = found.turns.keySet();
			return new ConversationPage(ids.isEmpty() ? List.of() : summaries(found.turns, questions), found.next);
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

	/** Those that fit by what stands beside the texts. */
	private Found listed(ConversationFilter filter, @Nullable Position after, int limit) {
		var query = new Query("select began_at, conversation from turn where 1 = 1");
		query.turnsThat(filter).from(after).add(" group by began_at, conversation" + IN_ORDER + " limit ?", limit + 1);
		var places = this.jdbc.query(query.text(), (row, number) -> place(row), query.values());
		var page = places.subList(0, Math.min(limit, places.size()));
		var turns = new LinkedHashMap<UUID, List<Row>>();
		page.forEach((place) -> turns.put(place.id(), new ArrayList<>()));
		if (!page.isEmpty()) {
			lastTurns(filter, turns.keySet())
				.forEach((row) -> turns.getOrDefault(row.conversation(), new ArrayList<>()).add(row));
		}
		return new Found(turns, (places.size() > limit) ? page.getLast() : null);
	}

	private List<Row> lastTurns(ConversationFilter filter, Collection<UUID> conversations) {
		var query = new Query("select began_at, " + TURN + ", question from (select began_at, " + TURN
				+ ", question, row_number() over (partition by conversation order by number desc) as place from turn where ");
		query.addIn("conversation ", conversations)
			.turnsThat(filter)
			.add(") fitting where place <= ? order by number", FOUND);
		return this.jdbc.query(query.text(), (row, number) -> Row.of(row), query.values());
	}

	/** Those that fit by their texts as well. */
	private Found searched(ConversationFilter filter, @Nullable Position after, int limit) {
		var query = new Query("select began_at, " + TURN + ", question from turn where 1 = 1");
		query.turnsThat(filter).from(after).add(IN_ORDER + ", number desc limit ?", OPENED + 1);
		var rows = this.jdbc.query(query.text(), (row, number) -> Row.of(row), query.values());
		var more = rows.size() > OPENED;
		var last = rows.isEmpty() ? null : rows.getLast().place();
		// of the last conversation some turns may be missing; it begins the next page,
		// unless nothing stands before it
		var whole = (more && !rows.getFirst().place().equals(last))
				? rows.stream().filter((row) -> !row.place().equals(last)).toList() : rows;
		var turns = new LinkedHashMap<UUID, List<Row>>();
		Position at = null;
		for (var row : whole) {
			if (!row.place().equals(at)) {
				if (turns.size() == limit) {
					return new Found(turns, at);
				}
				at = row.place();
			}
			var opened = row.opened(this.seals.of(row.conversation()));
			if (filter.words().occurIn(opened.question())) {
				var fitting = turns.computeIfAbsent(row.conversation(), (id) -> new ArrayList<>());
				if (fitting.size() < FOUND) {
					fitting.addFirst(row);
				}
			}
		}
		return new Found(turns, more ? at : null);
	}

	private List<ConversationSummary> summaries(Map<UUID, List<Row>> turns, boolean questions) {
		var query = new Query(
				"select id, began_at, active_at, last_turn, key_hash is not null from conversation where ");
		query.addIn("id ", turns.keySet()).add(" order by began_at desc, id desc");
		return this.jdbc.query(query.text(), (row, number) -> {
			var id = UUID.fromString(row.getString(1));
			var seal = questions ? this.seals.of(id) : null;
			return new ConversationSummary(id, row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant(),
					row.getBoolean(5), row.getInt(4),
					turns.getOrDefault(id, List.of()).stream().map((turn) -> turn.summary(seal)).toList());
		}, query.values());
	}

	private static Position place(ResultSet row) throws SQLException {
		return new Position(row.getTimestamp(1).toInstant(), UUID.fromString(row.getString(2)));
	}

	/**
	 * What a page is made of.
	 *
	 * @param turns the turns for which conversations are listed, oldest first
	 * @param next where the next page begins
	 */
	private record Found(Map<UUID, List<Row>> turns, @Nullable Position next) {
	}

	/** A turn as it is stored, its question sealed. */
	private record Row(Position place, TurnSummary turn, String question) {

		static Row of(ResultSet row) throws SQLException {
			var outcome = row.getString(6);
			var nation = row.getString(8);
			var stars = row.getInt(9);
			var turn = new TurnSummary(row.getInt(3), UUID.fromString(row.getString(4)),
					row.getTimestamp(5).toInstant(), (outcome != null) ? Outcome.valueOf(outcome) : null,
					row.getString(7), (nation != null) ? Nation.valueOf(nation) : null, (stars > 0) ? stars : null,
					null);
			return new Row(ConversationList.place(row), turn, row.getString(10));
		}

		UUID conversation() {
			return this.place.id();
		}

		Row opened(TextSeal seal) {
			return new Row(this.place, this.turn, seal.open(this.question));
		}

		TurnSummary summary(@Nullable TextSeal seal) {
			return (seal != null) ? this.turn.saying(seal.open(this.question)) : this.turn;
		}

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

		Query from(@Nullable Position after) {
			return (after != null)
					? add(" and (began_at, conversation) < (?, ?)", Timestamp.from(after.began()), after.id()) : this;
		}

		Query turnsThat(ConversationFilter filter) {
			// not asked_at alone: SQLite would go by its index and look up each turn, all
			// of
			// them where the time is long
			addIf(filter.from(), " and coalesce(asked_at, began_at) >= ?");
			addIf(filter.before(), " and coalesce(asked_at, began_at) < ?");
			// what the turn implies, said so that the index is entered there
			addIf(filter.before(), " and began_at < ?");
			if (!filter.outcomes().isEmpty()) {
				addIn(" and outcome ", filter.outcomes().stream().map(Outcome::name).toList());
			}
			if (!filter.stars().isEmpty()) {
				addIn(" and stars ", filter.stars());
			}
			if (!filter.intents().isEmpty()) {
				addIn(" and intent ", filter.intents());
			}
			if (!filter.nations().isEmpty()) {
				addIn(" and nation ", filter.nations().stream().map(Nation::name).toList());
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
