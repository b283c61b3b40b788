package org.signpost.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Kind;
import org.signpost.conversation.ConversationEvent.Said;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.Ratings.Rating;
import org.signpost.knowledge.Nation;

import static org.assertj.core.api.Assertions.assertThat;

/** What every database has to do. */
abstract class ConversationsContract {

	private StorageFixture storage;

	private NewConversation conversation;

	abstract StorageFixture open() throws Exception;

	@BeforeEach
	void begin() throws Exception {
		this.storage = open();
		this.conversation = NewConversation.create();
		this.storage.conversations.begin(this.conversation);
	}

	@AfterEach
	void close() throws Exception {
		this.storage.close();
	}

	@Test
	void opensOnlyWithItsKey() {
		var conversations = this.storage.conversations;
		assertThat(conversations.open(this.conversation.id(), this.conversation.key()))
			.isEqualTo(new Opening.Opened(this.conversation.id(), 0));
		assertThat(conversations.open(this.conversation.id(), ConversationKey.create()))
			.isEqualTo(new Opening.WrongKey());
		assertThat(conversations.open(this.conversation.id(), new ConversationKey("")))
			.isEqualTo(new Opening.WrongKey());
		assertThat(conversations.open(UUID.randomUUID(), this.conversation.key())).isEqualTo(new Opening.Gone());
		var advisers = UUID.randomUUID();
		conversations.beginForAdviser(advisers);
		assertThat(conversations.open(advisers, new ConversationKey(""))).isEqualTo(new Opening.WrongKey());
		assertThat(conversations.exists(advisers)).isTrue();
	}

	@Test
	void storesNoKey() {
		var stored = this.storage.jdbc.queryForList("select * from conversation").toString();
		assertThat(stored).doesNotContain(this.conversation.key().text()).contains(this.conversation.key().hash());
	}

