package org.signpost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command of the README, in its order, in a copy of the project as one has it after
 * cloning it. Left out is {@code mvn verify}, with and without a profile, which is what
 * runs this test; the copy has no tests, which only that needs. A server goes on until
 * the next is started, as it would for a reader; it listens on a port that is free here,
 * since 8080 may not be.
 */
@DisabledOnOs(OS.WINDOWS)
class ReadmeCommandsIT {

	/** A command, and after two spaces what it does. */
	private static final Pattern COMMAND = Pattern.compile("^ {4}((?:mvn|java|curl|\\./signpost)\\b.*?)(?: {2,}.*)?$");

	private static final Duration PATIENCE = Duration.ofMinutes(8);

	private static final List<String> COPIED = List.of("pom.xml", "README.md", "signpost", "knowledge-base", "src/main",
			"src/test/resources", "web-widget");

	private final Path project = Path.of("target/readme/signpost").toAbsolutePath();

	private @Nullable Process server;

	@AfterEach
	void stop() throws InterruptedException {
		if (this.server != null) {
			this.server.descendants().forEach(ProcessHandle::destroy);
			this.server.destroy();
			this.server.waitFor(30, TimeUnit.SECONDS);
		}
	}

	@Test
	void everyCommandWorksInItsOrder() throws Exception {
		var commands = Files.readAllLines(Path.of("README.md"))
			.stream()
			.map(COMMAND::matcher)
			.filter((line) -> line.matches())
			.map((line) -> line.group(1).strip())
			.toList();
		assertThat(commands).startsWith("mvn spring-boot:run", "mvn verify")
			.anyMatch((command) -> command.startsWith("curl "))
			.anyMatch((command) -> command.startsWith("./signpost evaluate "));
		copyProject();
		int port = freePort();
		for (var command : commands) {
			if (command.matches("mvn verify.*")) {
				continue;
			}
			if (command.matches("mvn spring-boot:run|\\./signpost( --.*)?")) {
				stop();
				serve(command, port);
			}
			else {
				var log = run(command.replace("localhost:8080", "localhost:" + port));
				assertThat(this.server != null && this.server.isAlive() && command.startsWith("curl")).as(command)
					.isEqualTo(command.startsWith("curl"));
				assertThat(log).as(command).isNotBlank();
			}
		}
	}

	private void serve(String command, int port) throws IOException {
		var log = Files.createTempFile(this.project.getParent(), "server", ".log");
		var builder = new ProcessBuilder("bash", "-c", "exec " + command).directory(this.project.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().put("SERVER_PORT", String.valueOf(port));
		var started = builder.start();
		this.server = started;
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> !started.isAlive() || Files.readString(log).contains("Ready: http://localhost:" + port));
		assertThat(started.isAlive()).as(() -> command + ":\n" + text(log)).isTrue();
	}

	private String run(String command) throws Exception {
		var log = Files.createTempFile(this.project.getParent(), "command", ".log");
		var process = new ProcessBuilder("bash", "-c", command).directory(this.project.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(command).isTrue();
		assertThat(process.exitValue()).as(() -> command + ":\n" + text(log)).isZero();
		return text(log);
	}

	private void copyProject() throws IOException {
		if (Files.exists(this.project)) {
			for (var file : filesUnder(this.project).reversed()) {
				Files.delete(file);
			}
		}
		var files = new ArrayList<Path>();
		for (var name : COPIED) {
			files.addAll(filesUnder(Path.of(name)));
		}
		for (var file : files) {
			var copy = this.project.resolve(file.toString());
			if (Files.isDirectory(file)) {
				Files.createDirectories(copy);
			}
			else if (!file.toString().contains("node_modules")) {
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	private static List<Path> filesUnder(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			return files.sorted().toList();
		}
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
