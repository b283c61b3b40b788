package org.signpost.conversation;

import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals each conversation with a secret of its own and overwrites the secret to forget it
 * (cryptographic erase, NIST SP 800-88). SQLite overwrites what is deleted, but not the
 * copies that it leaves in a page when it moves rows to a neighbouring one. A secret is
 * never moved: its table only ever grows at its end, each row has the same length, and a
 * row whose secret was overwritten is used again for another conversation.
 */
final class DestroyableSeals implements TextSeals {

	private final JdbcTemplate jdbc;

	DestroyableSeals(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
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

}
