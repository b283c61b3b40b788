package org.signpost.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 16 kB, or over 1 MB where a file of cases is sent to be tried: at
 * once where the length is announced, else as soon as more has been read.
 */
final class BodyLimit extends OncePerRequestFilter {

	private static final int MAX_BYTES = 16 * 1024;

	private static final int MAX_CASES_BYTES = 1024 * 1024;

	/**
	 * So much is read though it is refused: to close on somebody who still sends may cut
	 * off the answer, too.
	 */
	private static final int READ_ANYHOW = 64 * 1024;

	private static final Set<String> TAKE_CASES = Set.of("/api/evaluations", "/api/comparisons");

	private final ProblemWriter problems;

	BodyLimit(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var limit = TAKE_CASES.contains(request.getRequestURI()) ? MAX_CASES_BYTES : MAX_BYTES;
		if (request.getContentLengthLong() > limit) {
			if (request.getContentLengthLong() <= READ_ANYHOW) {
				request.getInputStream().skipNBytes(request.getContentLengthLong());
			}
			else {
				// what is still to come is not worth reading
				response.setHeader(HttpHeaders.CONNECTION, "close");
			}
			this.problems.write(response, ProblemException.tooLarge());
			return;
		}
		chain.doFilter(new LimitedRequest(request, limit), response);
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private final int limit;

		LimitedRequest(HttpServletRequest request, int limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream(), this.limit);
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final int limit;

		private int read;

		LimitedStream(ServletInputStream body, int limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			var next = this.body.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			var count = this.body.read(bytes, offset, length);
			count(Math.max(count, 0));
			return count;
		}

		private void count(int more) throws IOException {
			this.read += more;
			if (this.read > this.limit) {
				throw new BodyTooLargeException();
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
