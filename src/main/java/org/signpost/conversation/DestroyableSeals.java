package org.signpost.conversation;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals each conversation with a secret of its own and overwrites the secret to forget it
 * (cryptographic erase, NIST SP 800-88). SQLite overwrites what is deleted, but not the
 * copies that it leaves in a page when it moves rows to a neighbouring one. A secret is
 * never moved: its table only ever grows at its end, each row has the same length, and a
 * row whose secret was overwritten is used again for another conversation. What the
 * write-ahead log still has of it goes when the log is emptied.
 */
final class DestroyableSeals implements TextSeals {

	private static final Logger logger = LoggerFactory.getLogger(DestroyableSeals.class);

	private final JdbcTemplate jdbc;

	private final SingleWriter writer;

	/** At first as well: a server that was killed may have left something. */
	private volatile boolean remembering = true;

	DestroyableSeals(JdbcTemplate jdbc, SingleWriter writer) {
		this.jdbc = jdbc;
		this.writer = writer;
	}

	@Override
	public void begin(UUID conversation) {
		var secret = TextSeal.Aes.newSecret();
		var free = this.jdbc.queryForList("select slot from free_secret limit 1", Long.class);
		long slot;
		if (free.isEmpty()) {
			slot = this.jdbc.queryForList("select coalesce(max(slot), 0) + 1 from secret", Long.class).getFirst();
			this.jdbc.update("insert into secret (slot, secret) values (?, ?)", slot, secret);
		}
		else {
			slot = free.getFirst();
			this.jdbc.update("delete from free_secret where slot = ?", slot);
			this.jdbc.update("update secret set secret = ? where slot = ?", secret, slot);
		}
		this.jdbc.update("update conversation set secret = ? where id = ?", slot, conversation);
	}

	@Override
	public TextSeal of(UUID conversation) {
		return this.jdbc
			.query("select secret.secret from conversation join secret on slot = conversation.secret where id = ?",
					(row, number) -> new TextSeal.Aes(row.getBytes(1)), conversation)
			.getFirst();
	}

	@Override
	public void destroy(UUID conversation) {
		this.jdbc.update(
				"insert into free_secret (slot) select secret from conversation where id = ? and secret is not null",
				conversation);
		this.jdbc.update("update secret set secret = ? where slot in (select secret from conversation where id = ?)",
				new byte[TextSeal.Aes.SECRET], conversation);
	}

	@Override
	public void forget() {
		this.remembering = true;
		try {
			this.writer.outsideTransactions(this::emptyLog);
		}
		catch (DataAccessException ex) {
			logger.warn("What was erased is still in a file and will be tried again: {}",
					ex.getMostSpecificCause().getClass().getName());
		}
	}

	/** Tries again what could not be done at once; done every second. */
	void forgetWhatIsLeft() {
		if (this.remembering) {
			this.writer.outsideTransactions(this::emptyLog);
		}
	}

	private void emptyLog() {
		// before, so that what is destroyed meanwhile is not taken for forgotten
		this.remembering = false;
		var busy = 1;
		try {
			busy = this.jdbc.query("pragma wal_checkpoint(truncate)", (row, number) -> row.getInt(1)).getFirst();
		}
		finally {
			if (busy != 0) {
				this.remembering = true;
			}
		}
	}

}
