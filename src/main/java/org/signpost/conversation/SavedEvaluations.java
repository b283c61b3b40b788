package org.signpost.conversation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How the last evaluations came out. Safe for use by many threads. Every method may throw
 * {@link NotSavedException}.
 */
public final class SavedEvaluations {

	private static final int KEPT = 20;

	private final Storage storage;

	private final JdbcTemplate jdbc;

	SavedEvaluations(Storage storage, JdbcTemplate jdbc) {
		this.storage = storage;
		this.jdbc = jdbc;
	}

	/** Keeps one, and forgets all but the last twenty. */
	public void keep(UUID id, Instant started, Account account) {
		this.storage.write(() -> {
			this.jdbc.update("insert into evaluation (id, started_at, summary, misses) values (?, ?, ?, ?)", id,
					Timestamp.from(started), account.summary(), account.misses());
			return this.jdbc.update("delete from evaluation where id not in"
					+ " (select id from evaluation order by started_at desc, id limit " + KEPT + ")");
		});
	}

	/** The accounts without the misses, the newest first. */
	public List<String> summaries() {
		return this.storage.read(() -> this.jdbc
			.queryForList("select summary from evaluation order by started_at desc, id", String.class));
	}

	/** The account of one. */
	public Optional<Account> find(UUID id) {
		return this.storage.read(
				() -> this.jdbc
					.query("select summary, misses from evaluation where id = ?",
							(row, number) -> new Account(row.getString(1), row.getString(2)), id)
					.stream()
					.findFirst());
	}

	/**
	 * Forgets one.
	 * @return whether there was one
	 */
	public boolean delete(UUID id) {
		return this.storage.write(() -> this.jdbc.update("delete from evaluation where id = ?", id) > 0);
	}

	/**
	 * How one came out, as JSON.
	 *
	 * @param summary what a list shows of it
	 * @param misses the cases that missed, with their traces
	 */
	public record Account(String summary, String misses) {
	}

}
