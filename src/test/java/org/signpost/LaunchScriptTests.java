package org.signpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code ./signpost} chooses, with JDKs that are scripts: each prints its options.
 */
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTests {

	@TempDir
	Path folder;

	private Path jdks;

	@BeforeEach
	void copyTheScript() throws IOException {
		this.jdks = Files.createDirectories(this.folder.resolve("jdks"));
		var script = Files.readString(Path.of("signpost"));
		assertThat(script).contains("/usr/lib/jvm/*", "command -v java");
		executable(this.folder.resolve("signpost"),
				script.replace("/usr/lib/jvm/*", this.jdks + "/*").replace("command -v java", "false"));
	}

	@Test
	void saysHowToBuildWhatIsMissing() throws Exception {
		var run = run();
		assertThat(run.status).isEqualTo(2);
		assertThat(run.lines).hasSize(1);
		assertThat(run.lines.getFirst()).startsWith("signpost: ").endsWith("build it with: mvn package -DskipTests");
	}

	@Test
	void saysThatJavaIsTooOld() throws Exception {
		build();
		jdk("17.0.15+6");
		var run = run("--help");
		assertThat(run.status).isEqualTo(2);
		assertThat(run.lines).containsExactly(
				"signpost: no JDK of 21 or newer was found (the newest is 17); install one, or set JAVA_HOME to it");
	}

	@Test
	void takesTheNewestJdkAndWhatItFoundOutBefore() throws Exception {
		build();
		jdk("21.0.1+1");
		jdk("25.0.3+9-LTS");
		var first = run("--server.port=0").lines.getLast();
		assertThat(first).startsWith("25.0.3+9-LTS ")
			.contains("jvm.options", "-XX:AOTCacheOutput=")
			.endsWith("app/signpost.jar --server.port=0");
		Files.createFile(this.folder.resolve("target/app/signpost.aot"));
		assertThat(run("--server.port=0").lines.getLast()).contains("-XX:AOTCache=");
		assertThat(run("check", "a folder").lines.getLast()).contains("-XX:AOTCache=").endsWith(" check a folder");
		// that of another JDK is of no use
		jdk("26+1");
		assertThat(run().lines.getLast()).startsWith("26+1 ").contains("-XX:AOTCacheOutput=");
	}

	@Test
	void aCommandOrAnOlderJdkRecordsNothing() throws Exception {
		build();
		jdk("25.0.3+9-LTS");
		assertThat(run("check").lines.getLast()).doesNotContain("AOT");
		assertThat(run("--help").lines.getLast()).doesNotContain("AOT");
		Files.delete(this.jdks.resolve("25.0.3+9-LTS/release"));
		Files.delete(this.jdks.resolve("25.0.3+9-LTS/bin/java"));
		jdk("21.0.1+1");
		assertThat(run().lines.getLast()).startsWith("21.0.1+1 ").doesNotContain("AOT");
	}

	private void build() throws IOException {
		Files.createDirectories(this.folder.resolve("target/app"));
		Files.createFile(this.folder.resolve("target/signpost.jar"));
		Files.createFile(this.folder.resolve("target/app/signpost.jar"));
	}

	private void jdk(String version) throws IOException {
		var home = this.jdks.resolve(version);
		Files.createDirectories(home.resolve("bin"));
		Files.writeString(home.resolve("release"), "JAVA_RUNTIME_VERSION=\"" + version + "\"\n");
		executable(home.resolve("bin/java"), "#!/bin/sh\necho " + version + " \"$@\"\n");
	}

	private static void executable(Path file, String script) throws IOException {
		Files.writeString(file, script);
		assertThat(file.toFile().setExecutable(true)).isTrue();
	}

	private Run run(String... arguments) throws Exception {
		var command = new java.util.ArrayList<>(List.of(this.folder.resolve("signpost").toString()));
		command.addAll(List.of(arguments));
		var builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().remove("JAVA_HOME");
		builder.environment().put("HOME", this.folder.toString());
		var process = builder.start();
		var lines = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return new Run(process.exitValue(), lines);
	}

	/**
	 * What came of a run.
	 *
	 * @param status its exit status
	 * @param lines what it printed
	 */
	private record Run(int status, List<String> lines) {

	}

}
