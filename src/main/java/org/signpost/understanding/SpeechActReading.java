package org.signpost.understanding;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a visitor seems to be doing. Immutable.
 *
 * @param probabilities of each act; what is not named is 0, together they are 1
 */
public record SpeechActReading(Map<SpeechAct, Double> probabilities) {

	/** Of pleas, which seldom come alone: how likely another has to be to be met too. */
	private static final double SECOND = 0.15;

	private static final Set<SpeechAct> DISTRESS = EnumSet.of(SpeechAct.DESPAIR, SpeechAct.STRESS);

	private static final Comparator<SpeechAct> DECLARED = Comparator.naturalOrder();

	public SpeechActReading {
		probabilities = Collections.unmodifiableMap(new EnumMap<>(probabilities));
	}

	/** A reading that leaves no doubt. */
	public static SpeechActReading certain(SpeechAct act) {
		return new SpeechActReading(Map.of(act, 1.0));
	}

	/** The likeliest act. */
	public SpeechAct act() {
		return likeliest(Arrays.stream(SpeechAct.values()));
	}

	/** The likeliest act of a group. */
	public SpeechAct act(SpeechAct.Group group) {
		return likeliest(group.acts());
	}

	public double probability(SpeechAct act) {
		return this.probabilities.getOrDefault(act, 0.0);
	}

	/** How likely any act of a group is meant. */
	public double probability(SpeechAct.Group group) {
		return group.acts().mapToDouble(this::probability).sum();
	}

	/**
	 * What else a plea is about. Trouble seldom comes alone: an allegation at work is
	 * about a child and about rights. Despair and stress are one, met once.
	 */
	public Optional<SpeechAct> secondPlea() {
		var plea = act(SpeechAct.Group.HANDOFF);
		return SpeechAct.Group.HANDOFF.acts()
			.filter((act) -> act != plea && probability(act) > SECOND
					&& !(DISTRESS.contains(plea) && DISTRESS.contains(act)))
			.max(Comparator.<SpeechAct>comparingDouble(this::probability).thenComparing(DECLARED));
	}

	/**
	 * The same message read after what was said before it: it does what it did, but it is
	 * about something else only so far as it is after them, too.
	 */
	SpeechActReading within(SpeechActReading together) {
		var own = probability(SpeechAct.Group.OUT_OF_SCOPE);
		var elsewhere = Math.min(own, together.probability(SpeechAct.Group.OUT_OF_SCOPE));
		var within = new EnumMap<>(this.probabilities);
		if (elsewhere < own) {
			SpeechAct.Group.OUT_OF_SCOPE.acts()
				.forEach((act) -> within.computeIfPresent(act, (same, before) -> before * elsewhere / own));
			within.merge(SpeechAct.QUESTION, own - elsewhere, Double::sum);
		}
		return new SpeechActReading(within);
	}

	private SpeechAct likeliest(Stream<SpeechAct> acts) {
		return acts.max(Comparator.<SpeechAct>comparingDouble(this::probability).thenComparing(DECLARED)).orElseThrow();
	}

}
