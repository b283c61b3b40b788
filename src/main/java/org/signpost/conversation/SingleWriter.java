package org.signpost.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs transactions one after another on a thread of its own, for a database that has one
 * writer. Those that wait are committed together (group commit), so the disk is waited
 * for once and not once each; where that fails, each is run again alone, so work may run
 * twice and must leave nothing behind but what it has written. Callers park while they
 * wait, also virtual threads, which a call into SQLite would pin to their carrier. Safe
 * for use by many threads.
 */
final class SingleWriter implements TransactionOperations, AutoCloseable {

	/** Enough for everybody who asks at once, and over in milliseconds. */
	private static final int TOGETHER = 64;

	private final TransactionOperations transactions;

	private final Duration patience;

	private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();

	private final Thread thread;

	/**
	 * Creates one and starts its thread.
	 * @param transactions runs a transaction on the thread that calls it
	 * @param patience how long a caller waits
	 */
	SingleWriter(TransactionOperations transactions, Duration patience) {
		this.transactions = transactions;
		this.patience = patience;
		this.thread = Thread.ofPlatform().daemon().name("conversation-writer").start(this::run);
	}

	/**
	 * {@inheritDoc}
	 * @throws QueryTimeoutException when others took too long; then nothing was done
	 * @throws DataAccessResourceFailureException when it was begun and did not come to an
	 * end
	 */
	@Override
	public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
		if (Thread.currentThread().equals(this.thread)) {
			// part of the transaction that is running
			return this.transactions.execute(action);
		}
		return await(new Job<T>(action, true));
	}

	/** Runs something that cannot be run in a transaction, while none is running. */
	void outsideTransactions(Runnable work) {
		await(new Job<>((status) -> {
			work.run();
			return true;
		}, false));
	}

	/** How many wait to be begun. */
	int waiting() {
		return this.waiting.size();
	}

	private <T extends @Nullable Object> T await(Job<T> job) {
		this.waiting.add(job);
		try {
			return job.outcome.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw givenUp(job, ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw givenUp(job, ex);
		}
	}

	private static DataAccessException givenUp(Job<?> job, Exception ex) {
		return job.begin() ? new QueryTimeoutException("Waited for others", ex)
				: new DataAccessResourceFailureException("Does not come to an end", ex);
	}

	private void run() {
		var jobs = new ArrayList<Job<?>>();
		while (!Thread.currentThread().isInterrupted()) {
			try {
				jobs.add(this.waiting.take());
			}
			catch (InterruptedException ex) {
				return;
			}
			this.waiting.drainTo(jobs, TOGETHER - 1);
			jobs.removeIf((job) -> !job.begin());
			runTogether(jobs.stream().filter((job) -> job.transactional).toList());
			jobs.stream()
				.filter((job) -> !job.transactional)
				.forEach((job) -> job.run(() -> job.carryOut(new SimpleTransactionStatus())));
			jobs.clear();
		}
	}

	private void runTogether(List<Job<?>> jobs) {
		if (jobs.size() > 1) {
			try {
				this.transactions.executeWithoutResult((status) -> jobs.forEach((job) -> job.carryOut(status)));
				jobs.forEach(Job::complete);
				return;
			}
			catch (RuntimeException ex) {
				// one of them cannot be done; alone it shows which
			}
		}
		jobs.forEach((job) -> job.run(() -> this.transactions.executeWithoutResult(job::carryOut)));
	}

	@Override
	public void close() {
		this.thread.interrupt();
		try {
			this.thread.join(this.patience);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Somebody's work, begun at most once. */
	private static final class Job<T extends @Nullable Object> {

		private final TransactionCallback<T> action;

		private final boolean transactional;

		private final AtomicBoolean begun = new AtomicBoolean();

		private final CompletableFuture<T> outcome = new CompletableFuture<>();

		/** Sets the outcome, once there is one. */
		private Runnable told = () -> {
		};

		Job(TransactionCallback<T> action, boolean transactional) {
			this.action = action;
			this.transactional = transactional;
		}

		/** Whether it had neither been begun nor given up. */
		boolean begin() {
			return this.begun.compareAndSet(false, true);
		}

		void carryOut(TransactionStatus status) {
			var result = this.action.doInTransaction(status);
			this.told = () -> this.outcome.complete(result);
		}

		void run(Runnable inItsTransaction) {
			try {
				inItsTransaction.run();
				complete();
			}
			catch (Throwable ex) {
				// the caller's, whatever it is: the thread goes on for the others
				this.outcome.completeExceptionally(ex);
			}
		}

		void complete() {
			this.told.run();
		}

	}

}
