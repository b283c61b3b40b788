package org.signpost.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.signpost.knowledge.Source;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class SourceAgesTests {

	private final SourceAges ages = new SourceAges(Duration.ofDays(365),
			Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));

	@Test
	void countsFromTheDayItWasLastChecked() {
		assertThat(this.ages.daysOf(source("lock-keeper-profile"))).isEqualTo(Optional.of(20L));
		assertThat(this.ages.isStale(source("lock-keeper-profile"))).isFalse();
	}

	@Test
	void elseFromTheLastDayItCanHaveBeenPublishedOn() {
		assertThat(this.ages.daysOf(source("lock-visits"))).isEqualTo(Optional.of(294L));
		assertThat(this.ages.isStale(source("pay-2022"))).isTrue();
	}

	@Test
	void putsTheOldestFirst() {
		assertThat(Engines.small().sources().stream().sorted(this.ages.oldestFirst()).map(Source::id))
			.startsWith("pay-2022", "pay-2025")
			.endsWith("lock-keeper-profile");
	}

	@Test
	void tellsWhichAnswersRestOnIt() {
		assertThat(SourceAges.answersOn(source("pay-2022"), Engines.small())).containsExactly("winter-allowance");
		assertThat(SourceAges.answersOn(source("lock-visits"), Engines.small())).isEmpty();
	}

	private static Source source(String id) {
		return Engines.small().findSource(id).orElseThrow();
	}

}
