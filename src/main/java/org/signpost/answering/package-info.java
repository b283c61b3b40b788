/**
 * Runs the stages in order and keeps the trace.
 */
@ApplicationModule(allowedDependencies = { "composition", "decision", "retrieval", "understanding", "conversation",
		"knowledge", "language" })
@NullMarked
package org.signpost.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
