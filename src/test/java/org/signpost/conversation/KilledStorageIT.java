package org.signpost.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a process again and again while it asks, rates, clears and erases, and looks for
 * what it had been promised: what was acknowledged is there, what was cleared or erased
 * is in no table, and neither its text nor what opens it in a file.
 * {@code -Dsignpost.kills=100} kills more often, {@code -Dsignpost.seed=…} repeats the
 * moments.
 */
class KilledStorageIT {

	private static final int KILLS = Integer.getInteger("signpost.kills", 5);

	private static final Pattern PLANTED = Pattern.compile("planted-([0-9a-f-]{36})");

	@TempDir
	private Path folder;

	private final Set<UUID> kept = new HashSet<>();

	private final Set<UUID> gone = new HashSet<>();

	private final Map<UUID, UUID> secrets = new HashMap<>();

	@Test
	void keepsWhatItPromisedToKeepAndForgetsTheRest() throws Exception {
		var seed = Long.getLong("signpost.seed", System.nanoTime());
		System.out.println("Killing the storage with seed " + seed);
		var random = new Random(seed);
		var promises = 0;
		var broken = new ArrayList<String>();
		for (var kill = 1; kill <= KILLS; kill++) {
			var said = runAndKill(random);
			promises += said.size();
			for (var each : check(said)) {
				broken.add("kill " + kill + ": " + each);
			}
		}
		System.out.println(KILLS + " kills: " + promises + " lines, " + this.kept.size() + " conversations kept, "
				+ this.gone.size() + " erased; broken " + broken);
		assertThat(broken).isEmpty();
		assertThat(this.gone).isNotEmpty();
		assertThat(this.kept).isNotEmpty();
	}

	private List<String[]> runAndKill(Random random) throws Exception {
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "--enable-native-access=ALL-UNNAMED",
				"-Djava.io.tmpdir=" + this.folder.resolve("missing"), "-cp", System.getProperty("java.class.path"),
				BusyStorage.class.getName(), this.folder.toString(), Long.toString(random.nextLong()))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		var said = new ArrayList<String[]>();
		try (var lines = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
			var line = lines.readLine();
			while (line != null && !line.equals("ready")) {
				line = lines.readLine();
			}
			assertThat(line).as("the storage opens").isEqualTo("ready");
			// by what was said, so that something is done on a slow machine as well
			var last = 1 + random.nextInt(150);
			var millis = random.nextInt(50);
			for (line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.matches("[a-z]+ [0-9a-f-]{36}( [0-9a-f-]{36})?")) {
					said.add(line.split(" "));
				}
				if (said.size() == last) {
					Thread.ofPlatform().start(() -> killAfter(process, millis));
				}
			}
		}
		return said;
	}

	private static void killAfter(Process process, int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		// not the process itself: that would close the pipe with what was said last
		process.toHandle().destroyForcibly();
	}

	private List<String> check(List<String[]> said) throws Exception {
		var broken = new ArrayList<String>();
		var unsure = ids(said, "clearing", "aging");
		var erased = ids(said, "cleared", "erased");
		unsure.removeAll(erased);
		var begun = ids(said, "begun");
		begun.removeAll(unsure);
		begun.removeAll(erased);
		this.kept.addAll(begun);
		this.gone.addAll(erased);
		try (var storage = StorageFixture.embedded(this.folder)) {
			for (var promise : said) {
				var id = UUID.fromString(promise[1]);
				if (promise[0].equals("sealed")) {
					this.secrets.put(id, UUID.fromString(promise[2]));
				}
				else if (begun.contains(id) && promise.length > 2) {
					var found = storage.conversations.findEvents(id, 0, 1000)
						.stream()
						.filter((event) -> event.body().contains(promise[2]))
						.count();
					if (found != 1) {
						broken.add(found + " times " + String.join(" ", promise));
					}
				}
			}
			for (var id : this.kept) {
				if (!storage.conversations.exists(id)) {
					broken.add("lost " + id);
				}
			}
			for (var id : this.gone) {
				if (storage.conversations.exists(id)) {
					broken.add("not erased " + id);
				}
			}
			broken.addAll(remains());
		}
		return broken;
	}

	private static Set<UUID> ids(List<String[]> said, String... words) {
		return said.stream()
			.filter((promise) -> Set.of(words).contains(promise[0]))
			.map((promise) -> UUID.fromString(promise[1]))
			.collect(Collectors.toCollection(HashSet::new));
	}

	private List<String> remains() throws IOException {
		var found = new ArrayList<String>();
		try (var files = Files.walk(this.folder)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
				PLANTED.matcher(bytes)
					.results()
					.map((match) -> UUID.fromString(match.group(1)))
					.filter(this.gone::contains)
					.forEach((id) -> found.add("text of an erased one in " + file.getFileName() + " " + id));
				this.secrets.forEach((id, secret) -> {
					if (this.gone.contains(id) && bytes.contains(asStored(secret))) {
						found.add("secret of an erased one in " + file.getFileName() + " " + id);
					}
				});
			}
		}
		return found;
	}

	private static String asStored(UUID secret) {
		var bytes = ByteBuffer.allocate(16)
			.putLong(secret.getMostSignificantBits())
			.putLong(secret.getLeastSignificantBits());
		return new String(bytes.array(), StandardCharsets.ISO_8859_1);
	}

}
