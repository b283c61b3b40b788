package org.signpost.decision;

import java.util.Optional;

/** One rule of the policy: decides, or leaves it to the next. */
interface Rule {

	/** The decision, if this rule fires. */
	Optional<Decision> decide(Situation situation);

}
