package org.signpost.judging;

import org.signpost.language.Encoding;
import org.signpost.language.ModelFiles;

/**
 * Turns what the model makes of question and candidate into probabilities. How probably
 * an answer made of the likeliest candidate is right is told by a logistic regression
 * (Platt 1999) on pages and questions that the model was never trained on; see the model
 * card.
 *
 * @param scale what a cosine is multiplied by to make log odds
 * @param bar what is then taken off
 * @param near weight of the encoder's log odds of a candidate
 * @param read weight of the reader's
 * @param bias log odds of a right answer where all else is 0
 * @param best weight of the log odds of the likeliest candidate
 * @param lead weight of its lead over the next
 * @param doubt weight of the doubt about the question
 * @param intent log odds that an editors' answer gains in the order of candidates, but
 * not in that probability, where the intent classifier is sure of its intent
 */
public record Calibration(double scale, double bar, double near, double read, double bias, double best, double lead,
		double doubt, double intent) {

	/** The lead of a candidate that has no other beside it. */
	static final double ALONE = 5;

	private static final double MOST = 12;

	/** As the training chose it. */
	public static Calibration of(ModelFiles files) {
		return new Calibration(files.chosen("scale"), files.chosen("bar"), files.chosen("near"), files.chosen("read"),
				files.chosen("bias"), files.chosen("best"), files.chosen("lead"), files.chosen("doubt"),
				files.chosen("intent"));
	}

	/** Log odds that a candidate answers a question, by their vectors alone. */
	double logit(Encoding question, Encoding candidate) {
		return logit(question.cosine(candidate)) - question.doubt() - candidate.pull();
	}

	/** Log odds that texts so alike belong together, nothing else known. */
	double logit(double cosine) {
		return this.scale * cosine - this.bar;
	}

	/**
	 * Log odds that a candidate answers, by their vectors and by reading them together.
	 */
	double joined(double near, double read) {
		return this.near * near + this.read * read;
	}

	/** How probably an answer made of the likeliest candidate is right. */
	double answered(double best, double lead, double doubt) {
		return sigmoid(this.bias + this.best * clip(best) + this.lead * clip(lead) + this.doubt * clip(doubt));
	}

	private static double clip(double value) {
		return Math.clamp(value, -MOST, MOST);
	}

	/** The probability that log odds stand for. */
	public static double sigmoid(double logit) {
		return 1 / (1 + Math.exp(-logit));
	}

}
