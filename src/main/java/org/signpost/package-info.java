/**
 * Signpost answers career questions from cited guidance. The packages are the stages in
 * the order the data flows: knowledge, understanding, retrieval, decision, composition,
 * web.
 */
@NullMarked
package org.signpost;

import org.jspecify.annotations.NullMarked;
