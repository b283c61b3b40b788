package org.signpost.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Problems with requests that Jetty refuses before any of our code sees them, in the same
 * form as ours and without a word of what was sent.
 */
final class ContainerProblems extends ErrorHandler {

	private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");

	@Override
	protected void generateResponse(Request request, Response response, int code, @Nullable String message,
			@Nullable Throwable cause, Callback callback) {
		response.getHeaders().put(JSON);
		Content.Sink.write(response, true, problem(code), callback);
	}

	/** Jetty 12.1 still asks this, and nothing else, about what it cannot parse. */
	@SuppressWarnings("removal")
	@Override
	public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
		fields.put(JSON);
		return ByteBuffer.wrap(problem(status).getBytes(StandardCharsets.US_ASCII));
	}

	private static String problem(int status) {
		return "{\"title\":\"" + HttpStatus.getMessage(status) + "\",\"status\":" + status + "}";
	}

}
