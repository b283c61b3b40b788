package org.signpost.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * What an earlier turn left behind for the understanding of later ones: plain facts, so
 * that nothing here points forward to the stages. Stored with the turn as JSON.
 *
 * @param question the words as typed (masked where they held personal data)
 * @param resolved the question standing alone, as it was answered
 * @param outcome how it ended
 * @param nation the nation it was answered for, if one
 * @param nationSaid whether the visitor named that nation in this or an earlier turn
 * @param intent the intent it was answered by, if one
 * @param topics ids of the concepts it was about
 * @param answer the text sent
 * @param cited ids of the statements cited
 * @param asked the question we asked back, if one
 */
public record Turn(String question, String resolved, Outcome outcome, @Nullable Nation nation, boolean nationSaid,
		@Nullable String intent, List<String> topics, String answer, List<String> cited, @Nullable OpenQuestion asked) {

	public Turn {
		topics = List.copyOf(topics);
		cited = List.copyOf(cited);
	}

}
