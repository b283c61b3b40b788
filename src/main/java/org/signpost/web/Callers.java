package org.signpost.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.eclipse.jetty.util.InetAddressPattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is calling. Headers in which a proxy names the visitor are believed only when
 * the connection itself comes from a listed proxy, and only as far back as the proxies
 * are listed ones.
 */
public final class Callers {

	/** What proxies add to a request, in small letters. */
	private static final Pattern FORWARDED_HEADER = Pattern
		.compile("(?:x-)?(?:original-)?forwarded(?:-.*)?|via|x-original-.*|x-proxy.*|x-envoy-.*|.*-(?:client|real)-?ip"
				+ "|.*connecting-ip");

	private final List<InetAddressPattern> trusted;

	Callers(List<String> trustedProxies) {
		this.trusted = trustedProxies.stream().map(Callers::range).toList();
	}

	private static InetAddressPattern range(String text) {
		try {
			address(text.substring(0, (text.indexOf('/') < 0) ? text.length() : text.indexOf('/')));
			return InetAddressPattern.from(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"signpost.web.trusted-proxies: \"" + text
							+ "\" is neither an address nor a range; write it like 10.0.0.7, 10.0.0.0/8 or fd00::/8",
					ex);
		}
	}

	/** Who sends this request. */
	public Caller read(HttpServletRequest request) {
		var peer = address(withoutScope(request.getRemoteAddr()));
		var host = firstOf(request.getHeader("Host"), "");
		var scheme = request.getScheme();
		if (!isTrusted(peer)) {
			return new Caller(peer, peer, scheme, host);
		}
		return new Caller(peer, visitor(request, peer),
				lastOf(request.getHeader("X-Forwarded-Proto"), scheme).toLowerCase(Locale.ROOT),
				lastOf(request.getHeader("X-Forwarded-Host"), host));
	}

	/** Whether any header says that a proxy stands between. */
	public boolean isForwarded(HttpServletRequest request) {
		return Collections.list(request.getHeaderNames())
			.stream()
			.anyMatch((header) -> FORWARDED_HEADER.matcher(header.toLowerCase(Locale.ROOT)).matches());
	}

	private InetAddress visitor(HttpServletRequest request, InetAddress peer) {
		var named = new java.util.ArrayList<String>();
		for (var header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
			named.addAll(List.of(header.split(",")));
		}
		var visitor = peer;
		for (var name : named.reversed()) {
			if (!isTrusted(visitor)) {
				break;
			}
			try {
				visitor = address(name.strip());
			}
			catch (IllegalArgumentException ex) {
				break;
			}
		}
		return visitor;
	}

	private boolean isTrusted(InetAddress address) {
		return this.trusted.stream().anyMatch((range) -> range.test(address));
	}

	/**
	 * Reads an address, never asking a name server.
	 * @throws IllegalArgumentException when it is not an address
	 */
	private static InetAddress address(String text) {
		var bare = (text.startsWith("[") && text.endsWith("]")) ? text.substring(1, text.length() - 1) : text;
		if (!InetAddressValidator.getInstance().isValid(bare)) {
			throw new IllegalArgumentException("Not an address");
		}
		try {
			return InetAddress.getByName(bare);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("Not an address", ex);
		}
	}

	private static String firstOf(@Nullable String value, String other) {
		return (value != null) ? value.strip() : other;
	}

	/** The value that the nearest proxy wrote. */
	private static String lastOf(@Nullable String value, String other) {
		return (value != null) ? value.substring(value.lastIndexOf(',') + 1).strip() : other;
	}

	private static String withoutScope(String address) {
		var scope = address.indexOf('%');
		return (scope < 0) ? address : address.substring(0, scope);
	}

}
