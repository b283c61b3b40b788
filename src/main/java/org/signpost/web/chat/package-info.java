/**
 * The widget's side: frames in, the events of a conversation's log out. A socket is a
 * cursor into the log, so resuming, a second tab and a slow reader are the same query.
 */
@NullMarked
package org.signpost.web.chat;

import org.jspecify.annotations.NullMarked;
