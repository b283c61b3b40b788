package org.signpost.web.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.signpost.conversation.NotSavedException;
import org.signpost.web.Callers;
import org.signpost.web.ProblemException;
import org.signpost.web.ProblemWriter;

import org.springframework.http.HttpHeaders;

/**
 * {@code GET /chat/events}: the events of a conversation for clients without WebSocket.
 */
final class EventStreamServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private final transient ChatServices services;

	private final transient ConversationAccess access;

	private final transient ChatSessions sessions;

	private final transient Callers callers;

	private final transient ProblemWriter problems;

	private final transient ScheduledExecutorService scheduler;

	EventStreamServlet(ChatServices services, ConversationAccess access, ChatSessions sessions, Callers callers,
			ProblemWriter problems, ScheduledExecutorService scheduler) {
		this.services = services;
		this.access = access;
		this.sessions = sessions;
		this.callers = callers;
		this.problems = problems;
		this.scheduler = scheduler;
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			open(request, response);
		}
		catch (ProblemException ex) {
			this.problems.write(response, ex);
		}
		catch (NotSavedException ex) {
			this.problems.write(response,
					ProblemException.busy("The storage is not available.", Duration.ofSeconds(5)));
		}
	}

	private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var after = after(request);
		var opened = this.access.open(request);
		if (after > opened.lastSeq()) {
			throw ProblemException.notFound("There is no such conversation, or no longer.");
		}
		var caller = this.callers.read(request);
		switch (this.sessions.room(caller)) {
			case SERVER_FULL -> throw ProblemException.busy("Too many are connected.", Duration.ofSeconds(10));
			case ADDRESS_FULL -> throw ProblemException.tooFast(Duration.ofSeconds(10));
			case FREE -> {
				response.setContentType("text/event-stream;charset=UTF-8");
				response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
				// or nginx keeps the events back
				response.setHeader("X-Accel-Buffering", "no");
				var exchange = request.startAsync();
				exchange.setTimeout(0);
				var stream = new EventStream(this.services,
						new StreamConnection(exchange, () -> cut(request), this.scheduler), caller);
				exchange.addListener(new End(stream));
				this.sessions.open(stream);
				stream.follow(opened.conversation(), after);
			}
		}
	}

	private static long after(HttpServletRequest request) {
		var last = request.getHeader("Last-Event-ID");
		if (last == null || last.isBlank()) {
			return 0;
		}
		if (!last.strip().matches("\\d{1,18}")) {
			throw ProblemException.badField("Last-Event-ID", "The header \"Last-Event-ID\" is the number of an event.");
		}
		return Long.parseLong(last.strip());
	}

	/** The only way to end a write to a client that does not read. */
	private static void cut(HttpServletRequest request) {
		var inner = request;
		while (inner instanceof ServletRequestWrapper wrapper
				&& wrapper.getRequest() instanceof HttpServletRequest wrapped) {
			inner = wrapped;
		}
		if (inner instanceof ServletApiRequest jetty) {
			jetty.getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
		}
	}

	private final class End implements AsyncListener {

		private final EventStream stream;

		End(EventStream stream) {
			this.stream = stream;
		}

		@Override
		public void onComplete(AsyncEvent event) {
			EventStreamServlet.this.sessions.close(this.stream);
		}

		@Override
		public void onTimeout(AsyncEvent event) {
			event.getAsyncContext().complete();
		}

		@Override
		public void onError(AsyncEvent event) {
			EventStreamServlet.this.sessions.close(this.stream);
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			// not done twice
		}

	}

}
