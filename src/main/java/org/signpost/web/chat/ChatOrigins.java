package org.signpost.web.chat;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.signpost.web.Callers;
import org.signpost.web.Origins;
import org.signpost.web.ProblemException;
import org.signpost.web.ProblemWriter;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Which pages may use the fallback. A browser leaves the origin out of a page's own GET,
 * so a missing one is let in here: without the key, which no foreign page can send unless
 * we allow it to, nothing is told.
 */
final class ChatOrigins extends OncePerRequestFilter {

	private final Origins origins;

	private final Callers callers;

	private final ProblemWriter problems;

	ChatOrigins(Origins origins, Callers callers, ProblemWriter problems) {
		this.origins = origins;
		this.callers = callers;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var origin = request.getHeader(HttpHeaders.ORIGIN);
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		if (origin != null && !this.origins.allows(origin, this.callers.read(request))) {
			if (request.getMethod().equals("GET")) {
				// nothing but the refusal: so the widget can tell it from a server that
				// is away
				response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
			}
			this.problems.write(response,
					new ProblemException(HttpStatus.FORBIDDEN, "Pages of this origin may not use this server."));
			return;
		}
		if (origin != null && this.origins.isConfigured(origin)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
			if (request.getMethod().equals("OPTIONS")) {
				response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
				response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", HttpHeaders.CONTENT_TYPE,
						"Last-Event-ID", ConversationAccess.CONVERSATION, ConversationAccess.KEY));
				response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
				response.setStatus(HttpServletResponse.SC_NO_CONTENT);
				return;
			}
		}
		chain.doFilter(request, response);
	}

}
