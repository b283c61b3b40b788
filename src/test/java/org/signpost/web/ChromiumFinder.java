package org.signpost.web;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium or Chrome for the browser tests, or fetches one into {@code target/}.
 */
final class ChromiumFinder {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

	private static final String PACKAGE = "@sparticuz/chromium@153.0.0";

	private static final Path FOLDER = Path.of("target", "chromium");

	private ChromiumFinder() {
	}

	static Path find() {
		var named = Optional.ofNullable(System.getenv("CHROME_BIN")).filter((path) -> !path.isBlank()).map(Path::of);
		return named.or(ChromiumFinder::onPath).filter(Files::isExecutable).orElseGet(ChromiumFinder::fetch);
	}

	private static Optional<Path> onPath() {
		var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
		return NAMES.stream()
			.flatMap((name) -> Stream.of(folders).map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Path fetch() {
		try {
			Files.createDirectories(FOLDER);
			if (!Files.exists(FOLDER.resolve("node_modules/@sparticuz/chromium/package.json"))) {
				run("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", PACKAGE);
			}
			return Path.of(run("node", "--input-type=module", "--eval",
					"import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath())"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"""
							No Chromium or Chrome was found for the browser tests. Looked at $CHROME_BIN and on the PATH for %s, \
							then tried to fetch %s with npm: %s
							Debian and Ubuntu: apt-get install chromium
							Or run without them: mvn verify -DskipBrowserTests"""
						.formatted(NAMES, PACKAGE, ex.getMessage()),
					ex);
		}
	}

	/** Runs a command in the folder and gives the last line it printed. */
	private static String run(String... command) throws IOException {
		var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
		// the package unpacks the browser into the folder for temporary files
		builder.environment().put("TMPDIR", FOLDER.toAbsolutePath().toString());
		var process = builder.start();
		try (var reader = process.inputReader()) {
			var lines = reader.lines().toList();
			if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IOException(String.join(" ", command) + " failed: " + String.join("\n", lines));
			}
			return lines.isEmpty() ? "" : lines.getLast();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

}
