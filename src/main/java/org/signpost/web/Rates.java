package org.signpost.web;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * How often something may happen, for each of many keys. A key that nobody has used for
 * the longest of the periods is forgotten: its bucket would be full again. Of more than
 * 100,000 keys those used least are forgotten earlier. Safe for use by many threads; a
 * key waits for nobody who uses another.
 *
 * @param <K> what is counted apart, such as a conversation or an address
 */
public final class Rates<K> {

	static final int KEYS = 100_000;

	private final Bandwidth[] limits;

	private final Ticker ticker;

	private final Cache<K, Bucket> buckets;

	public Rates(Bandwidth... limits) {
		this(Ticker.systemTicker(), limits);
	}

	Rates(Ticker ticker, Bandwidth... limits) {
		this.limits = limits.clone();
		this.ticker = ticker;
		var longest = 0L;
		for (var limit : limits) {
			longest = Math.max(longest, limit.getRefillPeriodNanos());
		}
		this.buckets = Caffeine.newBuilder()
			.maximumSize(KEYS)
			.expireAfterAccess(Duration.ofNanos(longest))
			.ticker(ticker)
			// tidying up is a matter of microseconds, not worth a thread
			.executor(Runnable::run)
			.build();
	}

	/** So many in a period, all of them at once if need be. */
	public static Bandwidth limit(int times, Duration period) {
		return Bandwidth.builder().capacity(times).refillGreedy(times, period).build();
	}

	/**
	 * Takes one.
	 * @return how long to wait before the next try, zero when it was taken
	 */
	public Duration take(K key) {
		var probe = bucket(key).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
	}

	/** Gives one back that was not needed after all. */
	public void giveBack(K key) {
		bucket(key).addTokens(1);
	}

	/** How many keys it knows. */
	long size() {
		this.buckets.cleanUp();
		return this.buckets.estimatedSize();
	}

	private Bucket bucket(K key) {
		return this.buckets.get(key, (any) -> {
			var builder = Bucket.builder().withCustomTimePrecision(new TickerTime(this.ticker));
			for (var limit : this.limits) {
				builder.addLimit(limit);
			}
			return builder.build();
		});
	}

	private record TickerTime(Ticker ticker) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.ticker.read();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
