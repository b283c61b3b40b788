/**
 * Decides what to do about a question: answer, ask back, decline, or point to people.
 * <p>
 * In: an interpretation and the judgement on each of its queries. Out: a
 * {@link org.signpost.decision.Decision} with the rule that made it. "What's the SEN
 * allowance in Northern Ireland?" is given the editors' answer while it is the likeliest
 * and its figures are the newest found; were a newer statement judged likely, the answer
 * would be made of statements. From which probability on what is done stands in
 * {@link org.signpost.decision.Thresholds}.
 */
@ApplicationModule(
		allowedDependencies = { "judging", "retrieval", "understanding", "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
