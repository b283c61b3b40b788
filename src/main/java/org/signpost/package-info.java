/**
 * Signpost answers career questions from cited guidance. The packages are the stages in
 * the order the data flows: language, knowledge, conversation, understanding, retrieval,
 * decision, composition, answering, review, web. A stage may know those before it, never
 * one after it.
 */
@NullMarked
package org.signpost;

import org.jspecify.annotations.NullMarked;
