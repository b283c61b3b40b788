package org.signpost.web.adviser;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.answering.Publication;
import org.signpost.knowledge.Problem;
import org.signpost.knowledge.Problem.Severity;
import org.signpost.testing.ServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signpost.web.adviser.AdviserClient.json;

/** How old the sources are and what became of the last change. */
@ServerTest
class GuidanceControllerTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	@LocalServerPort
	private int port;

	private AdviserClient client;

	@BeforeEach
	void prepare() {
		this.client = new AdviserClient(this.port);
	}

	@Test
	void tellsTheAgeOfASourceAndWhatRestsOnIt() {
		var source = json(this.client.get("/api/sources", 200)).get(0);
		assertThat(source.get("id").asString()).isEqualTo("source-1");
		assertThat(source.get("ageDays").asInt()).isGreaterThan(900);
		assertThat(source.get("stale").asBoolean()).isTrue();
		assertThat(source.get("answers").toString()).isEqualTo("[\"sen-allowance\"]");
	}

	@Test
	void givesTheOldestFirstPageByPage() {
		var first = this.client.get("/api/sources?order=stale&limit=1", 200);
		assertThat(json(first).get(0).get("id").asString()).isEqualTo("source-1");
		var next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
		assertThat(next).contains("order=stale");
		var second = this.client.get("/api/sources" + next, 200);
		assertThat(json(second).get(0).get("id").asString()).isEqualTo("source-2");
		assertThat(second.headers().firstValue("Link")).isEmpty();
		var problem = json(this.client.get("/api/sources?order=age", 400));
		assertThat(problem.get("field").asString()).isEqualTo("order");
		assertThat(problem.get("detail").asString()).isEqualTo("The parameter \"order\" is one of id, stale.");
		assertThat(problem.get("allowed").toString()).isEqualTo("[\"id\",\"stale\"]");
		assertThat(json(this.client.get("/api/sources?order=stale&after=x", 400)).get("field").asString())
			.isEqualTo("after");
	}

	@Test
	void countsWhatIsAnsweredFrom() {
		var publication = json(this.client.get("/api/publication", 200));
		assertThat(publication.get("statements").asInt()).isEqualTo(3);
		assertThat(publication.get("sources").asInt()).isEqualTo(2);
		assertThat(publication.get("answers").asInt()).isEqualTo(2);
		assertThat(publication.get("problems")).isEmpty();
	}

	@Test
	void saysWhatIsSetAsideAndWhyFileByFile() {
		var title = new Problem("guidance/pay.md", 2, Severity.ERROR, "\"title\" is missing");
		var todo = new Problem("guidance/pay.md", 9, Severity.WARNING, "a TODO is left");
		var used = new Problem("guidance/pay.md", 1, Severity.WARNING, "the file is used as it was before");
		var stale = new Problem("answers/winter.md", 8, Severity.WARNING, "no statement of pay gives £385");
		var aside = new Problem("answers/winter.md", 6, Severity.WARNING, "this is set aside");
		var view = PublicationView.of(
				new Publication(NOW, NOW, false, List.of(title, todo, used, stale, aside), List.of(used, aside)), null,
				0, null);
		assertThat(view.setAside()).containsExactly(
				new PublicationView.SetAside(null, "pay", null, "line 2: \"title\" is missing"),
				new PublicationView.SetAside("winter", null, null,
						"line 8: no statement of pay gives £385; line 6: this is set aside"));
		assertThat(view.problems().getFirst().place()).isEqualTo("guidance/pay.md:2");
		assertThat(view.problems().getFirst().severity()).isEqualTo("error");
	}

}
