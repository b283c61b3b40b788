package org.signpost.conversation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs work on the database in transactions and says in one way that it failed. Logs the
 * change from working to failing and back, not every failure: a full disk must not fill
 * the log as well. Safe for use by many threads.
 */
final class Storage {

	private static final Logger logger = LoggerFactory.getLogger(Storage.class);

	/** How long work waits while somebody has the database to themselves. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final TransactionOperations transactions;

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

	private volatile boolean well = true;

	Storage(TransactionOperations transactions) {
		this.transactions = transactions;
	}

	/**
	 * Reads in one transaction.
	 * @throws NotSavedException when the storage fails
	 */
	<T> T read(Supplier<T> work) {
		return run(work);
	}

	/**
	 * Writes in one transaction.
	 * @throws NotSavedException when it could not be committed
	 */
	<T> T write(Supplier<T> work) {
		var result = run(work);
		// only a write shows that there is room again
		if (!this.well) {
			this.well = true;
			logger.info("Storage works again");
		}
		return result;
	}

	private <T> T run(Supplier<T> work) {
		try {
			return whileShared(() -> {
				var result = this.transactions.execute((status) -> work.get());
				if (result == null) {
					throw new IllegalStateException("Work in a transaction has to say what came of it");
				}
				return result;
			});
		}
		catch (DataAccessException | TransactionException ex) {
			throw noteFailure(ex);
		}
	}

	private <T> T whileShared(Supplier<T> work) {
		var shared = this.lock.readLock();
		try {
			if (!shared.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new QueryTimeoutException("The database is being looked after");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new QueryTimeoutException("Interrupted", ex);
		}
		try {
			return work.get();
		}
		finally {
			shared.unlock();
		}
	}

	/** Runs work while no transaction is running. */
	void exclusively(Runnable work) {
		this.lock.writeLock().lock();
		try {
			work.run();
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	/** Whether the last write succeeded. */
	boolean isWell() {
		return this.well;
	}

	private NotSavedException noteFailure(RuntimeException ex) {
		// two who did the same at once are no fault of the storage
		var fault = !(ex instanceof DataIntegrityViolationException);
		if (this.well && fault) {
			this.well = false;
			// not its message: that may hold values of the statement
			logger.error("Storage fails, answers go on without being kept: {}", rootOf(ex).getClass().getName());
		}
		return new NotSavedException(ex);
	}

	private static Throwable rootOf(Throwable ex) {
		var root = ex;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root;
	}

}
