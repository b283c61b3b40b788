package org.signpost.conversation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

import org.signpost.knowledge.Nation;

/**
 * What was asked in a day, or in several, counted.
 *
 * @param questions how many questions
 * @param outcomes how they ended; those that were not answered have no outcome
 * @param stars how the answers were rated
 * @param nations the nations they were answered for, where there was one
 * @param millis how many of the answers took so many milliseconds
 */
public record DayFigures(int questions, Map<Outcome, Integer> outcomes, SortedMap<Integer, Integer> stars,
		Map<Nation, Integer> nations, SortedMap<Long, Integer> millis) {

	/** Of a day on which nothing was asked. */
	static DayFigures none() {
		return new DayFigures(0, new EnumMap<>(Outcome.class), new TreeMap<>(), new EnumMap<>(Nation.class),
				new TreeMap<>());
	}

	/** Those of several days together. */
	public static DayFigures total(List<DayFigures> days) {
		var total = none();
		for (var day : days) {
			day.outcomes.forEach((outcome, count) -> total.outcomes.merge(outcome, count, Integer::sum));
			day.stars.forEach((stars, count) -> total.stars.merge(stars, count, Integer::sum));
			day.nations.forEach((nation, count) -> total.nations.merge(nation, count, Integer::sum));
			day.millis.forEach((millis, count) -> total.millis.merge(millis, count, Integer::sum));
		}
		return total.with(days.stream().mapToInt(DayFigures::questions).sum());
	}

	DayFigures with(int questions) {
		return new DayFigures(questions, this.outcomes, this.stars, this.nations, this.millis);
	}

	/**
	 * The time within which a share of the answers came.
	 * @param share more than 0 and at most 1; .5 is the median
	 * @return milliseconds, or nothing where no time is known
	 */
	public OptionalLong findMillis(double share) {
		var wanted = (long) Math.ceil(share * this.millis.values().stream().mapToLong(Integer::longValue).sum());
		for (var each : this.millis.entrySet()) {
			wanted -= each.getValue();
			if (wanted <= 0) {
				return OptionalLong.of(each.getKey());
			}
		}
		return OptionalLong.empty();
	}

}
