package org.signpost.conversation;

import java.sql.SQLTransientConnectionException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs work on the database in transactions and says in one way that it failed. Once it
 * fails, it fails at once, so that answers need not wait for it, until {@link #probe} has
 * succeeded. Logs the change from working to failing and back, not every failure: a full
 * disk must not fill the log as well. Safe for use by many threads.
 */
final class Storage {

	private static final Logger logger = LoggerFactory.getLogger(Storage.class);

	private final TransactionOperations transactions;

	private volatile @Nullable NotSavedException failure;

	private volatile boolean damaged;

	Storage(TransactionOperations transactions) {
		this.transactions = transactions;
	}

	/**
	 * Reads in one transaction.
	 * @throws NotSavedException when the storage fails
	 */
	<T> T read(Supplier<T> work) {
		return write(work);
	}

	/**
	 * Writes in one transaction.
	 * @throws NotSavedException when it could not be committed
	 */
	<T> T write(Supplier<T> work) {
		var known = this.failure;
		if (known != null) {
			throw known;
		}
		return run(work);
	}

	/**
	 * Writes something that means nothing, to see whether that is possible again.
	 * @throws NotSavedException when it is not
	 */
	void probe(Supplier<?> work) {
		run(work);
		if (this.failure != null) {
			this.failure = null;
			this.damaged = false;
			logger.info("Storage works again");
		}
	}

	/**
	 * Does something about the storage as a whole, in no transaction.
	 * @throws NotSavedException when it fails
	 */
	void mend(Runnable work) {
		try {
			work.run();
		}
		catch (DataAccessException ex) {
			throw noteFailure(ex);
		}
	}

	private <T> T run(Supplier<T> work) {
		try {
			var result = this.transactions.execute((status) -> work.get());
			if (result == null) {
				throw new IllegalStateException("Work in a transaction has to say what came of it");
			}
			return result;
		}
		catch (DataAccessException | TransactionException ex) {
			throw noteFailure(ex);
		}
	}

	/** Whether it works, as far as is known. */
	boolean isWell() {
		return this.failure == null;
	}

	/** Whether its file is known to be damaged, so that it will not work again. */
	boolean isDamaged() {
		return this.damaged;
	}

	private NotSavedException noteFailure(RuntimeException ex) {
		var noted = new NotSavedException(ex);
		if (EmbeddedDatabase.tellsOfDamage(rootOf(ex))) {
			this.damaged = true;
		}
		if (this.failure == null && !isOnlyBusy(ex)) {
			this.failure = noted;
			// not its message: that may hold values of the statement
			logger.error("Storage fails, answers go on without being kept: {}", rootOf(ex).getClass().getName());
		}
		return noted;
	}

	/**
	 * Whether two did the same at once, or one waited too long for others: no fault of
	 * the storage. The pool names a cause when it could not connect, and none when all
	 * its connections were in use.
	 */
	private static boolean isOnlyBusy(RuntimeException ex) {
		return ex instanceof DataIntegrityViolationException || ex instanceof ConcurrencyFailureException
				|| ex instanceof QueryTimeoutException
				|| (rootOf(ex) instanceof SQLTransientConnectionException pool && pool.getNextException() == null);
	}

	private static Throwable rootOf(Throwable ex) {
		var root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
