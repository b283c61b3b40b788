package org.signpost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.knowledge.KnowledgeBase;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * {@code rehearse FILE}: a whole life of a server in a temporary data folder, for the JVM
 * to record in its ahead-of-time cache what it loads and compiles (JEP 483, 514, 515). It
 * starts, is asked what the knowledge base gives as questions to begin with, shows its
 * pages and stops. The file then names the JVM, as the cache is of use to no other.
 */
final class Rehearsal {

	private static final List<String> PAGES = List.of("/", "/ask", "/widget.js", "/actuator/health/readiness",
			"/api/sources");

	/** As often as it takes the JVM to find out what is worth compiling. */
	private static final int ROUNDS = 3;

	private Rehearsal() {
	}

	static void run(Path file) throws IOException, InterruptedException {
		var data = Files.createTempDirectory("signpost-rehearsal");
		try {
			rehearse(data);
		}
		finally {
			FileSystemUtils.deleteRecursively(data);
		}
		Files.writeString(file, System.getProperty("java.runtime.version") + "\n");
	}

	private static void rehearse(Path data) throws IOException, InterruptedException {
		var application = new SpringApplication(Signpost.class);
		try (var context = application.run("--server.port=0", "--signpost.data=" + data);
				var client = HttpClient.newHttpClient()) {
			var address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
			var knowledgeBase = context.getBean(CurrentKnowledgeBase.class);
			knowledgeBase.ready().toCompletableFuture().get();
			for (var page : PAGES) {
				client.send(HttpRequest.newBuilder(URI.create(address + page)).build(),
						HttpResponse.BodyHandlers.discarding());
			}
			for (int round = 0; round < ROUNDS; round++) {
				for (var question : questions(knowledgeBase.get())) {
					var body = JsonMapper.shared().writeValueAsString(Map.of("question", question));
					client.send(HttpRequest.newBuilder(URI.create(address + "/api/answers"))
						.header("Content-Type", "application/json")
						.POST(HttpRequest.BodyPublishers.ofString(body))
						.build(), HttpResponse.BodyHandlers.discarding());
				}
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The knowledge base could not be loaded", ex.getCause());
		}
	}

	private static List<String> questions(KnowledgeBase knowledgeBase) {
		return knowledgeBase.scope().starters();
	}

}
