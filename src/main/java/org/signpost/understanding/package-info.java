/**
 * Reads a question: what the visitor does by it, what is asked, of which nation, what
 * kind of answer it needs and which intent it most likely means.
 * <p>
 * In: a {@link org.signpost.conversation.Question} and the turns before it. Out: an
 * {@link org.signpost.understanding.Interpretation}. "What's the SEN allowance in
 * Northern Ireland?" is a question, asks for an amount, names the concept
 * {@code sen-allowance} and says Northern Ireland; "and in Wales?" after it is completed
 * to stand alone.
 */
@ApplicationModule(allowedDependencies = { "conversation", "knowledge", "language" })
@NullMarked
package org.signpost.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
