/**
 * What advisers and editors look after: mistakes in a knowledge base, how well the guide
 * answers and what it is asked in vain, which answers a change would change, and which
 * sources are old.
 * <p>
 * In: a folder or two, or files of questions with what a fair answer shows. Out: mistakes
 * with file and line, scores stage by stage, the wrong cases with their traces, and
 * answers side by side. "What's the SEN allowance in Northern Ireland?" is such a case:
 * it passes when the answer holds Northern Ireland's amounts, cites the source that
 * states them and gives no other nation's.
 */
@ApplicationModule(allowedDependencies = { "conflicts", "answering", "composition", "decision", "judging", "retrieval",
		"understanding", "conversation", "importing", "knowledge", "language" })
@NullMarked
package org.signpost.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
