/**
 * Judges how probably each candidate answers the message in its conversation.
 * <p>
 * In: a {@link org.signpost.understanding.Query} and
 * {@link org.signpost.retrieval.Candidate candidates}. Out: a
 * {@link org.signpost.judging.Judgement} with one calibrated number. Of "What's the SEN
 * allowance in Northern Ireland?" the statement with Northern Ireland's two amounts and
 * the editors' answer are judged likely, what is said of bursaries is not. What decides
 * is learned ({@code src/training}) and knows no wording.
 */
@ApplicationModule(allowedDependencies = { "retrieval", "understanding", "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.judging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
