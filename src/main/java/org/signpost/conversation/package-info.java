/**
 * What was said: conversations as logs of events, stored before they are sent. Also what
 * advisers look for in it, and what they did.
 * <p>
 * In: a visitor's question, an answer's events, a rating. Out: the events after a point
 * in the log, and what earlier turns left behind. "What's the SEN allowance in Northern
 * Ireland?" becomes the event {@code turn}, then {@code text}, {@code src}, {@code opt}
 * and {@code end} in one batch, numbered without gaps. SQL lives here and nowhere else.
 */
@ApplicationModule(allowedDependencies = { "knowledge" })
@NullMarked
package org.signpost.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
