package org.signpost.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.ConversationList.Position;
import org.signpost.conversation.ConversationSummary.TurnSummary;
import org.signpost.conversation.Ratings.Rating;
import org.signpost.knowledge.Nation;

import static org.assertj.core.api.Assertions.assertThat;

/** What every database has to do when conversations are listed. */
abstract class ConversationListContract {

	private StorageFixture storage;

	private ConversationList list;

	abstract StorageFixture open() throws Exception;

	@BeforeEach
	void begin() throws Exception {
		this.storage = open();
		this.storage.jdbc.update("delete from conversation");
		this.list = new ConversationList(this.storage.storage, this.storage.jdbc, this.storage.log.seals());
	}

	@AfterEach
	void close() throws Exception {
		this.storage.close();
	}

	@Test
	void findsALowRatingWithoutItsId() {
		for (var i = 0; i < 5; i++) {
			ask(begun(), Outcome.ANSWERED, "pay", 5);
		}
		var rated = begun();
		ask(rated, Outcome.ANSWERED, "pay", null);
		var second = ask(rated, Outcome.NOT_COVERED, "visits", 1);
		ask(rated, Outcome.SMALL_TALK, null, null);
		var found = find(
				new ConversationFilter(null, null, Set.of(), Set.of(1, 2), Set.of(), Set.of(), SoughtWords.NONE));
		assertThat(found).hasSize(1);
		assertThat(found.getFirst().id()).isEqualTo(rated);
		assertThat(found.getFirst().turns()).isEqualTo(3);
		assertThat(found.getFirst().found()).containsExactly(new TurnSummary(2, second.answer(), this.storage.now.get(),
				Outcome.NOT_COVERED, "visits", null, 1, null));
	}

	@Test
	void listsWhatFitsInOneTurn() {
		var conversation = begun();
		ask(conversation, Outcome.ANSWERED, "pay", 1);
		ask(conversation, Outcome.NOT_COVERED, "visits", 5);
		assertThat(find(filter(Outcome.ANSWERED, 1, "pay"))).hasSize(1);
		assertThat(find(filter(Outcome.NOT_COVERED, 5, "visits"))).hasSize(1);
		assertThat(find(filter(Outcome.NOT_COVERED, 1, "visits"))).isEmpty();
		assertThat(find(filter(Outcome.ANSWERED, 1, "visits"))).isEmpty();
		assertThat(find(filter(Outcome.CLARIFY, 1, "pay"))).isEmpty();
		assertThat(find(new ConversationFilter(null, null, Set.of(Outcome.CLARIFY, Outcome.NOT_COVERED), Set.of(),
				Set.of("pay", "visits"), Set.of(), SoughtWords.NONE)))
			.hasSize(1);
	}

	@Test
	void listsByTheTimeOfTheQuestion() {
		var start = this.storage.now.get();
		var early = begun();
		ask(early, Outcome.ANSWERED, "pay", null);
		later(Duration.ofDays(1));
		var late = begun();
		ask(late, Outcome.ANSWERED, "pay", null);
		later(Duration.ofDays(1));
		ask(early, Outcome.ANSWERED, "pay", null);
		assertThat(ids(during(start, start.plusSeconds(1)))).containsExactly(early);
		assertThat(ids(during(start.plusSeconds(1), start.plus(Duration.ofDays(2))))).containsExactly(late);
		assertThat(ids(during(start.plus(Duration.ofDays(1)), null))).containsExactly(late, early);
		assertThat(ids(during(null, start))).isEmpty();
		assertThat(find(during(start.plus(Duration.ofDays(2)), null)).getFirst().found()).hasSize(1)
			.first()
			.extracting(TurnSummary::turn)
			.isEqualTo(2);
	}

