package org.signpost.web.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.testing.ChatClient;
import org.signpost.testing.ResumingClient;
import org.signpost.testing.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the server again and again while it is being asked, and looks for what it had
 * acknowledged. {@code -Dsignpost.kills=20} kills more often, {@code -Dsignpost.seed=…}
 * repeats the moments.
 */
abstract class KilledServerContract {

	private static final int KILLS = Integer.getInteger("signpost.kills", 5);

	private static final int CLIENTS = 4;

	@TempDir
	private Path folder;

	private final AtomicInteger port = new AtomicInteger();

	private final AtomicBoolean done = new AtomicBoolean();

	private final AtomicInteger acknowledged = new AtomicInteger();

	/** Settings that name the database. */
	abstract List<String> settings(Path folder);

	@Test
	void keepsWhatItAcknowledged() throws Exception {
		var seed = Long.getLong("signpost.seed", System.nanoTime());
		System.out.println("Killing servers with seed " + seed);
		var random = new Random(seed);
		var server = start();
		try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
			var runs = new ArrayList<Callable<Acknowledged>>();
			for (var i = 0; i < CLIENTS; i++) {
				var clientSeed = random.nextLong();
				runs.add(() -> converse(new Random(clientSeed)));
			}
			var futures = runs.stream().map(executor::submit).toList();
			for (var kill = 0; kill < KILLS; kill++) {
				awaitAcknowledgement();
				Thread.sleep(random.nextInt(900));
				server.kill();
				server = start();
			}
			this.done.set(true);
			var counts = new ArrayList<Acknowledged>();
			for (var future : futures) {
				counts.add(future.get());
			}
			assertThat(server.output()).doesNotContain("\tat ");
			System.out.println(KILLS + " kills: " + counts);
			// at least one was waited for before each kill
			assertThat(counts.stream().mapToInt(Acknowledged::requests).sum()).isGreaterThanOrEqualTo(KILLS);
		}
		finally {
			server.close();
		}
	}

	/** A server that nobody has reached yet has nothing to lose. */
	private void awaitAcknowledgement() {
		var before = this.acknowledged.get();
		retrying(() -> {
			assertThat(this.acknowledged).hasValueGreaterThan(before);
			return before;
		});
	}

	private ServerProcess start() {
		var settings = new ArrayList<>(settings(this.folder));
		settings.add("--signpost.limits.asks-per-minute=100000");
		settings.add("--signpost.limits.asks-per-day=100000");
		var server = ServerProcess.start(this.folder, settings.toArray(String[]::new));
		this.port.set(server.port());
		return server;
	}

	/**
	 * Asks, rates and clears until all kills are done; checks after each conversation
	 * what is left of it.
	 */
	private Acknowledged converse(Random random) {
		var conversations = 0;
		var requests = 0;
		var interrupted = 0;
		while (!this.done.get() || conversations == 0) {
			conversations++;
			try (var client = new ResumingClient(this.port::get)) {
				var turns = 0;
				do {
					client.ask("question " + ++turns);
					this.acknowledged.incrementAndGet();
					if (random.nextInt(3) == 0) {
						client.rate(turns, 1 + random.nextInt(5));
					}
				}
				while (turns < 8 && !this.done.get());
				requests += client.acknowledged().size();
				interrupted += checkStored(client, turns);
				if (random.nextBoolean()) {
					client.clear();
					checkCleared(client.cleared());
					requests++;
				}
			}
		}
		return new Acknowledged(conversations, requests, interrupted);
	}

	private int checkStored(ResumingClient client, int turns) {
		var stored = retrying(() -> {
			try (var reader = ChatClient.resume(this.port.get(), client.conversation(), client.key(), 0)) {
				reader.next("welcome");
				var frames = new ArrayList<String>();
				for (var i = 0; i < client.applied().size(); i++) {
					frames.add(reader.nextText());
				}
				return frames;
			}
		});
		assertThat(stored).isEqualTo(client.applied());
		assertThat(stored.stream().filter((frame) -> frame.contains("\"t\":\"turn\""))).hasSize(turns);
		assertThat(stored.stream().filter((frame) -> frame.contains("\"t\":\"end\""))).hasSize(turns);
		for (var request : client.acknowledged()) {
			assertThat(stored.stream().filter((frame) -> frame.contains(request))).as(request).hasSize(1);
		}
		return (int) stored.stream().filter((frame) -> frame.contains("\"why\":\"interrupted\"")).count();
	}

	private void checkCleared(ResumingClient.Place cleared) {
		var welcome = retrying(() -> {
			try (var reader = ChatClient.resume(this.port.get(), cleared.conversation(), cleared.key(),
					cleared.last())) {
				return reader.next("welcome");
			}
		});
		assertThat(welcome.path("reset").asBoolean(false)).isTrue();
	}

	/** The server may be killed under a check as well. */
	private static <T> T retrying(java.util.function.Supplier<T> check) {
		for (var attempt = 0;; attempt++) {
			try {
				return check.get();
			}
			catch (java.util.concurrent.CompletionException | AssertionError ex) {
				if (attempt == 240) {
					throw ex;
				}
				pause();
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/**
	 * What a client was told.
	 *
	 * @param conversations how many it had
	 * @param requests how many of its requests were acknowledged
	 * @param interrupted how many turns ended as interrupted
	 */
	private record Acknowledged(int conversations, int requests, int interrupted) {
	}

}
