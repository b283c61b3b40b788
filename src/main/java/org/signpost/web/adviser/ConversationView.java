package org.signpost.web.adviser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Conversation;
import org.signpost.conversation.ConversationEvent;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;
import org.signpost.web.adviser.AnswerView.BlockView;
import org.signpost.web.adviser.AnswerView.CitationView;
import org.signpost.web.adviser.AnswerView.IntentView;

/** A conversation as the adviser interface gives it, read back from its events. */
record ConversationView(UUID id, Instant began, Instant active, List<TurnView> turns) {

	static ConversationView of(Conversation conversation, List<Conversation.TurnRecord> turns) {
		return new ConversationView(conversation.id(), conversation.began(), conversation.active(),
				turns.stream().map((turn) -> TurnView.of(turn, conversation.events())).toList());
	}

	record TurnView(int turn, @Nullable String question, Instant asked, @Nullable Instant ended, String state,
			@Nullable StoredAnswer answer, @Nullable RatingView rating) {

		static TurnView of(Conversation.TurnRecord turn, List<ConversationEvent> events) {
			var reading = new Reading(turn);
			events.forEach(reading::take);
			var rating = (turn.stars() != null) ? new RatingView(turn.stars(), turn.comment()) : null;
			return new TurnView(turn.turn(), reading.question, turn.asked(), turn.ended(), reading.state,
					reading.answer(), rating);
		}

	}

	/** What is kept of an answer. */
	record StoredAnswer(UUID id, @Nullable Outcome outcome, String text, List<BlockView> blocks,
			List<CitationView> citations, List<String> suggestions, @Nullable IntentView intent,
			@Nullable Nation nation) {
	}

	/** Puts one turn together from the events of a conversation. */
	private static final class Reading {

		private final Conversation.TurnRecord turn;

		private final List<BlockView> blocks = new ArrayList<>();

		private final List<CitationView> citations = new ArrayList<>();

		private final List<String> suggestions = new ArrayList<>();

		private ConversationEvent.@Nullable Ended end;

		private @Nullable String question;

		private String state = "running";

		Reading(Conversation.TurnRecord turn) {
			this.turn = turn;
		}

		void take(ConversationEvent event) {
			switch (event) {
				case ConversationEvent.Asked asked when asked.turn() == this.turn.turn() -> this.question = asked.q();
				case ConversationEvent.Said said when said.turn() == this.turn.turn() ->
					this.blocks.add(new BlockView(word(said.kind()), said.text(), said.cites(), said.href()));
				case ConversationEvent.Cited cited when cited.turn() == this.turn.turn() -> this.citations
					.add(new CitationView(cited.n(), cited.source(), cited.title(), cited.publisher(), cited.url(),
							cited.published(), cited.section(), cited.nations(), cited.asOf(), cited.evidence()));
				case ConversationEvent.Offered offered when offered.turn() == this.turn.turn() ->
					this.suggestions.add(offered.text());
				case ConversationEvent.Ended ended when ended.turn() == this.turn.turn() -> {
					this.end = ended;
					this.state = word(ended.why());
				}
				default -> {
					// of another turn
				}
			}
		}

		@Nullable StoredAnswer answer() {
			if (this.end == null || this.end.outcome() == null) {
				return null;
			}
			var text = this.blocks.stream().map(BlockView::text).collect(Collectors.joining("\n"));
			return new StoredAnswer(this.turn.answer(), this.end.outcome(), text, this.blocks,
					this.citations.stream().sorted(java.util.Comparator.comparingInt(CitationView::n)).toList(),
					this.suggestions, IntentView.of(this.turn.intent(), this.turn.confidence()), this.end.nation());
		}

		private static String word(Enum<?> constant) {
			return constant.name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
