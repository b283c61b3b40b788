/**
 * Decides what to do about a question: answer, ask back, decline, or point to people.
 * <p>
 * In: an interpretation and the ranked statements of each of its queries. Out: a
 * {@link org.signpost.decision.Decision} with the rule that made it. "What's the SEN
 * allowance in Northern Ireland?" is given the editors' answer while its figures are the
 * newest found; were a newer statement found, the answer would be made of statements. The
 * list of rules in {@link org.signpost.decision.DecisionPolicy} reads as the policy.
 */
@ApplicationModule(allowedDependencies = { "retrieval", "understanding", "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
