package org.signpost.web.pages;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers what our own pages may do, which is little. */
final class PageHeaders extends OncePerRequestFilter {

	private static final Set<String> PAGES = Set.of("/", "/index.html", "/ask", "/privacy", "/adviser");

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
			+ "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
			+ "require-trusted-types-for 'script'; trusted-types 'none'";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		if (PAGES.contains(request.getRequestURI())) {
			response.setHeader("Content-Security-Policy", POLICY);
			response.setHeader(HttpHeaders.CACHE_CONTROL,
					request.getRequestURI().equals("/ask") ? "no-store" : "no-cache");
		}
		else if (request.getRequestURI().startsWith("/api/")) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		chain.doFilter(request, response);
	}

}
