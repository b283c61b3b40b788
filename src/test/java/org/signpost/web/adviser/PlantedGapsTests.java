package org.signpost.web.adviser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.answering.CurrentEmbedding;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.Ending;
import org.signpost.conversation.NewConversation;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Starting;
import org.signpost.conversation.Turn;
import org.signpost.conversation.Turns;
import org.signpost.testing.Engines;
import org.signpost.testing.ScriptedServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A planted log of 300 questions on 25 careers that nothing is known of, from
 * {@code gaps/asked-in-vain.txt}: its subjects stand in the order of what they weigh, and
 * so must the gaps. The model has not seen them, nor were they used to choose anything.
 */
@SpringBootTest(classes = { ScriptedServer.class, PlantedGapsTests.Planted.class },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}", "signpost.retention=365d" })
class PlantedGapsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private static final AtomicReference<Instant> time = new AtomicReference<>(NOW);

	/** Between two questions on one subject. */
	private static final Duration PAUSE = Duration.ofHours(6);

	@LocalServerPort
	private int port;

	@Autowired
	private Conversations conversations;

	@Autowired
	private Turns turns;

	private final List<String> subjects = new ArrayList<>();

	private final Map<String, String> subjectOf = new HashMap<>();

	@BeforeEach
	void plant() throws IOException {
		var planted = new ArrayList<Asked>();
		var newest = NOW;
		var number = 0;
		for (var line : Files.readAllLines(Path.of("src/test/resources/gaps/asked-in-vain.txt"))) {
			if (line.startsWith("# ")) {
				this.subjects.add(line.substring(2, line.indexOf(',')));
				newest = NOW.minus(Duration.ofDays(Integer.parseInt(line.replaceAll("\\D+", ""))));
				number = 0;
			}
			else {
				this.subjectOf.put(line, this.subjects.getLast());
				planted.add(new Asked(line, newest.minus(PAUSE.multipliedBy(number++)).minusSeconds(1)));
			}
		}
		assertThat(planted).hasSize(300);
		if (gaps("").isEmpty()) {
			Collections.shuffle(planted, new Random(29));
			planted.forEach(this::ask);
			time.set(NOW);
		}
	}

	@Test
	void givesThePlantedGapsInThePlantedOrder() {
		var gaps = gaps("?limit=1000");
		assertThat(gaps.stream().mapToInt((gap) -> gap.get("count").asInt()).sum()).isEqualTo(300);
		var met = new ArrayList<String>();
		var strays = 0;
		for (var gap : gaps) {
			var subject = subjectOf(gap).filter((each) -> !met.contains(each));
			subject.ifPresent(met::add);
			strays += subject.isEmpty() ? gap.get("count").asInt() : 0;
		}
		System.out.printf("Planted gaps: %d groups, %d of 300 questions apart from their subject's first%n",
				gaps.size(), strays);
		assertThat(met).isEqualTo(this.subjects);
		assertThat(strays).isLessThan(45);
	}

	@Test
	void tellsOfAGapWhatIsKnownOfIt() {
		var gap = gaps("").getFirst();
		assertThat(this.subjectOf.get(gap.get("question").asString())).isEqualTo("train-driver-pay");
		assertThat(gap.get("conversations").asInt()).isEqualTo(gap.get("count").asInt()).isBetween(19, 22);
		assertThat(gap.get("last").asString()).isEqualTo("2026-11-21T11:59:59Z");
		assertThat(gap.get("days").valueStream().mapToInt((day) -> day.get("count").asInt()).max()).hasValue(4);
		assertThat(gap.get("questions").size()).isEqualTo(10);
		assertThat(gap.at("/answer/text").asString().lines().filter((line) -> line.startsWith("  - "))).hasSize(15);
	}

	@Test
	void looksOnlyAtTheTimeAskedFor() {
		assertThat(gaps("?from=2026-10-01&limit=1000").stream().flatMap((gap) -> subjectOf(gap).stream()))
			.contains("train-driver-pay", "lighthouse")
			.doesNotContain("judge", "florist");
		assertThat(gaps("?before=2026-08-30&limit=1000").stream().flatMap((gap) -> subjectOf(gap).stream()))
			.contains("forensic")
			.doesNotContain("train-driver-pay");
	}

	/** The subject of more than half of the questions that are told, if there is one. */
	private Optional<String> subjectOf(JsonNode gap) {
		var counts = new HashMap<String, Integer>();
		gap.get("questions")
			.forEach((each) -> counts.merge(this.subjectOf.get(each.get("question").asString()), 1, Integer::sum));
		return counts.entrySet()
			.stream()
			.filter((count) -> count.getValue() > gap.get("questions").size() / 2)
			.map(Map.Entry::getKey)
			.findFirst();
	}

	private void ask(Asked asked) {
		time.set(asked.at());
		var begun = NewConversation.create();
		this.conversations.begin(begun);
		var conversation = begun.id();
		var started = (Starting.Started) this.turns.start(conversation, UUID.randomUUID(), asked.question());
		var memory = new Turn(asked.question(), asked.question(), Outcome.NOT_COVERED, null, false, null, List.of(), "",
				List.of(), null);
		this.turns.finish(conversation, started.turn(),
				new Ending(List.of(new Ended(started.turn(), started.answer(), Outcome.NOT_COVERED, null, Why.DONE)),
						null, 0, memory));
	}

	private List<JsonNode> gaps(String query) {
		try (var client = HttpClient.newHttpClient()) {
			var request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api/gaps" + query));
			var response = client.send(request.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			return JsonMapper.shared().readTree(response.body()).valueStream().toList();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Asked(String question, Instant at) {
	}

	/** A clock to set and the model that ships. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Planted {

		@Bean
		Clock clock() {
			return new Clock() {

				@Override
				public ZoneId getZone() {
					return ZoneId.of("Europe/London");
				}

				@Override
				public Clock withZone(ZoneId zone) {
					return Clock.fixed(instant(), zone);
				}

				@Override
				public Instant instant() {
					return time.get();
				}

			};
		}

		@Bean
		@Primary
		CurrentEmbedding shippedEmbedding() {
			return () -> Engines.tools().embedding();
		}

	}

}
