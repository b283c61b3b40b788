package org.signpost.conversation;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of the audit log while the storage fails. */
@ExtendWith(OutputCaptureExtension.class)
class AuditLogTests {

	private final AtomicBoolean failing = new AtomicBoolean(true);

	private final JdbcTemplate jdbc = new JdbcTemplate() {

		@Override
		public int update(String sql, @Nullable Object @Nullable ... args) {
			return 1;
		}

	};

	private final Storage storage = new Storage(new TransactionOperations() {

		@Override
		public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
			if (AuditLogTests.this.failing.get()) {
				throw new DataAccessResourceFailureException("No disk");
			}
			return action.doInTransaction(new SimpleTransactionStatus());
		}

	});

	@Test
	void saysOnceThatItCannotBeWrittenAndOnceThatItCanAgain(CapturedOutput output) {
		try (var log = new AuditLog(this.storage, this.jdbc,
				new ConversationLog(this.jdbc, new Announcements(), TextSeals.NONE, RowLock.NONE, Clock.systemUTC()))) {
			for (var i = 0; i < 5000; i++) {
				log.add("mary", "GET /api/gaps", null, 200);
			}
			await().until(() -> output.getAll().contains("The audit log cannot be written"));
			await().until(log::isIdle);
			this.failing.set(false);
			this.storage.probe(() -> 1);
			log.add("mary", "GET /api/gaps", null, 200);
			await().until(() -> output.getAll().contains("5000 entries are missing"));
			log.add("mary", "GET /api/gaps", null, 200);
		}
		assertThat(output.getAll().split("audit log", -1)).hasSize(3);
	}

}
