/**
 * Interpretation and statements to a decision.
 */
@ApplicationModule(allowedDependencies = { "retrieval", "understanding", "conversation", "knowledge" })
@NullMarked
package org.signpost.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
