package org.signpost.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Problem;
import org.signpost.language.Sentences;
import org.signpost.testing.ScriptedServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator reads of a source that is set aside. */
@SpringBootTest(classes = { ScriptedServer.class, KnowledgeBaseHealthTests.Faulty.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "signpost.data=target/test-data/${random.uuid}")
class KnowledgeBaseHealthTests {

	@TempDir
	private static Path folder;

	@LocalServerPort
	private int port;

	/** The second is that the file is left out until then. */
	@Test
	void namesTheFirstMistakeAndHowManyThereAreAndStaysUp() throws Exception {
		try (var http = HttpClient.newHttpClient()) {
			var address = URI.create("http://localhost:" + this.port + "/actuator/health");
			var health = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
			assertThat(health.statusCode()).isEqualTo(200);
			var part = JsonMapper.shared().readTree(health.body()).at("/components/knowledgeBase");
			assertThat(part.get("status").asString()).isEqualTo("UP");
			assertThat(part.get("description").asString())
				.isEqualTo("To mend in the knowledge base: 2, the first: guidance/faulty.md:2: \"title\" is missing");
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Faulty {

		@Bean
		@Primary
		CurrentKnowledgeBase withAFaultySource() throws IOException {
			var guidance = Files.createDirectories(folder.resolve("guidance"));
			Files.writeString(guidance.resolve("lock.md"),
					"---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
			Files.writeString(guidance.resolve("faulty.md"), "---\npublisher: Locks\n---\nLock visits are free.\n");
			var reading = new KnowledgeBaseReader(new Sentences()).read(folder);
			return new CurrentKnowledgeBase() {

				@Override
				public KnowledgeBase get() {
					return reading.knowledgeBase();
				}

				@Override
				public List<Problem> problems() {
					return reading.problems();
				}

			};
		}

	}

}
