package org.signpost.web.chat;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationKey;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.Opening;
import org.signpost.web.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Opens conversations for the fallback, by headers: nothing secret is ever in an address.
 */
final class ConversationAccess {

	static final String CONVERSATION = "Signpost-Conversation";

	static final String KEY = "Signpost-Key";

	private final Conversations conversations;

	ConversationAccess(Conversations conversations) {
		this.conversations = conversations;
	}

	/** The conversation that a request names, whose key it may not even have. */
	static UUID named(HttpServletRequest request) {
		var id = header(request, CONVERSATION);
		var conversation = (id != null) ? FrameReader.uuid(id) : null;
		if (conversation == null) {
			throw gone();
		}
		return conversation;
	}

	/**
	 * The conversation that a request names and has the key of.
	 * @throws ProblemException when there is none or the key is wrong
	 */
	Opening.Opened open(HttpServletRequest request) {
		var key = header(request, KEY);
		return switch (this.conversations.open(named(request), new ConversationKey((key != null) ? key : ""))) {
			case Opening.Opened opened -> opened;
			case Opening.WrongKey wrong ->
				throw new ProblemException(HttpStatus.UNAUTHORIZED, "The key does not open this conversation.");
			case Opening.Gone gone -> throw gone();
		};
	}

	private static ProblemException gone() {
		return ProblemException.notFound("There is no such conversation, or no longer.");
	}

	private static @Nullable String header(HttpServletRequest request, String name) {
		var value = request.getHeader(name);
		return (value != null) ? value.strip() : null;
	}

}
