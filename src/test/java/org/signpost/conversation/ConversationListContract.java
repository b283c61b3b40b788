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
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.ConversationList.Position;
import org.signpost.conversation.ConversationSummary.TurnSummary;
import org.signpost.conversation.Ratings.Rating;

import static org.assertj.core.api.Assertions.assertThat;

/** What every database has to do when conversations are listed. */
abstract class ConversationListContract {

	private static final ConversationFilter ALL = new ConversationFilter(null, null, Set.of(), Set.of(), Set.of());

	private StorageFixture storage;

	private ConversationList list;

	abstract StorageFixture open() throws Exception;

	@BeforeEach
	void begin() throws Exception {
		this.storage = open();
		this.storage.jdbc.update("delete from conversation");
		this.list = new ConversationList(this.storage.storage, this.storage.jdbc);
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
		var found = find(new ConversationFilter(null, null, Set.of(), Set.of(1, 2), Set.of()));
		assertThat(found).hasSize(1);
		assertThat(found.getFirst().id()).isEqualTo(rated);
		assertThat(found.getFirst().turns()).isEqualTo(3);
		assertThat(found.getFirst().found()).containsExactly(
				new TurnSummary(2, second.answer(), this.storage.now.get(), Outcome.NOT_COVERED, "visits", 1));
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
				Set.of("pay", "visits"))))
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
			page = this.list.find(ALL, after, 4);
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
		var found = find(ALL).stream().filter((each) -> each.id().equals(conversation)).findFirst().orElseThrow();
		assertThat(found.turns()).isEqualTo(12);
		assertThat(found.found().stream().map(TurnSummary::turn)).containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
	}

	@Test
	void leavesOutWhereNothingWasAskedAndNamesNoOutcomeOfWhatWasNotAnswered() {
		begun();
		var cancelled = begun();
		this.storage.turns.start(cancelled, UUID.randomUUID(), "never mind");
		this.storage.turns.cancel(cancelled, 1);
		var found = find(ALL);
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

	private void later(Duration time) {
		this.storage.now.updateAndGet((now) -> now.plus(time));
	}

	private List<ConversationSummary> find(ConversationFilter filter) {
		return this.list.find(filter, null, 100);
	}

	private List<UUID> ids(ConversationFilter filter) {
		return ids(find(filter));
	}

	private static List<UUID> ids(List<ConversationSummary> page) {
		return page.stream().map(ConversationSummary::id).toList();
	}

	private static ConversationFilter during(@Nullable Instant from, @Nullable Instant before) {
		return new ConversationFilter(from, before, Set.of(), Set.of(), Set.of());
	}

	private static ConversationFilter filter(Outcome outcome, int stars, String intent) {
		return new ConversationFilter(null, null, Set.of(outcome), Set.of(stars), Set.of(intent));
	}

}
