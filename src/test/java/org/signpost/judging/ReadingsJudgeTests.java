package org.signpost.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsJudgeTests {

	private final Map<String, Double> answered = Map.of("who holds the bursary", 0.6, "who holds the bursar", 0.7,
			"who holds it", 0.6);

	private final ReadingsJudge judge = new ReadingsJudge((query) -> List.of(),
			(query, candidates) -> new Judgement(List.of(), this.answered.getOrDefault(query.text(), 0.0)));

	@Test
	void takesTheLikelierReading() {
		assertThat(this.judge.judge(query("who holds the bursary", query("who holds the bursar"))).answered())
			.isEqualTo(0.7);
		assertThat(this.judge.judge(query("who holds the bursar", query("who holds the bursary"))).answered())
			.isEqualTo(0.7);
	}

	@Test
	void takesTheFirstOfTwoThatAreAsLikely() {
		var first = query("who holds it", query("who holds the bursary"));
		var judgement = new Judgement(List.of(), 0.6);
		var judge = new ReadingsJudge((query) -> List.of(),
				(query, candidates) -> query.equals(first) ? judgement : new Judgement(List.of(), 0.6));
		assertThat(judge.judge(first)).isSameAs(judgement);
	}

	private static Query query(String text, Query... otherwise) {
		return new Query(text, List.of(), null, NationOrigin.UNKNOWN, List.of(), List.of(), Set.of(), LocalDate.EPOCH,
				LocalDate.EPOCH, null, List.of(otherwise));
	}

}
