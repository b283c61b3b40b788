package org.signpost.web.adviser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.AuditLog;
import org.signpost.web.Callers;
import org.signpost.web.Origins;
import org.signpost.web.ProblemException;
import org.signpost.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The door before the adviser interface, and who keeps its books: everything asked for is
 * in the log {@code signpost.audit}; what an adviser changed, and what visitors said that
 * an adviser read, is in the storage as well. Open without a token only while nothing is
 * configured that would let anybody but this machine's own user reach it; in every other
 * case it asks for the token of somebody it can name.
 */
final class AdviserDoor extends OncePerRequestFilter {

	private static final Logger audit = LoggerFactory.getLogger("signpost.audit");

	private static final String WHO = AdviserDoor.class.getName() + ".who";

	/** What visitors said is behind these. */
	private static final Pattern SAID = Pattern.compile("/api/(?:conversations|gaps|cases)(?:[/.].*)?");

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final Map<String, byte[]> hashes;

	private final boolean openToLoopback;

	private final Callers callers;

	private final Origins origins;

	private final ProblemWriter problems;

	private final AuditLog stored;

	AdviserDoor(AdviserProperties properties, boolean openToLoopback, Callers callers, Origins origins,
			ProblemWriter problems, AuditLog stored) {
		this.hashes = properties.tokens()
			.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
					(entry) -> entry.getValue().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)));
		this.openToLoopback = openToLoopback && this.hashes.isEmpty();
		this.callers = callers;
		this.origins = origins;
		this.problems = problems;
		this.stored = stored;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var name = nameOf(request.getHeader(HttpHeaders.AUTHORIZATION));
		if (name.isEmpty() && !isOwnUser(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			this.problems.write(response,
					new ProblemException(HttpStatus.UNAUTHORIZED, "The adviser interface needs a token."));
			// in the log only: nobody can fill the storage by guessing tokens
			audit("refused", request, response, Optional.empty());
			return;
		}
		request.setAttribute(WHO, name.orElse("local"));
		chain.doFilter(request, response);
		audit(name.orElse("local"), request, response, Optional.of(this.stored));
	}

	/** Whom the door has let in with this request. */
	static String who(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(WHO));
	}

	/**
	 * Whether only somebody at this machine can have sent it: not a proxy beside us, not
	 * a page of another site in a browser here.
	 */
	private boolean isOwnUser(HttpServletRequest request) {
		var caller = this.callers.read(request);
		var origin = request.getHeader(HttpHeaders.ORIGIN);
		var site = request.getHeader("Sec-Fetch-Site");
		return this.openToLoopback && caller.peer().isLoopbackAddress() && caller.namesLoopback()
				&& !this.callers.isForwarded(request) && (origin == null || this.origins.isOwn(origin, caller))
				&& (site == null || site.equals("same-origin") || site.equals("none"));
	}

	private Optional<String> nameOf(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return Optional.empty();
		}
		var hash = hash(authorization.substring(7).strip());
		String found = null;
		// every hash is compared, so that the time taken tells nothing
		for (var entry : this.hashes.entrySet()) {
			if (MessageDigest.isEqual(entry.getValue(), hash)) {
				found = entry.getKey();
			}
		}
		return Optional.ofNullable(found);
	}

	private static byte[] hash(String token) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Names what was asked for by the pattern of its address and the id of ours in it:
	 * anything else in an address could be what somebody typed.
	 */
	private static void audit(String who, HttpServletRequest request, HttpServletResponse response,
			Optional<AuditLog> stored) {
		var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		var id = Arrays.stream(request.getRequestURI().split("/"))
			.flatMap((part) -> Ids.find(part).stream())
			.findFirst();
		var what = (pattern != null) ? pattern.toString() : "-";
		audit.info("{} {} {} {} {}", who, request.getMethod(), what, id.map(UUID::toString).orElse("-"),
				response.getStatus());
		if (what.startsWith("/api/") && (!READING.contains(request.getMethod()) || SAID.matcher(what).matches())) {
			stored.ifPresent(
					(log) -> log.add(who, request.getMethod() + " " + what, id.orElse(null), response.getStatus()));
		}
	}

}
