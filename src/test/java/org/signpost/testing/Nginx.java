package org.signpost.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * A real nginx, where one is to be had: the one that is installed, or else Debian's
 * package unpacked into {@code target/}.
 */
public final class Nginx implements AutoCloseable {

	private static final Path FOLDER = Path.of("target", "nginx").toAbsolutePath();

	private final Process process;

	private final ProxyExample example;

	private Nginx(Process process, ProxyExample example) {
		this.process = process;
		this.example = example;
	}

	/** Where it is, or nothing on a machine without one and without Debian's packages. */
	public static Optional<Path> find() {
		var folders = Stream.concat(
				Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)),
				Stream.of("/usr/sbin"));
		return folders.map((folder) -> Path.of(folder, "nginx"))
			.filter(Files::isExecutable)
			.findFirst()
			.or(Nginx::unpack);
	}

	private static Optional<Path> unpack() {
		var unpacked = FOLDER.resolve("usr/sbin/nginx");
		try {
			Files.createDirectories(FOLDER);
			if (!Files.exists(unpacked)) {
				run("apt-get", "download", "nginx");
				run("sh", "-c", "dpkg -x nginx_*.deb .");
			}
			run(unpacked.toString(), "-v");
			return Optional.of(unpacked);
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** Runs a command in the folder. */
	private static void run(String... command) throws IOException {
		var process = new ProcessBuilder(command).directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(FOLDER.resolve("commands.log").toFile())
			.start();
		try {
			if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IOException(String.join(" ", command) + " failed");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** Starts one and waits until it listens. */
	public static Nginx start(Path executable, ProxyExample example) throws IOException {
		Files.createDirectories(FOLDER);
		var configuration = Files.writeString(FOLDER.resolve("nginx-" + example.port() + ".conf"), """
				daemon off;
				worker_processes 1;
				pid nginx-%1$d.pid;
				error_log error.log;
				events {}
				http {
					access_log off;
					client_body_temp_path body;
					proxy_temp_path proxy;
					fastcgi_temp_path fastcgi;
					uwsgi_temp_path uwsgi;
					scgi_temp_path scgi;
					%2$s
				}
				""".formatted(example.port(), example.text()));
		var output = FOLDER.resolve("output.log");
		var process = new ProcessBuilder(executable.toString(), "-p", FOLDER + "/", "-c", configuration.toString())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		await("nginx listens").until(() -> listens(process, example.port()));
		return new Nginx(process, example);
	}

	private static boolean listens(Process process, int port) {
		if (!process.isAlive()) {
			throw new IllegalStateException(
					"nginx ended with " + process.exitValue() + ", see target/nginx/output.log");
		}
		try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return probe.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Where a browser finds it. */
	public String address() {
		return this.example.address();
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
