package org.signpost.conversation;

import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs work on the database in a transaction and says in one way that it failed. Logs the
 * change from working to failing and back, not every failure: a full disk must not fill
 * the log as well.
 */
final class Storage {

	private static final Logger logger = LoggerFactory.getLogger(Storage.class);

	private final TransactionOperations transactions;

	private volatile boolean well = true;

	Storage(TransactionOperations transactions) {
		this.transactions = transactions;
	}

	/**
	 * Runs work in one transaction.
	 * @throws NotSavedException when it could not be committed
	 */
	<T> T inTransaction(Supplier<T> work) {
		try {
			var result = this.transactions.execute((status) -> work.get());
			noteSuccess();
			if (result == null) {
				throw new IllegalStateException("Work in a transaction has to say what came of it");
			}
			return result;
		}
		catch (DataAccessException | TransactionException ex) {
			throw noteFailure(ex);
		}
	}

	private void noteSuccess() {
		if (!this.well) {
			this.well = true;
			logger.info("Storage works again");
		}
	}

	private NotSavedException noteFailure(RuntimeException ex) {
		var failure = new NotSavedException(ex);
		if (this.well) {
			this.well = false;
			logger.error("Storage fails, answers go on without being kept: {}", rootOf(ex).getClass().getName());
		}
		return failure;
	}

	private static Throwable rootOf(Throwable ex) {
		var root = ex;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root;
	}

}
