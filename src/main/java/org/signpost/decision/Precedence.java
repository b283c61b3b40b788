package org.signpost.decision;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Statement;

/**
 * Which of two statements that give different values for one thing an answer gives.
 *
 * @param given that one, null where nothing decides and an answer may give either
 * @param reason why
 */
public record Precedence(@Nullable Statement given, Reason reason) {

	/** Why the one is given, or neither before the other. */
	public enum Reason {

		/** The given one is of a later date. */
		NEWER,
		/** The given one has a date, the other none. */
		DATED,
		/** The guidance says that what the other speaks of has been replaced. */
		REPLACED,
		/** The other holds from a day to come. */
		NOT_YET_IN_FORCE,
		/** Neither is later by any reading of their dates. */
		NO_ORDER,
		/**
		 * One is later, but not so surely of the same fact that an answer leaves the
		 * other out; days and times are never.
		 */
		NOT_SURE

	}

	static Precedence none(boolean ordered) {
		return new Precedence(null, ordered ? Reason.NOT_SURE : Reason.NO_ORDER);
	}

}
