package org.signpost.decision;

import org.signpost.language.ModelFiles;

/**
 * From which probability on what is done. All follow from one trade, a wrong answer costs
 * four refusals, on pages and questions that neither was trained on; the model card has
 * the evaluation that chose each.
 *
 * @param answer that what was found answers: from here on it is given
 * @param maybe from here on the visitor is asked whether they meant it
 * @param plea that somebody needs a person: from here on they are pointed to people
 * @param smallTalk that nothing is asked: from here on it is answered as small talk
 * @param elsewhere that another subject is meant: from here on a question that the
 * guidance does not answer is said to be none of ours
 */
public record Thresholds(double answer, double maybe, double plea, double smallTalk, double elsewhere) {

	/** As the training chose them. */
	public static Thresholds of(ModelFiles files) {
		return new Thresholds(files.chosen("answer"), files.chosen("maybe"), files.chosen("plea"),
				files.chosen("small-talk"), files.chosen("elsewhere"));
	}

}