	@Test
	void goesThroughThePagesMeetingEachOnceWhateverHappensMeanwhile() {
		var all = new ArrayList<UUID>();
		for (var i = 0; i < 25; i++) {
			var conversation = begun();
			ask(conversation, Outcome.ANSWERED, "pay", null);
			all.add(conversation);
			if (i % 3 == 0) {
				// others begin at the same moment
				later(Duration.ofMillis(1));
			}
		}
		var met = new ArrayList<UUID>();
		Position after = null;
		List<ConversationSummary> page;
		do {
			page = this.list.find(ConversationFilter.ALL, after, 4, false).conversations();
			met.addAll(ids(page));
			if (!page.isEmpty()) {
				after = Position.parse(Position.after(page.getLast()).text()).orElseThrow();
				// a new one comes, the oldest goes on, the one where the page ended is
				// erased
				later(Duration.ofSeconds(1));
				ask(begun(), Outcome.ANSWERED, "pay", null);
				ask(all.getFirst(), Outcome.ANSWERED, "pay", null);
				this.storage.conversations.erase(page.getLast().id());
			}
		}
		while (!page.isEmpty() && met.size() < 100);
		assertThat(met).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void namesTheLastTenTurnsOfMany() {
		var conversation = begun();
		for (var i = 0; i < 12; i++) {
			ask(conversation, Outcome.ANSWERED, "pay", null);
		}
		var other = begun();
		ask(other, Outcome.ANSWERED, "pay", null);
		var found = find(ConversationFilter.ALL).stream()
			.filter((each) -> each.id().equals(conversation))
			.findFirst()
			.orElseThrow();
		assertThat(found.turns()).isEqualTo(12);
		assertThat(found.found().stream().map(TurnSummary::turn)).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
	}

	@Test
	void listsByTheNationOfTheAnswer() {
		var wales = begun();
		ask(wales, "a question", Outcome.ANSWERED, Nation.WALES);
		ask(begun(), "a question", Outcome.ANSWERED, Nation.ENGLAND);
		ask(begun(), "a question", Outcome.ANSWERED, null);
		var found = find(filter(Set.of(Nation.WALES), ""));
		assertThat(ids(found)).containsExactly(wales);
		assertThat(found.getFirst().found().getFirst().nation()).isEqualTo(Nation.WALES);
		assertThat(find(filter(Set.of(Nation.WALES, Nation.ENGLAND), ""))).hasSize(2);
		assertThat(find(filter(Set.of(Nation.SCOTLAND), ""))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bursary", "BURSARY élan", "Bursar", "Elan, bursary?", "welsh bursary" })
	void findsWordsWhateverTheirCaseAndAccents(String words) {
		var conversation = begun();
		ask(conversation, "hello", Outcome.SMALL_TALK, null);
		ask(conversation, "Is there an Elan bursary for Welsh-speakers?", Outcome.ANSWERED, null);
		ask(begun(), "a bourse with élan", Outcome.ANSWERED, null);
		var found = find(filter(Set.of(), words));
		assertThat(ids(found)).containsExactly(conversation);
		assertThat(found.getFirst().found()).extracting(TurnSummary::turn).containsExactly(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bursary hello", "ursary", "bursaries", "-" })
	void findsWordsOnlyWhereOneQuestionHasThemAll(String words) {
		var conversation = begun();
		ask(conversation, "hello", Outcome.SMALL_TALK, null);
		ask(conversation, "is there a bursary", Outcome.ANSWERED, null);
		assertThat(find(filter(Set.of(), words))).hasSize(words.equals("-") ? 1 : 0);
	}

	@Test
	void tellsTheQuestionsToWhoeverAsksForThem() {
		ask(begun(), "I am at jo@example.org", Outcome.ANSWERED, null);
		assertThat(find(ConversationFilter.ALL).getFirst().found().getFirst().question()).isNull();
		assertThat(find(filter(Set.of(), "am")).getFirst().found().getFirst().question()).isNull();
		for (var filter : List.of(ConversationFilter.ALL, filter(Set.of(), "am"))) {
			var found = this.list.find(filter, null, 10, true).conversations();
			assertThat(found.getFirst().found().getFirst().question()).isEqualTo("I am at [e-mail address]");
		}
	}

	@Test
	void looksForWordsPageByPageAndOpensNoMoreThanItMay() {
		var wanted = new ArrayList<UUID>();
		for (var i = 0; i < 25; i++) {
			var conversation = begun();
			plant(conversation, 100, (i % 8 == 0) ? "a rare word" : "a question");
			if (i % 8 == 0) {
				wanted.addFirst(conversation);
			}
			later(Duration.ofSeconds(1));
		}
		var met = new ArrayList<UUID>();
		Position after = null;
		var pages = 0;
		do {
			var page = this.list.find(filter(Set.of(), "rare"), after, 100, false);
			met.addAll(ids(page.conversations()));
			after = page.next();
			pages++;
		}
		while (after != null);
		assertThat(met).isEqualTo(wanted);
		assertThat(pages).isEqualTo(2);
		var first = this.list.find(filter(Set.of(), "rare"), null, 1, false);
		assertThat(ids(first.conversations())).containsExactly(wanted.getFirst());
		assertThat(ids(this.list.find(filter(Set.of(), "rare"), first.next(), 1, false).conversations()))
			.containsExactly(wanted.get(1));
	}

	@Test
	void leavesOutWhereNothingWasAskedAndNamesNoOutcomeOfWhatWasNotAnswered() {
		begun();
		var cancelled = begun();
		this.storage.turns.start(cancelled, UUID.randomUUID(), "never mind");
		this.storage.turns.cancel(cancelled, 1);
		var found = find(ConversationFilter.ALL);
		assertThat(ids(found)).containsExactly(cancelled);
		assertThat(found.getFirst().found().getFirst().outcome()).isNull();
	}

	@Test
	void readsNoPositionThatItDidNotWrite() {
		for (var text : List.of("", "_", "x", "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z_x",
				"yesterday_00000000-0000-4000-8000-000000000000", "2026-11-21T10:00:00Z_1-1-1-1-1")) {
			assertThat(Position.parse(text)).as(text).isEmpty();
		}
	}

	private UUID begun() {
		var conversation = NewConversation.create();
		this.storage.conversations.begin(conversation);
		return conversation.id();
	}

	private Starting.Started ask(UUID conversation, Outcome outcome, @Nullable String intent, @Nullable Integer stars) {
		var started = (Starting.Started) this.storage.turns.start(conversation, UUID.randomUUID(), "a question");
		var memory = new Turn("a question", "a question", outcome, null, false, intent, List.of(), "", List.of(), null);
		this.storage.turns.finish(conversation, started.turn(), new Ending(
				List.of(new Ended(started.turn(), started.answer(), outcome, null, Why.DONE)), intent, 0.5, memory));
		if (stars != null) {
			this.storage.ratings.rate(started.answer(), new Rating(stars, "a comment"));
		}
		return started;
	}

	/** Many turns in one transaction, of which one says something. */
	private void plant(UUID conversation, int turns, String words) {
		this.storage.storage.write(() -> {
			var seal = this.storage.log.seals().of(conversation);
			for (var number = 1; number <= turns; number++) {
				this.storage.jdbc.update(
						"insert into turn (conversation, number, answer, question, asked_at, began_at)"
								+ " select id, ?, ?, ?, began_at, began_at from conversation where id = ?",
						number, UUID.randomUUID(), seal.seal((number == turns / 2) ? words : "nothing"), conversation);
			}
			return turns;
		});
	}

	private void ask(UUID conversation, String question, Outcome outcome, @Nullable Nation nation) {
		var started = (Starting.Started) this.storage.turns.start(conversation, UUID.randomUUID(), question);
		var memory = new Turn(question, question, outcome, nation, false, null, List.of(), "", List.of(), null);
		this.storage.turns.finish(conversation, started.turn(), new Ending(
				List.of(new Ended(started.turn(), started.answer(), outcome, nation, Why.DONE)), null, 0.5, memory));
	}

	private void later(Duration time) {
		this.storage.now.updateAndGet((now) -> now.plus(time));
	}

	private List<ConversationSummary> find(ConversationFilter filter) {
		return this.list.find(filter, null, 100, false).conversations();
	}

	private List<UUID> ids(ConversationFilter filter) {
		return ids(find(filter));
	}

	private static List<UUID> ids(List<ConversationSummary> page) {
		return page.stream().map(ConversationSummary::id).toList();
	}

	private static ConversationFilter filter(Set<Nation> nations, String words) {
		return new ConversationFilter(null, null, Set.of(), Set.of(), Set.of(), nations, SoughtWords.of(words));
	}

	private static ConversationFilter during(@Nullable Instant from, @Nullable Instant before) {
		return new ConversationFilter(from, before, Set.of(), Set.of(), Set.of(), Set.of(), SoughtWords.NONE);
	}

	private static ConversationFilter filter(Outcome outcome, int stars, String intent) {
		return new ConversationFilter(null, null, Set.of(outcome), Set.of(stars), Set.of(intent), Set.of(),
				SoughtWords.NONE);
	}

}
