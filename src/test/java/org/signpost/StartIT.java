package org.signpost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A start of the packaged jar, alone in a folder, as whoever starts it sees it. */
class StartIT {

	/** A dozen quiet lines. */
	private static final int LINES = 12;

	@TempDir
	Path folder;

	@Test
	void aFirstStartIsQuietMakesNothingThatTheBuildHasMadeAndKeepsASecondServerOut() throws Exception {
		var server = start("--server.port=0");
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(3))
				.until(() -> !server.process.isAlive() || server.log().contains("Ready: "));
			var lines = server.log().lines().toList();
			assertThat(lines).hasSizeLessThanOrEqualTo(LINES);
			assertThat(lines.getLast()).containsPattern("Ready: http://localhost:\\d+$");
			assertThat(server.log()).contains("curated answers at")
				.doesNotContain("WARN", "ERROR", "Reading new guidance");
			try (var kept = Files.list(this.folder.resolve("data"))) {
				assertThat(kept.map((file) -> file.getFileName().toString()))
					.noneMatch((name) -> name.startsWith("encodings-") || name.startsWith("learnt-"));
			}
			// files are still being kept and renamed, so a look at all may miss one
			var permissions = Awaitility.await()
				.ignoreException(NoSuchFileException.class)
				.until(this::permissions, (found) -> !found.isEmpty());
			assertThat(permissions).allSatisfy((each, granted) -> assertThat(granted).as(each.toString())
				.isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
			refuses("is in use by another server; stop it, or name another folder by --signpost.data=DIR",
					"--server.port=0");
		}
		finally {
			server.process.destroy();
			server.process.waitFor(20, TimeUnit.SECONDS);
			server.process.destroyForcibly();
		}
		assertThat(server.log()).doesNotContain("WARN", "ERROR");
	}

	@Test
	void aDamagedDatabaseIsSetAsideInOneLineAndNamedByHealth() throws Exception {
		var data = Files.createDirectory(this.folder.resolve("data"));
		Files.writeString(data.resolve("conversations.db"), "Dear reader, this is a letter.\n".repeat(1000));
		var server = start("--server.port=0");
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(3))
				.until(() -> !server.process.isAlive() || server.log().contains("Ready: "));
			assertThat(server.log().lines().filter((line) -> !line.contains(" INFO "))).singleElement()
				.asString()
				.containsPattern("ERROR.*is damaged; it was renamed to .*conversations.damaged-.*\\.db");
			var address = server.log().lines().toList().getLast().replaceFirst(".*Ready: ", "");
			try (var http = HttpClient.newHttpClient()) {
				var health = http.send(HttpRequest.newBuilder(URI.create(address + "/actuator/health")).build(),
						HttpResponse.BodyHandlers.ofString());
				assertThat(health.statusCode()).isEqualTo(200);
				assertThat(health.body()).contains("conversations.damaged-");
			}
		}
		finally {
			server.process.destroy();
			server.process.waitFor(20, TimeUnit.SECONDS);
			server.process.destroyForcibly();
		}
	}

	/** Somebody looks into it with a tool of SQLite. */
	@Test
	void saysThatTheDatabaseIsOpenInAnotherProgram() throws Exception {
		var data = Files.createDirectory(this.folder.resolve("data"));
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("conversations.db"));
				var statement = connection.createStatement()) {
			statement.execute("create table something (number integer)");
			statement.execute("begin exclusive");
			refuses("is open in another program; close it there", "--server.port=0");
		}
	}

	@Test
	void saysThatAPortIsTaken() throws Exception {
		try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			refuses("port %d is in use; stop what listens there, or name another by --server.port=PORT"
				.formatted(taken.getLocalPort()), "--server.port=" + taken.getLocalPort());
		}
	}

	@Test
	void saysThatTheFolderOfGuidanceIsMissing() throws Exception {
		refuses("/nowhere; name the one of your guidance by --signpost.knowledge-base=DIR", "--server.port=0",
				"--signpost.knowledge-base=" + this.folder.resolve("nowhere"));
	}

	@Test
	void saysThatTheDataFolderCannotBeWrittenTo() throws Exception {
		Files.createFile(this.folder.resolve("data"));
		refuses("cannot be written to", "--server.port=0");
	}

	/** One line that says what to do, and 2. */
	private void refuses(String words, String... settings) throws Exception {
		var server = start(settings);
		assertThat(server.process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(server.process.exitValue()).isEqualTo(2);
		var said = server.log().lines().filter((line) -> !line.contains(" INFO ")).toList();
		assertThat(said).hasSize(1);
		assertThat(said.getFirst()).startsWith("signpost: ").contains(words);
	}

	private Running start(String... settings) throws IOException {
		var log = Files.createTempFile(this.folder, "server", ".log");
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-jar", Path.of("target/signpost.jar").toAbsolutePath().toString(),
				"--signpost.data=" + this.folder.resolve("data")));
		command.addAll(List.of(settings));
		var process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		return new Running(process, log);
	}

	/**
	 * A server.
	 *
	 * @param process its process
	 * @param file what it writes
	 */
	private record Running(Process process, Path file) {

		String log() {
			try {
				return Files.readString(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private Map<Path, String> permissions() throws IOException {
		var found = new HashMap<Path, String>();
		try (var made = Files.walk(this.folder.resolve("data"))) {
			for (var file : made.toList()) {
				found.put(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return found;
	}

}
