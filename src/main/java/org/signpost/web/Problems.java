package org.signpost.web;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpException;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.conversation.NotSavedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Errors as {@code application/problem+json}. Says which field is wrong and what it can
 * be, never what was in it: that may be what a visitor typed.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> problem(ProblemException ex) {
		var response = ResponseEntity.status(ex.problem().getStatus());
		if (ex.retryAfter() != null) {
			response.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(ex.retryAfter())));
		}
		return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(ex.problem());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notReady(KnowledgeBaseNotReadyException ex) {
		return problem(ProblemException.busy("The knowledge base is not ready yet.", Duration.ofSeconds(2)));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notSaved(NotSavedException ex) {
		return problem(
				ProblemException.busy("The storage is not available, nothing was stored.", Duration.ofSeconds(5)));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unexpected(RuntimeException ex) {
		// a form that cannot be read is the sender's fault, only Jetty says so late
		if (ex instanceof HttpException refused && HttpStatusCode.valueOf(refused.getCode()).is4xxClientError()) {
			return problem(new ProblemException(HttpStatusCode.valueOf(refused.getCode()), "The body cannot be read."));
		}
		var origin = (ex.getStackTrace().length > 0) ? ex.getStackTrace()[0].toString() : "an unknown place";
		logger.error("A request failed: {} at {}", ex.getClass().getName(), origin);
		return problem(new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side."));
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(unreadable(ex, request));
	}

	@Override
	protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return answer((ex instanceof MethodArgumentTypeMismatchException mismatch) ? wrong(mismatch.getParameter())
				: new ProblemException(status, "A value is not one it can have."));
	}

	@Override
	protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(wrong(ex.getParameterValidationResults().getFirst().getMethodParameter()));
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(wrongField(Objects.requireNonNull(ex.getFieldError()).getField(), ex.getParameter()));
	}

	private static ResponseEntity<Object> answer(ProblemException ex) {
		var problem = ex.problem();
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static ProblemException wrong(MethodParameter parameter) {
		return AllowedValues.of(parameter.getParameter().getAnnotatedType())
			.problemOfParameter(Objects.requireNonNullElse(parameter.getParameterName(), "value"));
	}

	/** What is wrong with a field of a body, which is a record here. */
	private static ProblemException wrongField(String field, MethodParameter body) {
		var components = Objects.requireNonNullElse(body.getParameterType().getRecordComponents(),
				new RecordComponent[0]);
		return Arrays.stream(components)
			.filter((component) -> component.getName().equals(field))
			.findFirst()
			.map((component) -> AllowedValues.of(component.getAnnotatedType()).problemOfField(field))
			.orElseGet(
					() -> ProblemException.badField(field, "The value of \"" + field + "\" is not one it can have."));
	}

	private static Optional<MethodParameter> body(WebRequest request) {
		return (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST) instanceof HandlerMethod method)
						? Arrays.stream(method.getMethodParameters())
							.filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
							.findFirst()
						: Optional.empty();
	}

	private static ProblemException unreadable(HttpMessageNotReadableException ex, WebRequest request) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLargeException) {
				return ProblemException.tooLarge();
			}
		}
		if (ex.getCause() instanceof JacksonException wrong && !wrong.getPath().isEmpty()) {
			var field = wrong.getPath().getFirst().getPropertyName();
			var body = body(request);
			if (field != null && body.isPresent()) {
				return wrongField(field, body.get());
			}
		}
		var detail = (ex.getCause() instanceof JacksonException) ? "The body is not JSON of the form expected."
				: "The body is missing or cannot be read.";
		return new ProblemException(HttpStatus.BAD_REQUEST, detail);
	}

	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex,
			@org.jspecify.annotations.Nullable Object body, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		var problem = (body instanceof ProblemDetail detail) ? detail : ProblemDetail.forStatus(status);
		return ResponseEntity.status(status)
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	/** Writes a problem from where there is no controller yet. */
	static void write(HttpServletResponse response, JsonMapper json, ProblemException problem) throws IOException {
		response.setStatus(problem.problem().getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		if (problem.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(problem.retryAfter())));
		}
		problem.problem().setType(URI.create("about:blank"));
		json.writeValue(response.getOutputStream(), problem.problem());
	}

	private static long seconds(Duration wait) {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}

}
