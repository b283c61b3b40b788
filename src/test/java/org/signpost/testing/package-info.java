/**
 * What tests of several packages share.
 */
@NullMarked
package org.signpost.testing;

import org.jspecify.annotations.NullMarked;
