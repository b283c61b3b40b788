package org.signpost.decision;

import org.signpost.language.ModelFiles;

/**
 * From which probability on what is done. All were chosen on pages and questions that
 * neither was trained on; the model card has the evaluation that chose each.
 *
 * @param answer that what was found answers: from here on it is given
 * @param maybe from here on the visitor is asked whether they meant it
 * @param plea that somebody needs a person: from here on they are pointed to people
 * @param smallTalk that nothing is asked, by small talk or by telling of oneself: from
 * here on it is met as that
 * @param elsewhere that another subject is meant: from here on it is said to be none of
 * ours
 */
public record Thresholds(double answer, double maybe, double plea, double smallTalk, double elsewhere) {

	/** As the training chose them. */
	public static Thresholds of(ModelFiles files) {
		return new Thresholds(files.chosen("answer"), files.chosen("maybe"), files.chosen("plea"),
				files.chosen("small-talk"), files.chosen("elsewhere"));
	}

}
