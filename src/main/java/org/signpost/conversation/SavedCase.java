package org.signpost.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A conversation that an adviser has saved to evaluate by.
 *
 * @param id its id
 * @param saved when
 * @param by who saved it
 * @param body the conversation as JSON
 * @param note why, in the adviser's words
 */
public record SavedCase(UUID id, Instant saved, String by, String body, @Nullable String note) {
}
