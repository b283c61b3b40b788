/**
 * Answers over HTTP and WebSocket: {@code chat} for the widget, {@code adviser} for the
 * REST interface, {@code pages} for what a browser is shown. Here: who is calling, from
 * which page, how much at once, and what an error looks like.
 * <p>
 * In: a request. Out: frames, JSON or a page. "What's the SEN allowance in Northern
 * Ireland?" comes in as an {@code ask} frame or a {@code POST}, and leaves as the events
 * of the conversation's log or as one JSON object.
 */
@ApplicationModule(allowedDependencies = { "review", "conflicts", "answering", "composition", "decision", "retrieval",
		"understanding", "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
