package org.signpost.review;

import java.util.List;
import java.util.Locale;

import org.signpost.knowledge.Problem;

/**
 * A mistake of a knowledge base, ready to be written as JSON.
 *
 * @param place file and line
 * @param text what is wrong and what to write instead
 * @param severity {@code error} or {@code warning}
 */
public record PlacedProblem(String place, String text, String severity) {

	/** Mistakes in the order in which they were found. */
	public static List<PlacedProblem> of(List<Problem> problems) {
		return problems.stream()
			.map((problem) -> new PlacedProblem(problem.file() + ":" + problem.line(), problem.message(),
					problem.severity().name().toLowerCase(Locale.ROOT)))
			.toList();
	}

}
