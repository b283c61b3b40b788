/**
 * Reads a question: what the visitor does by it, what is asked, of which nation and day,
 * and which intent it most likely means.
 * <p>
 * In: a {@link org.signpost.conversation.Question} and the turns before it. Out: an
 * {@link org.signpost.understanding.Interpretation}. "What's the SEN allowance in
 * Northern Ireland?" is a question, names the concept {@code sen-allowance} and says
 * Northern Ireland; "and in Wales?" after it is the same question for Wales; other
 * follow-ups are read after what they follow.
 */
@ApplicationModule(allowedDependencies = { "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
