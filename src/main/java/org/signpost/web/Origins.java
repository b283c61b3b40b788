package org.signpost.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Which pages may talk to this server. An origin is compared whole (scheme, name and
 * port), never by its beginning or end.
 */
public final class Origins {

	private final Set<String> allowed;

	private final Set<String> hostNames;

	private final RefusedOrigins refused = new RefusedOrigins();

	Origins(List<String> allowedOrigins, List<String> hostNames) {
		this.allowed = allowedOrigins.stream()
			.map((origin) -> normalize(origin)
				.orElseThrow(() -> new IllegalArgumentException("signpost.widget.allowed-origins: \"" + origin
						+ "\" is not an origin; write it like https://www.example.org")))
			.collect(Collectors.toUnmodifiableSet());
		this.hostNames = hostNames.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether a page of this origin may talk to us; a missing or opaque one may not. The
	 * log names each origin that may not once, as its visitors cannot say what is wrong.
	 */
	public boolean allows(@Nullable String origin, Caller caller) {
		var known = normalize(origin);
		if (known.filter((each) -> this.allowed.contains(each) || isOwn(each, caller)).isPresent()) {
			return true;
		}
		known.ifPresent((each) -> this.refused.tell(URI.create(each), caller));
		return false;
	}

	/** Whether it is one of the configured origins, for which CORS headers are sent. */
	public boolean isConfigured(@Nullable String origin) {
		return normalize(origin).filter(this.allowed::contains).isPresent();
	}

	/** Whether any origin is configured. */
	public boolean areConfigured() {
		return !this.allowed.isEmpty();
	}

	/**
	 * Whether it is the address under which we were asked. The name has to be one of
	 * ours: otherwise a page could rebind its own name to our address.
	 */
	public boolean isOwn(@Nullable String origin, Caller caller) {
		return (caller.namesLoopback() || this.hostNames.contains(caller.hostName()))
				&& normalize(origin).equals(normalize(caller.scheme() + "://" + caller.host()));
	}

	/** Scheme, name and port in one form, or nothing if it is not an origin. */
	private static Optional<String> normalize(@Nullable String origin) {
		if (origin == null) {
			return Optional.empty();
		}
		try {
			var uri = new URI(origin);
			var scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
			var host = uri.getHost();
			if (host == null || uri.getUserInfo() != null || !uri.getRawPath().isEmpty() || uri.getRawQuery() != null
					|| uri.getRawFragment() != null || !(scheme.equals("http") || scheme.equals("https"))) {
				return Optional.empty();
			}
			var port = (uri.getPort() >= 0) ? uri.getPort() : scheme.equals("https") ? 443 : 80;
			return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + ":" + port);
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
