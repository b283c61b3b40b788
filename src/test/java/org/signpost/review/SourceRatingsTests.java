package org.signpost.review;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.signpost.conversation.RatedAnswers.RatedAnswer;
import org.signpost.review.SourceRatings.Rated;

import static org.assertj.core.api.Assertions.assertThat;

class SourceRatingsTests {

	@Test
	void anAnswerCountsOnceForEachSourceThatItCites() {
		var ratings = SourceRatings.of(List.of(new RatedAnswer(5, List.of("pay#1", "pay#2.1", "lock#3")),
				new RatedAnswer(2, List.of("pay#1")), new RatedAnswer(1, List.of())));
		assertThat(ratings.find("pay")).contains(new Rated(2, 3.5));
		assertThat(ratings.find("lock")).contains(new Rated(1, 5));
		assertThat(ratings.find("visits")).isEmpty();
	}

}
