package org.signpost.answering;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.signpost.conversation.ConversationEvent;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.LoggedEvent;
import org.signpost.conversation.Turns;
import org.signpost.knowledge.Nation;
import org.signpost.testing.ScriptedAnswering;
import org.signpost.testing.ServerTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a turn leaves in its conversation. */
@ServerTest
class DialogueTests {

	@Autowired
	private Dialogue dialogue;

	@Autowired
	private Conversations conversations;

	@Autowired
	private Turns turns;

	@Autowired
	private CurrentKnowledgeBase knowledgeBase;

	@Test
	void storesTheQuestionAndTheAnswer() {
		var conversation = begin();
		var reply = this.dialogue.ask(ask(conversation, "how much?"));
		assertThat(reply).isInstanceOfSatisfying(Reply.Stored.class, (stored) -> {
			var events = events(conversation);
			assertThat(events.getFirst()).isInstanceOfSatisfying(ConversationEvent.Asked.class,
					(asked) -> assertThat(asked.q()).isEqualTo("how much?"));
			assertThat(events.getLast()).isInstanceOfSatisfying(ConversationEvent.Ended.class,
					(ended) -> assertThat(ended.answer()).isEqualTo(stored.answer()));
		});
	}

	@Test
	void tellsEachCitationAfterTheFirstBlockThatNamesIt() {
		var conversation = begin();
		this.dialogue.ask(ask(conversation, "how much?"));
		assertThat(events(conversation).stream().map((event) -> event.getClass().getSimpleName()))
			.containsExactly("Asked", "Said", "Cited", "Said", "Cited", "Said", "Said", "Offered", "Offered", "Ended");
	}

	@Test
	void handsTheQuestionOnWithPersonalDataMaskedAndTheDayToAnswerAsOf() {
		var conversation = begin();
		var today = this.dialogue.ask(ask(conversation, "mail jo@example.org"));
		assertThat(((Reply.Stored) today).answered().turn().question()).isEqualTo("mail [e-mail address]");
		var clock = Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC);
		var fixed = new Dialogue(new ScriptedAnswering(), this.knowledgeBase, this.turns, clock);
		assertThat(trace(fixed.ask(ask(conversation, "when?")))).containsEntry("date", "2026-03-01");
		var past = new Ask(conversation, UUID.randomUUID(), "when?", Nation.WALES, true, LocalDate.of(2021, 3, 1));
		assertThat(trace(fixed.ask(past))).containsEntry("date", "2021-03-01");
	}

	@Test
	void endsTheTurnOfAnAnswerThatFails() {
		var conversation = begin();
		assertThatIllegalStateException().isThrownBy(() -> this.dialogue.ask(ask(conversation, "fail")));
		assertThat(events(conversation).getLast()).isInstanceOfSatisfying(ConversationEvent.Ended.class,
				(ended) -> assertThat(ended.why()).isEqualTo(ConversationEvent.Why.INTERRUPTED));
		assertThat(this.dialogue.ask(ask(conversation, "and now?"))).isInstanceOf(Reply.Stored.class);
	}

	@Test
	void storesNothingWhileThereIsNoKnowledgeBase() {
		var conversation = begin();
		var empty = new Dialogue(new ScriptedAnswering(), () -> {
			throw new KnowledgeBaseNotReadyException();
		}, this.turns, Clock.systemUTC());
		assertThatThrownBy(() -> empty.ask(ask(conversation, "how much?")))
			.isInstanceOf(KnowledgeBaseNotReadyException.class);
		assertThat(events(conversation)).isEmpty();
	}

	@Test
	void answersWithoutTouchingTheStorage() {
		var conversation = begin();
		var reply = this.dialogue.askUnstored(ask(conversation, "how much? jo@example.org"));
		assertThat(reply).isInstanceOfSatisfying(Reply.NotStored.class, (unstored) -> {
			assertThat(unstored.answered().turn().question()).isEqualTo("how much? [e-mail address]");
			assertThat(unstored.events().getLast()).isInstanceOf(ConversationEvent.Ended.class);
		});
		assertThat(events(conversation)).isEmpty();
	}

	private UUID begin() {
		var conversation = UUID.randomUUID();
		this.conversations.beginForAdviser(conversation);
		return conversation;
	}

	private static Ask ask(UUID conversation, String question) {
		return new Ask(conversation, UUID.randomUUID(), question, null, false, null);
	}

	private static java.util.Map<String, Object> trace(Reply reply) {
		return ((Reply.Stored) reply).answered().trace().stages();
	}

	private List<ConversationEvent> events(UUID conversation) {
		return this.conversations.findEvents(conversation, 0, 100).stream().map(LoggedEvent::event).toList();
	}

}
