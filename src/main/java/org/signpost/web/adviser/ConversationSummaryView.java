package org.signpost.web.adviser;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationSummary;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/**
 * A conversation in a list.
 *
 * @param byVisitor whether a visitor began it, not an adviser who tried something
 * @param turns how many questions were asked in it
 * @param found those that fit what was asked for, of more than ten the last ten
 */
record ConversationSummaryView(UUID id, Instant began, Instant active, boolean byVisitor, int turns,
		List<TurnSummaryView> found) {

	static ConversationSummaryView of(ConversationSummary summary) {
		return new ConversationSummaryView(summary.id(), summary.began(), summary.active(), summary.byVisitor(),
				summary.turns(), summary.found().stream().map(TurnSummaryView::of).toList());
	}

	record TurnSummaryView(int turn, UUID answer, Instant asked, @Nullable Outcome outcome, @Nullable String intent,
			@Nullable Nation nation, @Nullable Integer rating, @Nullable String question) {

		static TurnSummaryView of(ConversationSummary.TurnSummary turn) {
			return new TurnSummaryView(turn.turn(), turn.answer(), turn.asked(), turn.outcome(), turn.intent(),
					turn.nation(), turn.stars(), turn.question());
		}

	}

}
