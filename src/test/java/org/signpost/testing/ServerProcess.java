package org.signpost.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A {@link ScriptedServer} in a process of its own, to be killed. Runs on the tests'
 * class path and on a port of its own choice; its output is kept beside its data.
 */
public final class ServerProcess implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Ready: http://localhost:(\\d+)");

	private static final Duration START = Duration.ofMinutes(3);

	private final Process process;

	private final Path output;

	private final int port;

	private ServerProcess(Process process, Path output, int port) {
		this.process = process;
		this.output = output;
		this.port = port;
	}

	/** Starts one and waits until it answers. */
	public static ServerProcess start(Path folder, String... settings) {
		return start(folder, List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), settings);
	}

	/** Starts one with options for its JVM and waits until it answers. */
	public static ServerProcess start(Path folder, List<String> options, String... settings) {
		try {
			Files.createDirectories(folder);
			var output = Files.createTempFile(folder, "server", ".log");
			var command = new ArrayList<String>();
			command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			command.addAll(options);
			command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp",
					System.getProperty("java.class.path"), ScriptedServer.class.getName(), "--server.port=0",
					"--signpost.data=" + folder, "--springdoc.api-docs.enabled=false"));
			command.addAll(List.of(settings));
			var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
			return new ServerProcess(process, output, awaitPort(process, output));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int awaitPort(Process process, Path output) throws IOException {
		var deadline = System.nanoTime() + START.toNanos();
		while (System.nanoTime() < deadline && process.isAlive()) {
			var matcher = PORT.matcher(Files.readString(output));
			if (matcher.find()) {
				return Integer.parseInt(matcher.group(1));
			}
			pause();
		}
		process.destroyForcibly();
		throw new AssertionError("The server did not start:\n" + Files.readString(output));
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	public int port() {
		return this.port;
	}

	public long pid() {
		return this.process.pid();
	}

	/** What it has written to its log. */
	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it with SIGKILL. */
	public void kill() {
		this.process.destroyForcibly();
		await(Duration.ofMinutes(1));
	}

	/**
	 * Ends it with SIGTERM, and fails when that has not ended it after half a minute.
	 * @return how long that took
	 */
	public Duration stop() {
		var begun = System.nanoTime();
		this.process.destroy();
		await(Duration.ofSeconds(30));
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private void await(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new AssertionError("The server did not end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			kill();
		}
	}

}
