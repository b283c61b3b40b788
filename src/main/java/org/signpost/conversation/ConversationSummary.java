package org.signpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * A conversation in a list: what can be told of it, without a word of what was said
 * unless somebody asks for it.
 *
 * @param id its id
 * @param began when it began
 * @param active when something last happened in it
 * @param byVisitor whether a visitor began it, not an adviser who tried something
 * @param turns how many questions were asked in it
 * @param found the turns for which it is listed, oldest first, of many the last ones
 */
public record ConversationSummary(UUID id, Instant began, Instant active, boolean byVisitor, int turns,
		List<TurnSummary> found) {

	public ConversationSummary {
		found = List.copyOf(found);
	}

	/**
	 * A turn in a list.
	 *
	 * @param turn its number, from 1
	 * @param answer id of its answer
	 * @param asked when the question was stored
	 * @param outcome how the question ended, none when it was not answered
	 * @param intent the most likely intent, if one
	 * @param nation the nation it was answered for, if one
	 * @param stars its rating, 1 to 5, if one
	 * @param question the question, personal data masked; none unless it was asked for
	 */
	public record TurnSummary(int turn, UUID answer, Instant asked, @Nullable Outcome outcome, @Nullable String intent,
			@Nullable Nation nation, @Nullable Integer stars, @Nullable String question) {

		/** The same turn with its question. */
		TurnSummary saying(String words) {
			return new TurnSummary(this.turn, this.answer, this.asked, this.outcome, this.intent, this.nation,
					this.stars, words);
		}

	}

}
