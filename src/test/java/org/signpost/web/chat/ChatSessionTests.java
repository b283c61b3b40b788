package org.signpost.web.chat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.signpost.web.Caller;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A session whose services are broken. */
@ExtendWith(OutputCaptureExtension.class)
class ChatSessionTests {

	@Test
	@SuppressWarnings("NullAway")
	void closesWithoutATraceWhenAFrameCannotBeDealtWith(CapturedOutput output) {
		var closed = new ArrayList<Closing>();
		var connection = new Connection() {

			@Override
			public void send(long seq, String frame, Duration patience) {
				throw new AssertionError("Nothing is to be sent");
			}

			@Override
			public void close(Closing closing) {
				closed.add(closing);
			}

		};
		var services = new ChatServices(null, null, null, null, null, null, 60, Runnable::run);
		var loopback = InetAddress.getLoopbackAddress();
		var session = new ChatSession(services, new ChatCommands(services), connection,
				new Caller(loopback, loopback, "http", "localhost"));
		session.receive("{\"t\":\"hello\"}");
		assertThat(closed).isEqualTo(List.of(Closing.OVERLOAD));
		assertThat(output).contains("A frame could not be dealt with").doesNotContain("\tat ");
	}

}
