package org.signpost.web.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.testing.ChatClient;
import org.signpost.testing.ManySockets;
import org.signpost.testing.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many at once: what they cost, and whether they disturb each other. Run with
 * {@code -Psoak}.
 */
class CrowdSoak {

	private static final int PROCESSES = 2;

	private static final int IDLE = Integer.getInteger("signpost.idle", 10_000);

	private static final int STALLED = 500;

	private static final int ROUNDS = 6;

	@TempDir
	private Path folder;

	@Test
	void tenThousandIdleConnectionsCostLittleAndGiveItBack() throws Exception {
		// a heap that is given back to the system when it is not needed any more
		try (var server = ServerProcess.start(this.folder, List.of("-Xms64m", "-Xmx512m", "-XX:-ShrinkHeapInSteps",
				"-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15"))) {
			warmUp(server);
			var empty = Memory.of(server);
			System.out.println("Empty server: " + empty);
			var crowds = new ArrayList<ManySockets>();
			try {
				for (var i = 0; i < PROCESSES; i++) {
					crowds.add(ManySockets.start(server.port(), IDLE / PROCESSES, true, "{\"t\":\"hello\"}"));
				}
				for (var crowd : crowds) {
					crowd.awaitOpen(IDLE / PROCESSES);
				}
				var opened = Memory.of(server);
				System.out
					.println(IDLE + " connections: " + opened + ", above the empty server: " + opened.minus(empty));
				// longer than a silent client would be left open
				Thread.sleep(Duration.ofSeconds(60));
				for (var crowd : crowds) {
					assertThat(crowd.latestOpen()).isEqualTo(IDLE / PROCESSES);
				}
				var later = Memory.of(server);
				System.out
					.println("After 60 s of heartbeats: " + later + ", above the empty server: " + later.minus(empty));
				assertThat(later.minus(empty).residentMb()).isLessThan(256);
				try (var client = ChatClient.hello(server.port())) {
					client.next("welcome");
					client.ask("still there?");
					client.nextUntil("end");
				}
			}
			finally {
				crowds.forEach(ManySockets::close);
			}
			Thread.sleep(Duration.ofSeconds(10));
			var closed = Memory.of(server);
			System.out
				.println("After they have closed: " + closed + ", above the empty server: " + closed.minus(empty));
			assertThat(closed.residentMb()).isLessThan(empty.residentMb() * 11 / 10);
			assertThat(server.output()).doesNotContain("\tat ");
		}
	}

	/**
	 * So that what is loaded, compiled and cached once does not count as a connection's.
	 */
	private static void warmUp(ServerProcess server) throws Exception {
		try (var crowd = ManySockets.start(server.port(), 3000, true, "{\"t\":\"hello\"}")) {
			crowd.awaitOpen(3000);
		}
		try (var client = ChatClient.hello(server.port())) {
			client.next("welcome");
			client.ask("warm");
			client.nextUntil("end");
		}
		Thread.sleep(Duration.ofSeconds(5));
	}

	@Test
	void readersThatNeverReadDisturbNobody() throws Exception {
		try (var server = ServerProcess.start(this.folder, List.of("-Xmx768m"),
				"--signpost.limits.asks-per-minute=1000000", "--signpost.limits.asks-per-day=1000000",
				"--signpost.limits.frames-per-ten-seconds=1000000"); var author = ChatClient.hello(server.port())) {
			var welcome = author.next("welcome");
			for (var i = 0; i < 20; i++) {
				author.ask("a long answer please");
				author.nextUntil("end");
			}
			var hello = "{\"t\":\"hello\",\"c\":\"%s\",\"k\":\"%s\",\"after\":0}".formatted(welcome.get("c").asString(),
					welcome.get("k").asString());
			measure(server, Duration.ofSeconds(10));
			var alone = new ArrayList<Long>();
			var beside = new ArrayList<Long>();
			for (var round = 0; round < ROUNDS; round++) {
				alone.addAll(measure(server, Duration.ofSeconds(7)));
				try (var stalled = ManySockets.start(server.port(), STALLED, false, hello)) {
					stalled.awaitOpen(STALLED);
					beside.addAll(measure(server, Duration.ofSeconds(7)));
				}
				Thread.sleep(Duration.ofSeconds(2));
			}
			System.out.println("Asks alone: " + Percentiles.of(alone));
			System.out.println("Asks beside " + STALLED + " readers that never read: " + Percentiles.of(beside)
					+ ", p95 in proportion: " + (double) Percentiles.of(beside).p95() / Percentiles.of(alone).p95());
			assertThat(Percentiles.of(beside).p95()).isLessThan(Percentiles.of(alone).p95() * 11 / 10);
		}
	}

	/**
	 * Asks one question after the other; microseconds from the question to the end of its
	 * answer.
	 */
	private static List<Long> measure(ServerProcess server, Duration time) {
		var took = new ArrayList<Long>();
		var end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end) {
			try (var client = ChatClient.hello(server.port())) {
				client.next("welcome");
				for (var i = 0; i < 100 && System.nanoTime() < end; i++) {
					var begun = System.nanoTime();
					client.ask("how much?");
					client.nextUntil("end");
					took.add((System.nanoTime() - begun) / 1000);
				}
			}
		}
		return took;
	}

	/**
	 * How long it took, in microseconds.
	 *
	 * @param count how many
	 * @param p50 half took no longer
	 * @param p95 19 of 20 took no longer
	 */
	private record Percentiles(int count, long p50, long p95) {

		static Percentiles of(List<Long> times) {
			var sorted = times.stream().sorted().toList();
			return new Percentiles(sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
		}

	}

	/**
	 * What a process uses after a full collection.
	 *
	 * @param residentMb memory the system has given it
	 * @param heapMb objects in it
	 */
	private record Memory(long residentMb, long heapMb) {

		private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

		private static final Pattern USED = Pattern.compile("(?:generation|total|garbage-first heap).*? used (\\d+)K");

		static Memory of(ServerProcess server) throws IOException {
			jcmd(server, "GC.run");
			var heap = 0L;
			var matcher = USED.matcher(jcmd(server, "GC.heap_info"));
			while (matcher.find()) {
				heap += Long.parseLong(matcher.group(1));
			}
			var resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + server.pid() + "/status")));
			assertThat(resident.find()).isTrue();
			return new Memory(Long.parseLong(resident.group(1)) / 1024, heap / 1024);
		}

		private static String jcmd(ServerProcess server, String command) throws IOException {
			var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
			var process = new ProcessBuilder(jcmd, "" + server.pid(), command).redirectErrorStream(true).start();
			return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		}

		Memory minus(Memory other) {
			return new Memory(this.residentMb - other.residentMb, this.heapMb - other.heapMb);
		}

	}

}
