package org.signpost.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.ConversationList.Position;
import org.signpost.conversation.RatedAnswers.RatedAnswer;
import org.signpost.conversation.Ratings.Rating;
import org.signpost.knowledge.Nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What every database has to do for what advisers look at beside single conversations.
 */
abstract class WorkbenchContract {

	private StorageFixture storage;

	private UnmetQuestions unmet;

	private Figures figures;

	abstract StorageFixture open() throws Exception;

	@BeforeEach
	void begin() throws Exception {
		this.storage = open();
		this.storage.jdbc.update("delete from conversation");
		this.storage.jdbc.update("delete from audit");
		this.unmet = new UnmetQuestions(this.storage.storage, this.storage.jdbc, this.storage.log);
		this.figures = new Figures(this.storage.storage, this.storage.jdbc);
	}

	@AfterEach
	void close() throws Exception {
		this.storage.close();
	}

	@Test
	void findsWhatWasAskedInVainNewestFirst() {
		ask(begun(), "answered", Outcome.ANSWERED, null, 3);
		ask(begun(), "thanks", Outcome.SMALL_TALK, null, null);
		var first = begun();
		ask(first, "not covered", Outcome.NOT_COVERED, null, null);
		later(Duration.ofMinutes(1));
		ask(begun(), "out of scope", Outcome.OUT_OF_SCOPE, null, 5);
		later(Duration.ofMinutes(1));
		ask(begun(), "answered badly", Outcome.ANSWERED, null, 2);
		later(Duration.ofMinutes(1));
		ask(first, "stopped", null, null, null);
		assertThat(words()).containsExactly("answered badly", "out of scope", "not covered");
		var found = this.unmet.find(null, null, 10).getLast();
		assertThat(found.conversation()).isEqualTo(first);
		assertThat(found.turn()).isEqualTo(1);
		assertThat(found.resolved()).isEqualTo("before | not covered");
		assertThat(found.outcome()).isEqualTo(Outcome.NOT_COVERED);
		assertThat(found.stars()).isNull();
		assertThat(this.unmet.find(null, null, 10).getFirst().stars()).isEqualTo(2);
		assertThat(this.unmet.find(null, null, 1)).hasSize(1);
	}

	@Test
	void whatAdvisersTryIsNothingThatVisitorsAsked() {
		var tried = UUID.randomUUID();
		this.storage.conversations.beginForAdviser(tried);
		ask(tried, "tried", Outcome.NOT_COVERED, Nation.WALES, 1);
		assertThat(words()).isEmpty();
		var day = LocalDate.ofInstant(this.storage.now.get(), Figures.ZONE);
		assertThat(this.figures.find(day, day.plusDays(1)).values()).extracting(DayFigures::questions)
			.containsExactly(0);
		ask(begun(), "asked", Outcome.NOT_COVERED, Nation.WALES, 1);
		assertThat(words()).containsExactly("asked");
		assertThat(this.figures.find(day, day.plusDays(1)).values()).extracting(DayFigures::questions)
			.containsExactly(1);
	}

	@Test
	void tellsWhatRatedAnswersRestOnNewestFirst() {
		ask(begun(), "unrated", Outcome.ANSWERED, null, null);
		ask(begun(), "first", Outcome.ANSWERED, null, 2);
		later(Duration.ofMinutes(1));
		ask(begun(), "second", Outcome.ANSWERED, null, 5);
		var tried = UUID.randomUUID();
		this.storage.conversations.beginForAdviser(tried);
		ask(tried, "tried", Outcome.ANSWERED, null, 1);
		var rated = new RatedAnswers(this.storage.storage, this.storage.jdbc, this.storage.log);
		assertThat(rated.newest(10)).containsExactly(new RatedAnswer(5, List.of("lock#1", "pay#2")),
				new RatedAnswer(2, List.of("lock#1", "pay#2")));
		assertThat(rated.newest(1)).hasSize(1);
	}

	@Test
	void findsWhatWeAskedBackOnceNobodyReplies() {
		var silent = begun();
		var replied = begun();
		ask(silent, "which one", Outcome.CLARIFY, null, null);
		ask(replied, "this one", Outcome.CLARIFY, null, null);
		assertThat(words()).isEmpty();
		later(Duration.ofMinutes(9));
		ask(replied, "the second", Outcome.ANSWERED, null, null);
		assertThat(words()).isEmpty();
		later(Duration.ofMinutes(2));
		assertThat(words()).containsExactly("which one");
	}

	@Test
	void findsWhatWasAskedInATime() {
		var start = this.storage.now.get();
		ask(begun(), "early", Outcome.NOT_COVERED, null, null);
		later(Duration.ofDays(1));
		ask(begun(), "late", Outcome.NOT_COVERED, null, null);
		later(Duration.ofDays(1));
		assertThat(words(start, start.plusSeconds(1))).containsExactly("early");
		assertThat(words(start.plusSeconds(1), null)).containsExactly("late");
		assertThat(words(null, start)).isEmpty();
	}

