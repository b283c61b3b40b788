/**
 * Answers over HTTP and WebSocket.
 */
@ApplicationModule(allowedDependencies = { "review", "answering", "composition", "decision", "retrieval",
		"understanding", "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
