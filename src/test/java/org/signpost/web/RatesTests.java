package org.signpost.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RatesTests {

	private final AtomicLong now = new AtomicLong();

	private final Rates<Integer> rates = new Rates<>(this.now::get, Rates.limit(3, Duration.ofMinutes(1)),
			Rates.limit(5, Duration.ofDays(1)));

	@Test
	void countsEachKeyByItselfAndTellsHowLongToWait() {
		for (var i = 0; i < 3; i++) {
			assertThat(this.rates.take(1)).isZero();
		}
		assertThat(this.rates.take(1)).isEqualTo(Duration.ofSeconds(20));
		assertThat(this.rates.take(2)).isZero();
		pass(Duration.ofSeconds(20));
		assertThat(this.rates.take(1)).isZero();
		this.rates.giveBack(1);
		assertThat(this.rates.take(1)).isZero();
		assertThat(this.rates.take(1)).isPositive();
	}

	@Test
	void remembersAKeyForItsLongestPeriodAndForgetsItThen() {
		for (var i = 0; i < 5; i++) {
			assertThat(this.rates.take(1)).isZero();
			pass(Duration.ofMinutes(1));
		}
		pass(Duration.ofHours(1));
		assertThat(this.rates.take(1)).isPositive();
		assertThat(this.rates.size()).isOne();
		pass(Duration.ofDays(1).plusSeconds(1));
		assertThat(this.rates.size()).isZero();
		assertThat(this.rates.take(1)).isZero();
	}

	@Test
	void holdsNoMoreKeysThanItMayAndKeepsThoseInUse() {
		for (var i = 0; i < 4; i++) {
			this.rates.take(-1);
		}
		for (var key = 0; key < 2 * Rates.KEYS; key++) {
			this.rates.take(key);
			if (key % 100 == 0) {
				assertThat(this.rates.take(-1)).isPositive();
			}
		}
		assertThat(this.rates.size()).isLessThanOrEqualTo(Rates.KEYS);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
