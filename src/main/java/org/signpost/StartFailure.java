package org.signpost;

import java.util.Optional;

import org.signpost.conversation.DataFolderUnusableException;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line why a server does not start, where whoever started it can mend that;
 * everything else is left to Spring Boot's own reports.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {

	/** Exit status of what was asked for wrongly. */
	static final int STATUS = 2;

	StartFailure(ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		var reason = reason(failure);
		reason.ifPresent((text) -> System.err.println("signpost: " + text));
		return reason.isPresent();
	}

	/** What to do about it, if that is known. */
	static Optional<String> reason(Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof PortInUseException ex) {
				return Optional.of("port %d is in use; stop what listens there, or name another by --server.port=PORT"
					.formatted(ex.getPort()));
			}
			if (cause instanceof StartRefusedException || cause instanceof DataFolderUnusableException) {
				return Optional.ofNullable(cause.getMessage());
			}
		}
		return Optional.empty();
	}

}
