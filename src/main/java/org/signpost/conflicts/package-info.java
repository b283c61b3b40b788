/**
 * Finds where the guidance contradicts itself: two sources that give different values for
 * one thing. Nothing of it is needed to answer.
 * <p>
 * In: a {@link org.signpost.knowledge.KnowledgeBase}. Out: its
 * {@link org.signpost.conflicts.Conflict conflicts}, each with the statement that
 * visitors are given and why. "What's the SEN allowance in Northern Ireland?" is answered
 * with Northern Ireland's amounts whatever is found here; did two sources of one date
 * give different ones, their editor would be told.
 */
@ApplicationModule(allowedDependencies = { "decision", "judging", "understanding", "knowledge", "language" })
@NullMarked
package org.signpost.conflicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
