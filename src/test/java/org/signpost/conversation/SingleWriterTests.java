package org.signpost.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What waits is done together, in order, and nobody suffers for another. */
@SuppressWarnings({ "FutureReturnValueIgnored", "ThreadPriorityCheck" })
class SingleWriterTests {

	private final ConcurrentLinkedQueue<List<String>> committed = new ConcurrentLinkedQueue<>();

	private final List<String> running = new ArrayList<>();

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch go = new CountDownLatch(1);

	private volatile boolean failingToCommit;

	private final TransactionOperations transactions = new TransactionOperations() {

		@Override
		public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
			SingleWriterTests.this.running.clear();
			var result = action.doInTransaction(new SimpleTransactionStatus());
			if (SingleWriterTests.this.failingToCommit) {
				throw new TransactionSystemException("disk full");
			}
			SingleWriterTests.this.committed.add(List.copyOf(SingleWriterTests.this.running));
			return result;
		}

	};

	private SingleWriter writer = new SingleWriter(this.transactions, Duration.ofSeconds(20));

	@AfterEach
	void close() {
		this.go.countDown();
		this.writer.close();
		this.callers.close();
	}

	@Test
	void commitsTogetherWhatWaits() throws Exception {
		hold();
		var waiting = submit(() -> write("a"), () -> write("b"), () -> write("c"));
		this.go.countDown();
		for (var each : waiting) {
			each.get();
		}
		assertThat(this.committed).hasSize(2);
		assertThat(this.committed.stream().skip(1).findFirst().orElseThrow()).containsExactlyInAnyOrder("a", "b", "c");
	}

	@Test
	void runsEachAloneWhereOneFails() throws Exception {
		hold();
		var waiting = submit(() -> write("a"), () -> this.writer.execute((status) -> {
			throw new IllegalArgumentException("mine");
		}), () -> write("c"));
		this.go.countDown();
		assertThat(waiting.get(0).get()).isEqualTo("a");
		assertThatExceptionOfType(java.util.concurrent.ExecutionException.class).isThrownBy(() -> waiting.get(1).get())
			.withCauseInstanceOf(IllegalArgumentException.class);
		assertThat(waiting.get(2).get()).isEqualTo("c");
		assertThat(this.committed.stream().skip(1)).containsExactlyInAnyOrder(List.of("a"), List.of("c"));
	}

	@Test
	void tellsNobodyOfSuccessWhereTheCommitFails() throws Exception {
		hold();
		var waiting = submit(() -> write("a"), () -> write("b"));
		this.failingToCommit = true;
		this.go.countDown();
		for (var each : waiting) {
			assertThatExceptionOfType(java.util.concurrent.ExecutionException.class).isThrownBy(each::get)
				.withCauseInstanceOf(TransactionSystemException.class);
		}
		this.failingToCommit = false;
		assertThat(write("c")).isEqualTo("c");
	}

	@Test
	void runsOnAThreadThatPinsNobody() throws Exception {
		assertThat(submit(() -> this.writer.execute((status) -> Thread.currentThread().isVirtual())).getFirst().get())
			.isEqualTo(false);
	}

	@Test
	void takesPartInWhatIsRunning() {
		assertThat(this.writer.<String>execute((status) -> this.writer.execute((inner) -> "inner"))).isEqualTo("inner");
	}

	@Test
	void givesUpInTime() throws Exception {
		this.writer.close();
		this.writer = new SingleWriter(this.transactions, Duration.ofSeconds(1));
		var stuck = submit(() -> this.writer.execute((status) -> {
			this.begun.countDown();
			await(this.go);
			return "late";
		})).getFirst();
		this.begun.await();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> write("b"));
		assertThatExceptionOfType(java.util.concurrent.ExecutionException.class).isThrownBy(stuck::get)
			.withCauseInstanceOf(DataAccessResourceFailureException.class);
	}

	@Test
	void passesOnWhatHappensOutsideTransactions() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.writer.outsideTransactions(() -> {
			throw new IllegalArgumentException("mine");
		}));
	}

	private void hold() throws InterruptedException {
		this.callers.submit(() -> this.writer.execute((status) -> {
			this.begun.countDown();
			await(this.go);
			return "held";
		}));
		this.begun.await();
	}

	private String write(String word) {
		return this.writer.execute((status) -> {
			this.running.add(word);
			return word;
		});
	}

	/** In this order, each waiting before the next comes. */
	@SafeVarargs
	private List<Future<Object>> submit(Callable<Object>... work) throws InterruptedException {
		var futures = new ArrayList<Future<Object>>();
		var held = this.begun.getCount() == 0;
		for (var each : work) {
			var expected = this.writer.waiting() + 1;
			futures.add(this.callers.submit(each));
			// what is submitted to an idle writer may be begun before it is seen to wait
			while (held && this.writer.waiting() < expected) {
				Thread.yield();
			}
		}
		return futures;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
