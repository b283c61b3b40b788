/**
 * Question to interpretation.
 */
@ApplicationModule(allowedDependencies = { "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
