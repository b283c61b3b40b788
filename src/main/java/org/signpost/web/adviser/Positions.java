package org.signpost.web.adviser;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationList.Position;
import org.signpost.web.ProblemException;

/** Where pages of lists by time end, as the parameter {@code after} has it. */
final class Positions {

	private Positions() {
	}

	static @Nullable Position find(@Nullable String after) {
		return (after != null && !after.isEmpty()) ? Position.parse(after).orElseThrow(Positions::problem) : null;
	}

	static ProblemException problem() {
		return ProblemException.badField("after",
				"The parameter \"after\" is where a page of this list ended, as its header Link has it.");
	}

}
