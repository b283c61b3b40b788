/**
 * What the guide knows.
 */
@ApplicationModule(allowedDependencies = { "language" })
@NullMarked
package org.signpost.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
