package org.signpost.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;

/**
 * How often something may happen, for each of many keys. Holds the keys last used and
 * forgets the others: a bucket that nobody has touched for so long is full again anyway.
 *
 * @param <K> what is counted apart, such as a conversation or an address
 */
public final class Rates<K> {

	private static final int KEYS = 100_000;

	private final Bandwidth[] limits;

	private final Map<K, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
			return size() > KEYS;
		}

	};

	public Rates(Bandwidth... limits) {
		this.limits = limits.clone();
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

	private Bucket bucket(K key) {
		synchronized (this.buckets) {
			return this.buckets.computeIfAbsent(key, (any) -> {
				var builder = Bucket.builder();
				for (var limit : this.limits) {
					builder.addLimit(limit);
				}
				return builder.build();
			});
		}
	}

}
