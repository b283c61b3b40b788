package org.signpost.conversation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signpost.testing.ScriptedServer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator learns of a damaged database, by the log and by health. */
@ExtendWith(OutputCaptureExtension.class)
class DamagedDatabaseTests {

	@TempDir
	private Path data;

	@ParameterizedTest
	@EnumSource
	void isSetAsideInOneLineAndNamedByHealth(EmbeddedConversationsTests.Damage damage, CapturedOutput output)
			throws Exception {
		EmbeddedConversationsTests.fill(this.data);
		damage.inflict(this.data.resolve("conversations.db"));
		try (var server = new SpringApplicationBuilder(ScriptedServer.class).run("--server.port=0",
				"--signpost.data=" + this.data); var http = HttpClient.newHttpClient()) {
			var aside = server.getBean(DamagedFiles.class).find();
			assertThat(aside).hasSize(1);
			assertThat(output.getOut().lines().filter((line) -> line.contains("WARN") || line.contains("ERROR")))
				.singleElement()
				.asString()
				.contains("ERROR", "The file of the conversations is damaged; it was renamed to " + aside.getFirst());
			assertThat(output.getErr()).doesNotContain("Exception");
			var address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
			var health = http.send(HttpRequest.newBuilder(URI.create(address + "/actuator/health")).build(),
					BodyHandlers.ofString());
			assertThat(health.statusCode()).isEqualTo(200);
			assertThat(health.body()).contains("\"UP\"",
					"Begun anew, damaged and set aside: [" + aside.getFirst().getFileName() + "]");
		}
	}

}