	@Test
	void keepsATurnWithItsEventsAndWhatLaterTurnsNeed() {
		var first = start("one");
		assertThat(first.turn()).isEqualTo(1);
		assertThat(first.history()).isEmpty();
		assertThat(finish(first, "The first answer.")).isTrue();
		var second = start("two");
		assertThat(second.turn()).isEqualTo(2);
		assertThat(second.history()).containsExactly(memory("one", "The first answer."));
		assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L);
		var events = events();
		assertThat(events.get(1)).isEqualTo(new Said(1, Kind.P, "The first answer.", List.of(1), null));
		assertThat(events.get(2)).isEqualTo(new Ended(1, first.answer(), Outcome.ANSWERED, Nation.WALES, Why.DONE));
	}

	@Test
	void readsAPartWithTheEventsOfItsTurnsAlone() {
		for (var i : IntStream.rangeClosed(1, 5).toArray()) {
			finish(start("question " + i), "Answer " + i);
			this.storage.ratings.rate(this.conversation.id(), UUID.randomUUID(), 1, new Rating(3, null));
		}
		var part = this.storage.conversations.find(this.conversation.id(), 1, 2).orElseThrow();
		assertThat(part.turns()).extracting(Conversation.TurnRecord::turn).containsExactly(2, 3);
		assertThat(part.events()).first().extracting("turn", "q").containsExactly(2, "question 2");
		assertThat(part.events()).filteredOn(Said.class::isInstance)
			.extracting("text")
			.containsExactly("Answer 2", "Answer 3");
		assertThat(this.storage.conversations.find(this.conversation.id(), 5, 2).orElseThrow().events()).isEmpty();
		assertThat(this.storage.conversations.find(UUID.randomUUID(), 0, 2)).isEmpty();
		// of before it was noted where turns begin
		this.storage.jdbc.update("update turn set first_seq = null");
		part = this.storage.conversations.find(this.conversation.id(), 1, 2).orElseThrow();
		assertThat(part.turns()).hasSize(2);
		assertThat(part.events()).containsAll(events());
	}

	@Test
	void makesOneTurnOfARequestAndRunsOneTurnAtATime() {
		var request = UUID.randomUUID();
		var started = (Starting.Started) this.storage.turns.start(this.conversation.id(), request, "one");
		assertThat(this.storage.turns.start(this.conversation.id(), request, "one")).isEqualTo(new Starting.Repeated());
		assertThat(this.storage.turns.start(this.conversation.id(), UUID.randomUUID(), "two"))
			.isEqualTo(new Starting.TurnRunning());
		finish(started, "Done.");
		assertThat(this.storage.turns.start(this.conversation.id(), request, "one")).isEqualTo(new Starting.Repeated());
		assertThat(this.storage.turns.start(UUID.randomUUID(), request, "one")).isEqualTo(new Starting.Gone());
	}

	@Test
	void endsATurnOnce() {
		var started = start("one");
		assertThat(this.storage.turns.cancel(this.conversation.id(), 1)).isTrue();
		assertThat(this.storage.turns.cancel(this.conversation.id(), 1)).isFalse();
		assertThat(this.storage.turns.interrupt(this.conversation.id(), 1)).isFalse();
		assertThat(finish(started, "Too late.")).isFalse();
		assertThat(events()).last().isEqualTo(new Ended(1, started.answer(), null, null, Why.CANCELLED));
		assertThat(events()).hasSize(2);
		assertThat(start("two").history()).isEmpty();
	}

	@Test
	void endsTheTurnsOfAServerThatWasKilled() {
		var started = start("one");
		this.storage.jdbc.update("update running_turn set server = 2");
		this.storage.upkeep.look();
		this.storage.upkeep.look();
		assertThat(events()).last().isEqualTo(new Ended(1, started.answer(), null, null, Why.INTERRUPTED));
		assertThat(events()).hasSize(2);
	}

	@Test
	void endsATurnThatIsStuck() {
		start("one");
		this.storage.upkeep.look();
		assertThat(events()).hasSize(1);
		this.storage.now.updateAndGet((now) -> now.plusSeconds(31));
		this.storage.upkeep.look();
		assertThat(events()).hasSize(2);
	}

	@Test
	void numbersEventsWithoutGapsHoweverManyWrite() throws Exception {
		finish(start("one"), "Done.");
		var turns = new AtomicInteger();
		var seen = ConcurrentHashMap.<Long>newKeySet();
		var writers = new ArrayList<Future<?>>();
		try (var executor = Executors.newFixedThreadPool(8)) {
			for (var i = 0; i < 8; i++) {
				writers.add(executor.submit(() -> {
					for (var n = 0; n < 10; n++) {
						this.storage.ratings.rate(this.conversation.id(), UUID.randomUUID(), 1, new Rating(3, null));
						if (this.storage.turns.start(this.conversation.id(), UUID.randomUUID(),
								"again") instanceof Starting.Started started) {
							turns.incrementAndGet();
							this.storage.turns.cancel(this.conversation.id(), started.turn());
						}
						var last = seen.stream().mapToLong(Long::longValue).max().orElse(0);
						this.storage.conversations.findEvents(this.conversation.id(), last, 1000)
							.forEach((event) -> seen.add(event.seq()));
					}
					return null;
				}));
			}
		}
		for (var writer : writers) {
			writer.get();
		}
		assertThat(seqs())
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 3 + 80 + 2L * turns.get()).boxed().toList());
		assertThat(turns).hasPositiveValue();
	}

	@Test
	void keepsTheNewestRatingAndCountsARequestOnce() {
		var started = start("one");
		finish(started, "Done.");
		var request = UUID.randomUUID();
		var ratings = this.storage.ratings;
		assertThat(ratings.rate(this.conversation.id(), request, 1, new Rating(2, "ring me on 07700 900123"))).isTrue();
		assertThat(ratings.rate(this.conversation.id(), request, 1, new Rating(5, null))).isTrue();
		assertThat(turn().stars()).isEqualTo(2);
		assertThat(turn().comment()).isEqualTo("ring me on [telephone number]");
		assertThat(ratings.rate(started.answer(), new Rating(4, null))).isTrue();
		assertThat(turn().stars()).isEqualTo(4);
		assertThat(ratings.rate(this.conversation.id(), UUID.randomUUID(), 7, new Rating(4, null))).isFalse();
		assertThat(ratings.rate(UUID.randomUUID(), new Rating(4, null))).isFalse();
		assertThat(events().stream().filter(ConversationEvent.Rated.class::isInstance)).hasSize(1);
	}

	@Test
	void clearsOnceForARequest() {
		finish(start("one"), "Done.");
		var request = UUID.randomUUID();
		var heard = new ArrayList<UUID>();
		this.storage.announcements.listen(this.conversation.id(), () -> heard.add(request));
		assertThat(this.storage.conversations.clear(this.conversation.id(), request)).isTrue();
		assertThat(heard).hasSize(1);
		for (var table : List.of("conversation", "turn", "event", "rating", "running_turn")) {
			var column = table.equals("conversation") ? "id" : "conversation";
			assertThat(this.storage.jdbc.queryForObject("select count(*) from " + table + " where " + column + " = ?",
					Integer.class, this.conversation.id()))
				.isZero();
		}
		var next = NewConversation.create();
		this.storage.conversations.begin(next);
		assertThat(this.storage.conversations.clear(next.id(), request)).isFalse();
		assertThat(this.storage.conversations.exists(next.id())).isTrue();
	}

	@Test
	void erasesWhatIsOlderThanTheRetention() {
		finish(start("an old question"), "An old answer.");
		this.storage.now.updateAndGet((now) -> now.plus(Duration.ofDays(29)));
		this.storage.upkeep.purge();
		assertThat(events()).isNotEmpty();
		var younger = NewConversation.create();
		this.storage.conversations.begin(younger);
		this.storage.turns.start(younger.id(), UUID.randomUUID(), "a young question");
		var silent = NewConversation.create();
		this.storage.conversations.begin(silent);
		this.storage.now.updateAndGet((now) -> now.plus(Duration.ofDays(1).plusSeconds(1)));
		this.storage.upkeep.purge();
		assertThat(this.storage.conversations.exists(this.conversation.id())).isFalse();
		assertThat(this.storage.conversations.exists(younger.id())).isTrue();
		assertThat(this.storage.conversations.exists(silent.id())).isFalse();
		for (var table : List.of("event", "turn")) {
			assertThat(this.storage.jdbc.queryForObject("select count(*) from " + table + " where conversation = ?",
					Integer.class, this.conversation.id()))
				.isZero();
		}
	}

	/** Others' questions are not to wait until all of them are erased. */
	@Test
	void erasesManyInSeveralTransactions() {
		for (var i = 0; i < 120; i++) {
			this.storage.conversations.begin(NewConversation.create());
		}
		this.storage.now.updateAndGet((now) -> now.plus(Duration.ofDays(2)));
		var before = this.storage.transactions.get();
		assertThat(this.storage.conversations.eraseOlderThan(Duration.ofDays(30))).isGreaterThanOrEqualTo(121);
		assertThat(this.storage.transactions.get() - before).isGreaterThanOrEqualTo(3);
	}

	@Test
	void masksWhatItStores() {
		var started = start("I am at jo@example.org");
		assertThat(started.question()).doesNotContain("jo@");
		assertThat(events().toString()).contains("I am at").doesNotContain("jo@");
		for (var text : this.storage.jdbc.query("select question from turn where answer = ?",
				(row, number) -> row.getString(1), started.answer())) {
			var opened = this.storage.storage
				.read(() -> this.storage.log.seals().of(this.conversation.id()).open(text));
			assertThat(opened).contains("I am at").doesNotContain("jo@");
		}
	}

	@Test
	void remembersWhatIsWorthRemembering() {
		for (var i : IntStream.rangeClosed(1, 35).toArray()) {
			finish(start("question " + i), "Answer " + i);
		}
		var history = start("last").history();
		assertThat(history).hasSize(30);
		assertThat(history.getFirst().question()).isEqualTo("question 6");
		assertThat(history.getLast().question()).isEqualTo("question 35");
	}

	private Starting.Started start(String question) {
		return (Starting.Started) this.storage.turns.start(this.conversation.id(), UUID.randomUUID(), question);
	}

	private boolean finish(Starting.Started started, String text) {
		var events = List.<ConversationEvent>of(new Said(started.turn(), Kind.P, text, List.of(1), null),
				new Ended(started.turn(), started.answer(), Outcome.ANSWERED, Nation.WALES, Why.DONE));
		return this.storage.turns.finish(this.conversation.id(), started.turn(),
				new Ending(events, "pay", 0.5, memory(started.question(), text)));
	}

	private static Turn memory(String question, String text) {
		return new Turn(question, question, Outcome.ANSWERED, Nation.WALES, true, "pay", List.of("pay"), text,
				List.of("s#1"), new OpenQuestion(Slot.NATION, "what", List.of("Wales", "Scotland")));
	}

	private Conversation.TurnRecord turn() {
		return this.storage.conversations.find(this.conversation.id(), 0, 1).orElseThrow().turns().getFirst();
	}

	private List<ConversationEvent> events() {
		return this.storage.conversations.findEvents(this.conversation.id(), 0, 10_000)
			.stream()
			.map(LoggedEvent::event)
			.toList();
	}

	private List<Long> seqs() {
		return this.storage.conversations.findEvents(this.conversation.id(), 0, 10_000)
			.stream()
			.map(LoggedEvent::seq)
			.toList();
	}

}
