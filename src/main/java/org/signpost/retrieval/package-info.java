/**
 * Proposes what may answer a query, broadly.
 * <p>
 * In: a {@link org.signpost.understanding.Query}. Out: some ten
 * {@link org.signpost.retrieval.Candidate candidates}, statements and editors' answers.
 * "What's the SEN allowance in Northern Ireland?" proposes the statement with Northern
 * Ireland's two amounts and the editors' answer on the allowance among them; England's
 * are left out before the nearest are taken. Lucene is used here and nowhere else.
 */
@ApplicationModule(allowedDependencies = { "understanding", "knowledge", "language" })
@NullMarked
package org.signpost.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
