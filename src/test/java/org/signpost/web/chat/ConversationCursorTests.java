package org.signpost.web.chat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.conversation.Announcements;
import org.signpost.conversation.ConversationEvent;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Kind;
import org.signpost.conversation.ConversationEvent.Said;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.Ending;
import org.signpost.conversation.NewConversation;
import org.signpost.conversation.Opening;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Starting;
import org.signpost.conversation.Turn;
import org.signpost.conversation.Turns;
import org.signpost.testing.UnlimitedServerTest;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader's place costs no more the longer the conversation is. Counted is what SQLite
 * does, in steps of its virtual machine, of which it takes several for each row it reads.
 */
@UnlimitedServerTest
class ConversationCursorTests {

	private static final int EVENTS = 10_000;

	/** Far more than a few dozen rows cost, and less than one for each event. */
	private static final long FEW = EVENTS / 2;

	private final NewConversation conversation = NewConversation.create();

	private final List<Long> sent = new ArrayList<>();

	@Autowired
	private Conversations conversations;

	@Autowired
	private Turns turns;

	@Autowired
	private Announcements announcements;

	@Autowired
	private DataSource database;

	@BeforeEach
	void sayMuch() {
		this.conversations.begin(this.conversation);
		var started = (Starting.Started) this.turns.start(this.conversation.id(), UUID.randomUUID(), "everything?");
		var events = new ArrayList<ConversationEvent>();
		IntStream.range(0, EVENTS - 2)
			.forEach((i) -> events.add(new Said(started.turn(), Kind.P, "Sentence " + i, List.of(), null)));
		events.add(new Ended(started.turn(), started.answer(), Outcome.ANSWERED, null, Why.DONE));
		this.turns.finish(this.conversation.id(), started.turn(), new Ending(events, "pay", 0.5,
				new Turn("everything?", "", Outcome.ANSWERED, null, false, "pay", List.of(), "", List.of(), null)));
	}

	@Test
	void comesBackNearTheEndWithoutReadingWhatIsBeforeIt() throws Exception {
		var steps = steps(() -> {
			assertThat(this.conversations.open(this.conversation.id(), this.conversation.key()))
				.isEqualTo(new Opening.Opened(this.conversation.id(), EVENTS));
			follow(EVENTS - 5, EVENTS);
		});
		assertThat(this.sent).containsExactly(EVENTS - 4L, EVENTS - 3L, EVENTS - 2L, EVENTS - 1L, (long) EVENTS);
		assertThat(steps).isPositive().isLessThan(FEW);
	}

	@Test
	void readsNoFurtherAheadThanItsReaderTakes() throws Exception {
		var steps = steps(() -> follow(0, 3));
		assertThat(this.sent).containsExactly(1L, 2L, 3L);
		assertThat(steps).isPositive().isLessThan(FEW);
	}

	/** What the two above would count if a cursor read the log. */
	@Test
	void readingAllCostsMore() throws Exception {
		assertThat(steps(() -> this.conversations.findEvents(this.conversation.id(), 0, EVENTS)))
			.isGreaterThan(2 * FEW);
	}

	/** By a reader who goes after one of the events. */
	private void follow(long place, long last) {
		new ConversationCursor(this.conversations, this.announcements, Runnable::run, new Connection() {

			@Override
			public void send(long seq, String frame, Duration patience) throws IOException {
				ConversationCursorTests.this.sent.add(seq);
				if (seq == last) {
					throw new IOException("gone");
				}
			}

			@Override
			public void close(Closing closing) {
			}

		}).follow(this.conversation.id(), place, List.of());
	}

	private long steps(Runnable work) throws SQLException {
		var steps = new AtomicLong();
		try (var connection = this.database.getConnection()) {
			var sqlite = connection.unwrap(SQLiteConnection.class);
			ProgressHandler.setHandler(sqlite, 1, new ProgressHandler() {

				@Override
				protected int progress() {
					steps.incrementAndGet();
					return 0;
				}

			});
			try {
				work.run();
			}
			finally {
				ProgressHandler.clearHandler(sqlite);
			}
		}
		return steps.get();
	}

}
