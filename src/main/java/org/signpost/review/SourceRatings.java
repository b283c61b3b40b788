package org.signpost.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.signpost.conversation.RatedAnswers.RatedAnswer;

/**
 * How visitors have rated the answers that cite a source: an answer counts for each
 * source that it cites, once. Immutable.
 */
public final class SourceRatings {

	private final Map<String, Rated> bySource;

	private SourceRatings(Map<String, Rated> bySource) {
		this.bySource = bySource;
	}

	public static SourceRatings of(List<RatedAnswer> answers) {
		var bySource = new HashMap<String, Rated>();
		for (var answer : answers) {
			for (var source : answer.cited().stream().map(SourceRatings::source).collect(Collectors.toSet())) {
				bySource.merge(source, new Rated(1, answer.stars()), Rated::plus);
			}
		}
		return new SourceRatings(Map.copyOf(bySource));
	}

	/** A statement's id begins with its source's. */
	private static String source(String statement) {
		return statement.substring(0, Math.max(0, statement.lastIndexOf('#')));
	}

	/** The ratings of a source, if there are any. */
	public Optional<Rated> find(String source) {
		return Optional.ofNullable(this.bySource.get(source));
	}

	/**
	 * The ratings of several answers.
	 *
	 * @param answers how many answers
	 * @param mean their mean, 1 to 5
	 */
	public record Rated(int answers, double mean) {

		Rated plus(Rated other) {
			var sum = this.answers * this.mean + other.answers * other.mean;
			return new Rated(this.answers + other.answers, sum / (this.answers + other.answers));
		}

	}

}
