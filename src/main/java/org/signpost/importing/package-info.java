/**
 * Makes guidance of documents as organisations have them: saved web pages, Markdown of
 * site generators, Word, OpenDocument, PDF and plain text.
 * <p>
 * In: a file. Out: Markdown that the knowledge base reads, with what the document tells
 * of its title, publisher, address and date, and a list of what was dropped, is asked of
 * the editor, or was not understood. "What's the SEN allowance in Northern Ireland?" is
 * answered from a file that may have begun as a saved web page.
 */
@ApplicationModule(allowedDependencies = { "knowledge", "language" })
@NullMarked
package org.signpost.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
