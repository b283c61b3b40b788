/**
 * What was said.
 */
@ApplicationModule(allowedDependencies = { "knowledge" })
@NullMarked
package org.signpost.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
