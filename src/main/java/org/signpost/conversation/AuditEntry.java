package org.signpost.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that an adviser did.
 *
 * @param id its id
 * @param at when
 * @param who the name of the adviser's token, or "local"
 * @param action what, as the method and the pattern of the address
 * @param target the id in the address, if one
 * @param status what came of it, as the status of the response
 */
public record AuditEntry(UUID id, Instant at, String who, String action, @Nullable UUID target, int status) {
}