	@Test
	void countsDayByDayInLondon() {
		// half past midnight on the second there
		this.storage.now.set(Instant.parse("2026-07-01T23:30:00Z"));
		ask(begun(), "one", Outcome.ANSWERED, Nation.WALES, 5);
		ask(begun(), "two", Outcome.ANSWERED, Nation.WALES, null);
		ask(begun(), "three", Outcome.NOT_COVERED, null, 1);
		ask(begun(), "four", null, null, null);
		later(Duration.ofDays(1));
		ask(begun(), "five", Outcome.CLARIFY, Nation.SCOTLAND, null);
		var days = this.figures.find(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-04"));
		assertThat(days).hasSize(3);
		assertThat(days.get(LocalDate.parse("2026-07-01"))).isEqualTo(DayFigures.none());
		var second = days.getOrDefault(LocalDate.parse("2026-07-02"), DayFigures.none());
		assertThat(second.questions()).isEqualTo(4);
		assertThat(second.outcomes()).isEqualTo(Map.of(Outcome.ANSWERED, 2, Outcome.NOT_COVERED, 1));
		assertThat(second.nations()).isEqualTo(Map.of(Nation.WALES, 2));
		assertThat(second.stars()).isEqualTo(Map.of(1, 1, 5, 1));
		assertThat(second.millis()).isEqualTo(Map.of(40L, 3));
		var total = DayFigures.total(List.copyOf(days.values()));
		assertThat(total.questions()).isEqualTo(5);
		assertThat(total.findMillis(.5)).hasValue(40);
		assertThat(DayFigures.none().findMillis(.5)).isEmpty();
	}

	@Test
	void countsTheNewestRatingOnly() {
		var started = ask(begun(), "one", Outcome.ANSWERED, null, 1);
		this.storage.ratings.rate(started.answer(), new Rating(4, null));
		var day = LocalDate.ofInstant(this.storage.now.get(), Figures.ZONE);
		assertThat(this.figures.find(day, day.plusDays(1)).getOrDefault(day, DayFigures.none()).stars())
			.isEqualTo(Map.of(4, 1));
		assertThat(words()).isEmpty();
	}

	@Test
	void findsTheTimeWithinWhichAShareWasAnswered() {
		var figures = DayFigures.none();
		for (long millis = 1; millis <= 100; millis++) {
			figures.millis().put(millis, 1);
		}
		assertThat(figures.findMillis(.5)).hasValue(50);
		assertThat(figures.findMillis(.95)).hasValue(95);
		assertThat(figures.findMillis(1)).hasValue(100);
	}

	@Test
	void keepsWhatAdvisersDidNewestFirstPageByPage() {
		var target = UUID.randomUUID();
		for (var i = 0; i < 5; i++) {
			this.storage.audit.add((i % 2 == 0) ? "mary" : "jo", "GET /api/conversations/{id}", target, 200 + i);
			var expected = i + 1;
			await().until(() -> count() == expected);
			// two at the same moment
			later(Duration.ofMillis((i == 2) ? 0 : 1));
		}
		var all = this.storage.audit.find(new AuditLog.Filter(null, null, null), null, 10);
		assertThat(all).hasSize(5).extracting(AuditEntry::target).containsOnly(target);
		assertThat(all.getFirst().status()).isEqualTo(204);
		assertThat(all.getLast().at()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
		var second = new Position(all.get(1).at(), all.get(1).id());
		assertThat(this.storage.audit.find(new AuditLog.Filter(null, null, null), second, 10))
			.isEqualTo(all.subList(2, 5));
		assertThat(this.storage.audit.find(new AuditLog.Filter(null, null, "jo"), null, 10))
			.extracting(AuditEntry::status)
			.containsExactly(203, 201);
		assertThat(this.storage.audit.find(new AuditLog.Filter(all.get(1).at(), null, "mary"), null, 10)).hasSize(2);
		assertThat(this.storage.audit.find(new AuditLog.Filter(null, all.getLast().at(), null), null, 10)).isEmpty();
	}

	@Test
	void deletesWhatAdvisersDidAfterAYear() {
		this.storage.audit.add("mary", "GET /api/gaps", null, 200);
		await().until(() -> count() == 1);
		later(Duration.ofDays(364));
		this.storage.upkeep.purge();
		assertThat(count()).isEqualTo(1);
		later(Duration.ofDays(2));
		this.storage.upkeep.purge();
		assertThat(count()).isZero();
	}

	private int count() {
		return this.storage.audit.find(new AuditLog.Filter(null, null, null), null, 100).size();
	}

	private UUID begun() {
		var conversation = NewConversation.create();
		this.storage.conversations.begin(conversation);
		return conversation.id();
	}

	private Starting.Started ask(UUID conversation, String question, @Nullable Outcome outcome, @Nullable Nation nation,
			@Nullable Integer stars) {
		var started = (Starting.Started) this.storage.turns.start(conversation, UUID.randomUUID(), question);
		if (outcome == null) {
			this.storage.turns.cancel(conversation, started.turn());
			return started;
		}
		later(Duration.ofMillis(40));
		var memory = new Turn(question, "before | " + question, outcome, nation, false, null, List.of(), "",
				List.of("lock#1", "pay#2"), null);
		this.storage.turns.finish(conversation, started.turn(), new Ending(
				List.of(new Ended(started.turn(), started.answer(), outcome, nation, Why.DONE)), null, 0, memory));
		if (stars != null) {
			this.storage.ratings.rate(conversation, UUID.randomUUID(), started.turn(), new Rating(stars, null));
		}
		return started;
	}

	private List<String> words() {
		return words(null, null);
	}

	private List<String> words(@Nullable Instant from, @Nullable Instant before) {
		return this.unmet.find(from, before, 100).stream().map(UnmetQuestion::question).toList();
	}

	private void later(Duration time) {
		this.storage.now.updateAndGet((now) -> now.plus(time));
	}

}
