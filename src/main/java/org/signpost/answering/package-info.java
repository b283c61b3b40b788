/**
 * Runs the stages in order and keeps the trace.
 * <p>
 * In: a {@link org.signpost.conversation.Question} and the turns before it. Out: an
 * {@link org.signpost.answering.Answered}. "What's the SEN allowance in Northern
 * Ireland?" passes understanding, retrieval, judging, decision and composition in a few
 * milliseconds; its trace tells the nation that was read, every candidate judged and the
 * rule that decided.
 */
@ApplicationModule(allowedDependencies = { "composition", "decision", "judging", "retrieval", "understanding",
		"conversation", "knowledge", "language" })
@NullMarked
package org.signpost.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
