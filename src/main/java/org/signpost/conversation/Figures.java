package org.signpost.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

import org.signpost.knowledge.Nation;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts what visitors asked day by day, from an index and without a text. A day is read
 * in a transaction of its own, about a millisecond for each thousand questions, so that
 * visitors do not wait for all of them. Safe for use by many threads. May throw
 * {@link NotSavedException}.
 */
public final class Figures {

	/** Days begin where the guidance is for. */
	public static final ZoneId ZONE = ZoneId.of("Europe/London");

	private final Storage storage;

	private final JdbcTemplate jdbc;

	Figures(Storage storage, JdbcTemplate jdbc) {
		this.storage = storage;
		this.jdbc = jdbc;
	}

	/**
	 * The figures of each day.
	 * @param from the first day
	 * @param before the day after the last
	 */
	public SortedMap<LocalDate, DayFigures> find(LocalDate from, LocalDate before) {
		var days = new TreeMap<LocalDate, DayFigures>();
		from.datesUntil(before).forEach((day) -> days.put(day, this.storage.read(() -> of(day))));
		return days;
	}

	private DayFigures of(LocalDate day) {
		var figures = DayFigures.none();
		var questions = this.jdbc.query(
				"select outcome, nation, stars, millis, count(*) from turn where asked_at >= ? and asked_at < ? and by_visitor"
						+ " group by outcome, nation, stars, millis",
				(row, number) -> add(row, figures), start(day), start(day.plusDays(1)))
			.stream()
			.mapToInt(Integer::intValue)
			.sum();
		return figures.with(questions);
	}

	private static Timestamp start(LocalDate day) {
		return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
	}

	private static int add(ResultSet row, DayFigures figures) throws SQLException {
		var outcome = row.getString(1);
		var nation = row.getString(2);
		var stars = row.getInt(3);
		var count = row.getInt(5);
		if (outcome != null) {
			figures.outcomes().merge(Outcome.valueOf(outcome), count, Integer::sum);
		}
		if (nation != null) {
			figures.nations().merge(Nation.valueOf(nation), count, Integer::sum);
		}
		if (stars > 0) {
			figures.stars().merge(stars, count, Integer::sum);
		}
		var millis = row.getLong(4);
		if (!row.wasNull()) {
			figures.millis().merge(millis, count, Integer::sum);
		}
		return count;
	}

}
