package org.signpost.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.signpost.judging.Calibration;
import org.signpost.language.ModelFiles;
import org.signpost.understanding.SpeechAct;
import org.signpost.understanding.SpeechAct.Group;
import org.signpost.understanding.SpeechActReading;

/**
 * Weighs what a visitor seems to be doing against what the guidance would answer: "I
 * couldn't cope with blood" is a plea where nothing speaks of blood and a question where
 * something does. For each group of acts a logistic regression over the log odds that
 * were read of it and those of an answer, fitted on messages that the model was never
 * trained on, each judged against guidance of its own and of others (see the model card).
 * Immutable; costs microseconds.
 *
 * @param scale what the log odds that were read of a group are multiplied by
 * @param bias log odds of each group where all else is 0
 * @param answered weight of the log odds of an answer, where that is likelier than not,
 * for each group
 */
public record Weighing(Map<Group, Double> scale, Map<Group, Double> bias, Map<Group, Double> answered) {

	private static final double LEAST_READ = 1e-5;

	private static final double MOST_ANSWERED = 1 - 1e-4;

	/** As the training chose it. */
	public static Weighing of(ModelFiles files) {
		return new Weighing(chosen(files, "-scale"), chosen(files, "-bias"), chosen(files, "-answered"));
	}

	private static Map<Group, Double> chosen(ModelFiles files, String kind) {
		return Arrays.stream(Group.values())
			.filter((group) -> group != Group.QUESTION)
			.collect(Collectors.toUnmodifiableMap((group) -> group,
					(group) -> files.chosen(group.name().toLowerCase(Locale.ROOT).replace('_', '-') + kind)));
	}

	/**
	 * How probably an act of a group is meant.
	 * @param meant any group but that of questions, which are what is none of the others
	 * @param reading what was read of the message
	 * @param likely how probably the guidance answers it
	 */
	double probability(Group meant, SpeechActReading reading, double likely) {
		// an answer that is not likelier than not says nothing
		return Calibration.sigmoid(this.scale.getOrDefault(meant, 1.0)
				* odds(Math.clamp(reading.probability(meant), LEAST_READ, 1 - LEAST_READ))
				+ this.bias.getOrDefault(meant, 0.0)
				+ this.answered.getOrDefault(meant, 0.0) * odds(Math.clamp(likely, 0.5, MOST_ANSWERED)));
	}

	private static double odds(double probability) {
		return Math.log(probability / (1 - probability));
	}

}
