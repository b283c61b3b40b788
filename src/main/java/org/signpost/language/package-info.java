/**
 * Tools for English text: tokens, sentences and the embedding of a sentence.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.signpost.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
