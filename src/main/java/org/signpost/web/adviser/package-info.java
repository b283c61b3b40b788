/**
 * The REST interface for advisers and tests, and the door before it.
 */
@NullMarked
package org.signpost.web.adviser;

import org.jspecify.annotations.NullMarked;
