package org.signpost.knowledge;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a stage makes of each source by itself, so that a source that has not changed
 * costs nothing when others have: an edition takes over from the one before it what was
 * made of the very same sources. Immutable; taking over costs nanoseconds a source.
 *
 * @param <T> what is made of a source
 */
public final class PerSource<T> {

	private final Function<Source, T> make;

	private final IdentityHashMap<Source, T> made = new IdentityHashMap<>();

	/** Of no sources yet. */
	public PerSource(Function<Source, T> make) {
		this.make = make;
	}

	/** Of these sources: of those that are known as it was made, of others made anew. */
	public PerSource<T> of(List<Source> sources) {
		var next = new PerSource<>(this.make);
		sources.forEach((source) -> {
			var known = this.made.get(source);
			next.made.put(source, (known != null) ? known : this.make.apply(source));
		});
		return next;
	}

	/** What was made of one of its sources. */
	public T get(Source source) {
		return Objects.requireNonNull(this.made.get(source));
	}

}
