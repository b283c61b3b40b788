package org.signpost.web.adviser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.DayFigures;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Nation;

/**
 * Figures as the adviser interface gives them.
 *
 * @param from the first day
 * @param before the day after the last
 * @param days each day, also where nothing was asked
 * @param total all days together
 */
record FiguresView(LocalDate from, LocalDate before, List<FigureView> days, FigureView total) {

	static FiguresView of(LocalDate from, LocalDate before, SortedMap<LocalDate, DayFigures> days) {
		return new FiguresView(from, before,
				days.entrySet().stream().map((day) -> FigureView.of(day.getKey(), day.getValue())).toList(),
				FigureView.of(null, DayFigures.total(List.copyOf(days.values()))));
	}

	/** As a table with a head and a row a day. */
	List<List<String>> table() {
		var head = Stream.of(Stream.of("day", "questions"), Arrays.stream(Outcome.values()).map(Outcome::name),
				IntStream.rangeClosed(1, 5).mapToObj((stars) -> "rated " + stars),
				Arrays.stream(Nation.values()).map(Nation::name), Stream.of("median ms", "95th percentile ms"));
		var rows = new ArrayList<List<String>>();
		rows.add(head.flatMap((part) -> part).toList());
		this.days.forEach((day) -> rows.add(day.row()));
		return rows;
	}

	/** A day, or several together, which then have no day. */
	record FigureView(@Nullable LocalDate day, int questions, Map<Outcome, Integer> outcomes,
			Map<Integer, Integer> ratings, Map<Nation, Integer> nations, Millis answerMillis) {

		static FigureView of(@Nullable LocalDate day, DayFigures figures) {
			return new FigureView(day, figures.questions(), figures.outcomes(), figures.stars(), figures.nations(),
					new Millis(millis(figures, .5), millis(figures, .95)));
		}

		private static @Nullable Long millis(DayFigures figures, double share) {
			var found = figures.findMillis(share);
			return found.isPresent() ? found.getAsLong() : null;
		}

		private List<String> row() {
			var cells = new ArrayList<String>(List.of(String.valueOf(this.day), String.valueOf(this.questions)));
			Arrays.stream(Outcome.values()).forEach((outcome) -> cells.add(count(this.outcomes.get(outcome))));
			IntStream.rangeClosed(1, 5).forEach((stars) -> cells.add(count(this.ratings.get(stars))));
			Arrays.stream(Nation.values()).forEach((nation) -> cells.add(count(this.nations.get(nation))));
			Arrays.asList(this.answerMillis.median(), this.answerMillis.p95())
				.forEach((millis) -> cells.add((millis != null) ? millis.toString() : ""));
			return cells;
		}

		private static String count(@Nullable Integer count) {
			return (count != null) ? count.toString() : "0";
		}

	}

	/**
	 * How long answers took, in milliseconds; nothing where that is not known.
	 *
	 * @param median half of them took no longer
	 * @param p95 95 of 100 took no longer
	 */
	record Millis(@Nullable Long median, @Nullable Long p95) {
	}

}
