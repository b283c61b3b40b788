package org.signpost.decision;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How surely the statements found answer a query: a logistic model over a handful of
 * signals, none of which could tell alone.
 *
 * @param probability that the guidance answers the query, 0 to 1
 * @param signals what it was reckoned from, by name
 */
public record Answerability(double probability, Map<String, Double> signals) {

	public Answerability {
		signals = new LinkedHashMap<>(signals);
	}

}
