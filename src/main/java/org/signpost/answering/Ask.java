package org.signpost.answering;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * A question as it comes in.
 *
 * @param conversation id of the conversation it belongs to
 * @param request the asker's own id of it; the same id again is the same question
 * @param text the words as typed
 * @param nation the nation the page knows of its visitor
 * @param forceNation whether {@code nation} wins over what the words say
 * @param date the day to answer as of, today when left out
 */
public record Ask(UUID conversation, UUID request, String text, @Nullable Nation nation, boolean forceNation,
		@Nullable LocalDate date) {
}
