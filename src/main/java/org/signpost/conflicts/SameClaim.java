package org.signpost.conflicts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.judging.Calibration;
import org.signpost.judging.SameFact;
import org.signpost.language.EmbeddingStore;
import org.signpost.language.ModelFiles;
import org.signpost.language.Words;

/**
 * Tells how probably two claims out of all guidance are of one thing, of one kind, for
 * one group and under one condition. Where {@link SameFact} weighs two statements that
 * both seem to answer a question, this one may be asked of any two, of which nearly all
 * are of two things: logistic regression on the same numbers and on what their rare words
 * and values tell, fitted on labelled pairs among all others of the same careers. Costs
 * up to six runs of the encoder. Safe for many threads.
 */
public final class SameClaim {

	/** Which of {@link SameFact#features} tells how many kinds of figures are common. */
	private static final int KINDS = 11;

	private static final int COSINES = 3;

	private static final double FARTHEST = 4;

	/**
	 * Less probable by their words alone is never probable enough: of the labelled pairs
	 * and their neighbours no such one was, and three in four need not be encoded.
	 */
	private static final double HARDLY = 0.02;

	private static final double FARTHEST_VALUES = 3;

	/**
	 * Of what each says the other may lack so much, by the rarity of the words: that
	 * halves what is taken for one thing among neighbours that nobody labelled, at the
	 * cost of a quarter of what is one thing and quite otherwise worded.
	 */
	private static final double LACKED = 0.6;

	private final EmbeddingStore embedding;

	private final List<Double> mean;

	private final List<Double> deviation;

	private final List<Double> weights;

	/** Those of words and values alone. */
	private final List<Double> screen;

	public SameClaim(EmbeddingStore embedding, ModelFiles files) {
		this.embedding = embedding;
		this.mean = files.chosenList("same-claim-mean");
		this.deviation = files.chosenList("same-claim-deviation");
		this.weights = files.chosenList("same-claim-weights");
		this.screen = files.chosenList("same-claim-screen");
	}

	/** How probably two claims are of one thing, whatever values they give. */
	public double probability(Claim a, Claim b, Rarity rarity) {
		var said = a.own();
		var saidByOther = b.own();
		if (Math.min(rarity.lacked(said, saidByOther), rarity.lacked(saidByOther, said)) > LACKED) {
			return 0;
		}
		var words = standard(features(a, b, rarity, null));
		if (weigh(words, this.screen, COSINES) < HARDLY) {
			return 0;
		}
		// without the model nothing is known of their meaning
		return this.embedding.enabled() ? weigh(standard(features(a, b, rarity, this.embedding)), this.weights, 0)
				: weigh(words, this.screen, COSINES);
	}

	private double[] standard(double[] features) {
		var z = new double[features.length];
		for (int i = 0; i < z.length; i++) {
			z[i] = Math.clamp((features[i] - this.mean.get(i)) / this.deviation.get(i), -FARTHEST, FARTHEST);
		}
		return z;
	}

	/** Of each number from a place on, and of its square. */
	private static double weigh(double[] z, List<Double> weights, int from) {
		var logit = weights.getFirst();
		for (int i = from; i < z.length; i++) {
			logit += weights.get(1 + i - from) * z[i] + weights.get(1 + i + z.length - 2 * from) * z[i] * z[i];
		}
		return Calibration.sigmoid(logit);
	}

	/**
	 * What is weighed, the same whichever claim comes first.
	 * @param embedding tells how near they are in meaning; without one that is 0
	 */
	public static double[] features(Claim a, Claim b, Rarity rarity, @Nullable EmbeddingStore embedding) {
		var of = SameFact.features(a.narrowed(), b.narrowed(), embedding);
		of[KINDS] = a.values().measuresInCommon(b.values());
		var lacks = rarity.lacked(a.context(), b.context());
		var lacksOther = rarity.lacked(b.context(), a.context());
		var said = a.own();
		var saidByOther = b.own();
		var rarest = rarity.rarestLacked(said, b.context());
		var rarestOther = rarity.rarestLacked(saidByOther, a.context());
		var words = new double[] { rarity.cosine(a.context(), b.context()), Math.min(lacks, lacksOther),
				Math.max(lacks, lacksOther), Math.min(rarest, rarestOther), Math.max(rarest, rarestOther),
				rarity.cosine(title(a), title(b)), a.values().otherBound(b.values()) ? 1 : 0,
				a.values().otherPeriod(b.values()) ? 1 : 0,
				Math.min(FARTHEST_VALUES, a.values().apart(b.values())) / FARTHEST_VALUES,
				a.narrowed().nations().equals(b.narrowed().nations()) ? 1 : 0,
				Math.min(rarity.lacked(said, saidByOther), rarity.lacked(saidByOther, said)),
				Math.min(rarity.rarestLacked(said, saidByOther), rarity.rarestLacked(saidByOther, said)),
				exchanged(said, saidByOther, rarity) };
		var all = Arrays.copyOf(of, of.length + words.length);
		System.arraycopy(words, 0, all, of.length, words.length);
		return all;
	}

	/**
	 * How rare the words are by which alone two claims differ, one word for one: blenders
	 * start on so much, tasters on so much.
	 */
	private static double exchanged(Set<String> a, Set<String> b, Rarity rarity) {
		var one = a.stream().filter((word) -> !b.contains(word)).count() == 1
				&& b.stream().filter((word) -> !a.contains(word)).count() == 1;
		return one ? Math.min(rarity.rarestLacked(a, b), rarity.rarestLacked(b, a)) : 0;
	}

	private static Set<String> title(Claim claim) {
		return claim.narrowed().headings().isEmpty() ? Set.of()
				: new HashSet<>(Words.stems(claim.narrowed().headings().getFirst()));
	}

}
