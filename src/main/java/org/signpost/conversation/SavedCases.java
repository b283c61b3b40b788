package org.signpost.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationList.Position;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The conversations that advisers have saved to evaluate by. They are kept until somebody
 * deletes them, also when the conversation they came from is erased; so nothing of a
 * visitor's that tells who they are may be in one. Safe for use by many threads. Every
 * method may throw {@link NotSavedException}.
 */
public final class SavedCases {

	private static final String COLUMNS = "select id, saved_at, saved_by, body, note from evaluation_case";

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	SavedCases(Storage storage, JdbcTemplate jdbc, ConversationLog log) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
	}

	/**
	 * Saves a case.
	 * @param id an id that was never used
	 * @param by who saves it
	 * @param body the conversation as JSON, its personal data masked
	 * @param note why, which is masked here
	 */
	public SavedCase save(UUID id, String by, String body, @Nullable String note) {
		return this.storage.write(() -> {
			// as precise as either database keeps it
			var now = this.log.now().toInstant().truncatedTo(ChronoUnit.MILLIS);
			var saved = new SavedCase(id, now, by, body, (note != null) ? PersonalData.mask(note) : null);
			this.jdbc.update("insert into evaluation_case (id, saved_at, saved_by, body, note) values (?, ?, ?, ?, ?)",
					saved.id(), Timestamp.from(now), saved.by(), saved.body(), saved.note());
			return saved;
		});
	}

	/**
	 * The next of them, those saved last first.
	 * @param after where the page before ended, nothing for the first page
	 * @param limit how many at most
	 */
	public List<SavedCase> find(@Nullable Position after, int limit) {
		var order = " order by saved_at desc, id desc limit ?";
		return this.storage.read(() -> (after == null) ? this.jdbc.query(COLUMNS + order, SavedCases::row, limit)
				: this.jdbc.query(COLUMNS + " where (saved_at, id) < (?, ?)" + order, SavedCases::row,
						Timestamp.from(after.began()), after.id(), limit));
	}

	/** All of them in the order in which they were saved. */
	public List<SavedCase> all() {
		return this.storage.read(() -> this.jdbc.query(COLUMNS + " order by saved_at, id", SavedCases::row));
	}

	/**
	 * Deletes a case.
	 * @return whether there was one
	 */
	public boolean delete(UUID id) {
		return this.storage.write(() -> this.jdbc.update("delete from evaluation_case where id = ?", id) > 0);
	}

	private static SavedCase row(ResultSet row, int number) throws SQLException {
		return new SavedCase(UUID.fromString(row.getString(1)), row.getTimestamp(2).toInstant(), row.getString(3),
				row.getString(4), row.getString(5));
	}

}
