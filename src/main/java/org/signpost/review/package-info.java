/**
 * What advisers look after.
 */
@ApplicationModule(allowedDependencies = { "answering", "composition", "decision", "retrieval", "understanding",
		"conversation", "knowledge", "language" })
@NullMarked
package org.signpost.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
