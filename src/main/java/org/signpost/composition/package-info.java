/**
 * Puts a decision into words that the guidance backs.
 * <p>
 * In: a {@link org.signpost.decision.Decision}. Out: a
 * {@link org.signpost.composition.ComposedAnswer} of blocks and numbered citations.
 * "What's the SEN allowance in Northern Ireland?" becomes one sentence with two amounts
 * that cites one statement, and a note where an older source says otherwise. A sentence
 * whose figure or qualification no citation backs is never sent.
 */
@ApplicationModule(allowedDependencies = { "decision", "judging", "retrieval", "understanding", "conversation",
		"knowledge", "language" })
@NullMarked
package org.signpost.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
