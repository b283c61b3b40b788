/**
 * Interpretation to ranked statements.
 */
@ApplicationModule(allowedDependencies = { "understanding", "knowledge", "language" })
@NullMarked
package org.signpost.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
