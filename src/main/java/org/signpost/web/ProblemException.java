package org.signpost.web;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Thrown to answer a request with a problem. */
public final class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ProblemDetail problem;

	private final transient @Nullable Duration retryAfter;

	public ProblemException(HttpStatusCode status, String detail) {
		this(status, detail, null);
	}

	private ProblemException(HttpStatusCode status, String detail, @Nullable Duration retryAfter) {
		super(detail);
		this.problem = ProblemDetail.forStatusAndDetail(status, detail);
		this.retryAfter = retryAfter;
	}

	/** 400 for a field that cannot be understood. */
	public static ProblemException badField(String field, String detail) {
		return about(HttpStatus.BAD_REQUEST, field, detail);
	}

	/** A problem with one field. */
	public static ProblemException about(HttpStatus status, String field, String detail) {
		var exception = new ProblemException(status, detail);
		exception.problem.setProperty("field", field);
		return exception;
	}

	/** 404. */
	public static ProblemException notFound(String detail) {
		return new ProblemException(HttpStatus.NOT_FOUND, detail);
	}

	/** 413. */
	public static ProblemException tooLarge() {
		return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "The body is too large.");
	}

	/** 429. */
	public static ProblemException tooFast(Duration retryAfter) {
		return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "Too many questions, try again later.", retryAfter);
	}

	/** 503. */
	public static ProblemException busy(String detail, Duration retryAfter) {
		return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail, retryAfter);
	}

	public ProblemDetail problem() {
		return this.problem;
	}

	/** How long to wait before the next try. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
