/**
 * What the guide knows: sources cut into statements, each with the nations and the date
 * it is of, and what editors have added to them.
 * <p>
 * In: a folder of Markdown files. Out: a {@link org.signpost.knowledge.KnowledgeBase}, or
 * mistakes with file and line. "What's the SEN allowance in Northern Ireland?" will be
 * answered from a statement under the heading "Northern Ireland" whose figures are of one
 * year, and from an older one that says it otherwise; both are read here, long before
 * anybody asks.
 */
@ApplicationModule(allowedDependencies = { "language" })
@NullMarked
package org.signpost.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
