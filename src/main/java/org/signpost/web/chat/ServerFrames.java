package org.signpost.web.chat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationKey;
import org.signpost.web.QuestionText;

/**
 * The frames that are not events of a log. What goes into them (ids, keys, codes,
 * numbers) never needs escaping, so they are written by hand.
 */
final class ServerFrames {

	/** Silence after which the server says that it is still there. */
	static final Duration HEARTBEAT = Duration.ofSeconds(20);

	private ServerFrames() {
	}

	static String welcome(UUID conversation, @Nullable ConversationKey key, boolean reset) {
		return "{\"t\":\"welcome\",\"c\":\"" + conversation + "\""
				+ ((key != null) ? ",\"k\":\"" + key.text() + "\"" : "") + ",\"hb\":" + HEARTBEAT.toSeconds()
				+ ",\"max\":" + QuestionText.MAX_LENGTH + (reset ? ",\"reset\":true}" : "}");
	}

	static String cleared(UUID request) {
		return "{\"t\":\"cleared\",\"id\":\"" + request + "\"}";
	}

	static String heartbeat() {
		return "{\"t\":\"hb\"}";
	}

	/** Spread out, so that all clients do not come back at the same moment. */
	static String bye() {
		return "{\"t\":\"bye\",\"retry\":" + ThreadLocalRandom.current().nextInt(500, 3000) + "}";
	}

	static String error(Problem problem, @Nullable UUID request, @Nullable Duration retry) {
		return "{\"t\":\"err\",\"code\":\"" + problem.code() + "\""
				+ ((request != null) ? ",\"re\":\"" + request + "\"" : "")
				+ ((retry != null) ? ",\"retry\":" + Math.max(1, retry.toMillis()) : "") + "}";
	}

	/** What may go wrong with a frame. */
	enum Problem {

		TOO_LONG, TOO_FAST, BUSY, STARTING, TURN_RUNNING, BAD_FRAME, NOT_SAVED, INTERNAL;

		String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
