package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.Signpost;
import org.signpost.answering.CurrentKnowledgeBase;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The first true path: real questions, the engine's own answers, in the browser. */
@BrowserTest
@SpringBootTest(classes = Signpost.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/widget-with-engine", "signpost.limits.asks-per-minute=1000",
				"signpost.limits.asks-per-day=1000" })
class WidgetWithEngineIT {

	private static final List<String> QUESTIONS = List.of("How do I become a SENCO?", "Do I need NASENCO?",
			"What is the SEN allowance?", "What's the SEN allowance in Northern Ireland?", "and in Scotland?",
			"How long does the NPQ for SENCOs take?", "What does an ALNCo do?", "What does an ALNCo earn?",
			"How do I become a teacher in Wales?", "Do I need a degree to be a teaching assistant?",
			"What does a teaching assistant do?", "What qualifications does a special school teacher need?",
			"Who employs SENCOs?", "What hours does a SENCO work?", "Can a teaching assistant become a teacher?",
			"What does an educational psychologist do?", "What does a SENCO earn in France?",
			"What is the weather like today?", "hello", "I would like to talk to a person");

	@LocalServerPort
	private int port;

	@Autowired
	private CurrentKnowledgeBase knowledgeBase;

	@BeforeEach
	void waitForTheKnowledgeBase() {
		await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> this.knowledgeBase.get() != null);
	}

	@Test
	void answersTheQuestionsVisitorsAsk(BrowserTab tab) {
		tab.page().navigate("http://localhost:" + this.port + "/");
		tab.open();
		tab.ask("do I need NASENCO?");
		assertThat(tab.answer()).containsText("NPQ for SENCOs");
		assertThat(tab.answer()).containsText("1 September 2024");
		assertThat(tab.nation("England")).isVisible();
		assertThat(tab.sources()).isVisible();
		picture(tab, "engine-1-nasenco");
		tab.ask("what's the SEN allowance in Northern Ireland?");
		assertThat(tab.answer()).containsText("£2,240 to £4,424");
		assertThat(tab.answer()).containsText("2020");
		assertThat(tab.nation("Northern Ireland")).isVisible();
		picture(tab, "engine-2-allowance");
		tab.ask("and in Scotland?");
		assertThat(tab.answer()).containsText("Scotland");
		assertThat(tab.answer()).containsText("SEN allowance");
		assertThat(tab.answer()).not().containsText("£2,240");
		assertThat(tab.nation("Scotland")).isVisible();
		picture(tab, "engine-3-scotland");
		assertThat(tab.complaints()).isEmpty();
	}

	/**
	 * Our page, the widget's own starters and its examples promise what the guidance
	 * answers.
	 */
	@Test
	void answersEveryExampleQuestion(BrowserTab tab) throws IOException {
		var page = Files.readString(Path.of("src/main/resources/static/index.html"));
		var widget = Files.readString(Path.of("web-widget/src/strings/en.json"))
				+ Files.readString(Path.of("web-widget/src/strings/cy.json"))
				+ Files.readString(Path.of("web-widget/README.md"));
		var examples = Stream
			.concat(Pattern.compile("value=\"([^\"]+)\"").matcher(page).results().map((hit) -> hit.group(1)),
					Pattern.compile("questions(?:\": |=)\"([^\"]+)\"")
						.matcher(widget + page)
						.results()
						.flatMap((hit) -> Stream.of(hit.group(1).split("\\|"))))
			.distinct()
			.toList();
		assertThat(examples).hasSizeGreaterThan(10);
		for (var question : examples) {
			var answer = tab.context()
				.request()
				.post("http://localhost:" + this.port + "/api/answers",
						RequestOptions.create().setData(Map.of("question", question)))
				.text();
			var expected = question.contains("France") ? "NOT_COVERED" : "ANSWERED";
			assertThat(JsonMapper.shared().readTree(answer).at("/outcome").asString()).as(question).isEqualTo(expected);
		}
	}

	@Test
	void greetsAndAnswersASuggestionThatIsPressed(BrowserTab tab) {
		tab.page().navigate("http://localhost:" + this.port + "/");
		tab.open();
		tab.ask("hello");
		assertThat(tab.answer()).isVisible();
		assertThat(tab.text("Was this helpful?")).hasCount(0);
		var suggestion = tab.page()
			.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("You could ask next"));
		var words = suggestion.getByRole(AriaRole.BUTTON).first().textContent();
		suggestion.getByRole(AriaRole.BUTTON).first().click();
		assertThat(tab.heading(words)).isVisible();
		assertThat(tab.sources()).isVisible();
	}

	@Test
	void measuresTheTimeToTheFirstSentence(BrowserTab tab) throws IOException {
		tab.page().navigate("http://localhost:" + this.port + "/");
		tab.open();
		tab.ask("what does a SENCO do?");
		assertThat(tab.text("Was this helpful?")).isVisible();
		var times = ((List<?>) tab.page()
			.evaluate(
					"""
							async (questions) => {
								const root = document.querySelector('signpost-chat').shadowRoot;
								const until = (done) => new Promise((resolve) => {
									const look = () => done() && (observer.disconnect(), resolve());
									const observer = new MutationObserver(look);
									observer.observe(root, { childList: true, subtree: true });
									look();
								});
								const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
								const times = [];
								for (const question of questions) {
									const n = root.querySelectorAll('.body > :first-child').length;
									root.querySelector('#question').value = question;
									const sent = performance.now();
									root.querySelector('.entry button').click();
									await until(() => root.querySelectorAll('.body > :first-child').length > n);
									await painted();
									times.push(performance.now() - sent);
									await until(() => !root.querySelector('.progress button'));
								}
								return times;
							}""",
					QUESTIONS))
			.stream()
			.map((time) -> ((Number) time).doubleValue())
			.sorted()
			.toList();
		assertThat(times).hasSize(QUESTIONS.size());
		var report = "First sentence painted after Send, %d questions: median %.0f ms, slowest %.0f ms%n"
			.formatted(times.size(), times.get(times.size() / 2), times.getLast());
		System.out.print(report);
		Files.writeString(Path.of("target", "first-sentence.txt"), report);
	}

	private static void picture(BrowserTab tab, String name) {
		tab.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
	}

}
