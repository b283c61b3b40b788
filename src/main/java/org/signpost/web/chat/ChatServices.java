package org.signpost.web.chat;

import java.util.concurrent.Executor;

import org.signpost.answering.Dialogue;
import org.signpost.conversation.Announcements;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.Ratings;
import org.signpost.conversation.Turns;
import org.signpost.web.AskLimits;

/**
 * What every session works with.
 *
 * @param dialogue answers questions
 * @param conversations begins, opens and erases
 * @param turns stops answers
 * @param ratings keeps ratings
 * @param announcements tells that a log has grown
 * @param limits counts questions
 * @param framesPerTenSeconds frames from one client in ten seconds
 * @param executor runs what takes time, each task on a thread of its own
 */
record ChatServices(Dialogue dialogue, Conversations conversations, Turns turns, Ratings ratings,
		Announcements announcements, AskLimits limits, int framesPerTenSeconds, Executor executor) {
}
