/**
 * Finds the statements that may answer a query.
 * <p>
 * In: a {@link org.signpost.understanding.Query} and a date. Out:
 * {@link org.signpost.retrieval.RankedStatements}, those kept and those dropped with
 * their reasons. "What's the SEN allowance in Northern Ireland?" ranks the statement with
 * Northern Ireland's two amounts first; England's are dropped as "for another nation".
 * Lucene is used here and nowhere else.
 */
@ApplicationModule(allowedDependencies = { "understanding", "knowledge", "language" })
@NullMarked
package org.signpost.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
