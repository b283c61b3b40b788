package org.signpost.web.adviser;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationList;
import org.signpost.conversation.Figures;
import org.signpost.web.ProblemException;

/** Moments in parameters, written as such or as the day in London that begins then. */
final class Moments {

	private Moments() {
	}

	/**
	 * Reads a parameter.
	 * @param name its name
	 * @param text what it says, if it is given
	 */
	static @Nullable Instant find(String name, @Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return ConversationList.checked((text.length() == 10)
					? LocalDate.parse(text).atStartOfDay(Figures.ZONE).toInstant() : Instant.parse(text));
		}
		catch (DateTimeException ex) {
			throw ProblemException.badField(name, "The parameter \"" + name
					+ "\" is a day or a moment, written like 2026-11-21 or 2026-11-21T09:30:00Z.");
		}
	}

}
