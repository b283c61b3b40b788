/**
 * Decision to composed answer.
 */
@ApplicationModule(allowedDependencies = { "decision", "retrieval", "understanding", "conversation", "knowledge" })
@NullMarked
package org.signpost.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
