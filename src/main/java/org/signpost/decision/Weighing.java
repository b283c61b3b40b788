package org.signpost.decision;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.signpost.language.ModelFiles;
import org.signpost.understanding.SpeechAct;
import org.signpost.understanding.SpeechAct.Group;
import org.signpost.understanding.SpeechActReading;

/**
 * Weighs what a visitor seems to be doing against what the guidance would answer: "I
 * couldn't cope with blood" is a plea where nothing speaks of blood and a question where
 * something does. A multinomial logistic regression over what was read and the log odds
 * of an answer, fitted on messages that the model was never trained on, each judged
 * against guidance of its own and of others (see the model card). Immutable; costs
 * microseconds.
 *
 * @param scale what a log probability that was read is multiplied by
 * @param bias log weight of each group where all else is 0
 * @param answered weight of the log odds of an answer, where that is likelier than not,
 * for each group
 */
public record Weighing(double scale, Map<Group, Double> bias, Map<Group, Double> answered) {

	private static final double LEAST_READ = 1e-5;

	private static final double MOST_ANSWERED = 1 - 1e-4;

	/** As the training chose it. */
	public static Weighing of(ModelFiles files) {
		var bias = new EnumMap<Group, Double>(Group.class);
		var answered = new EnumMap<Group, Double>(Group.class);
		for (var group : Group.values()) {
			var name = group.name().toLowerCase(Locale.ROOT).replace('_', '-');
			bias.put(group, files.chosen(name + "-bias"));
			answered.put(group, files.chosen(name + "-answered"));
		}
		return new Weighing(files.chosen("act-scale"), bias, answered);
	}

	/**
	 * How probably an act of a group is meant.
	 * @param meant the group
	 * @param reading what was read of the message
	 * @param likely how probably the guidance answers it
	 */
	double probability(Group meant, SpeechActReading reading, double likely) {
		// an answer that is not likelier than not says nothing
		var bounded = Math.clamp(likely, 0.5, MOST_ANSWERED);
		var odds = Math.log(bounded / (1 - bounded));
		var own = weight(meant, reading, odds);
		return own / Arrays.stream(Group.values()).mapToDouble((group) -> weight(group, reading, odds)).sum();
	}

	private double weight(Group group, SpeechActReading reading, double odds) {
		var read = Math.log(Math.max(reading.probability(group), LEAST_READ));
		return Math.exp(
				this.scale * read + this.bias.getOrDefault(group, 0.0) + this.answered.getOrDefault(group, 0.0) * odds);
	}

}
