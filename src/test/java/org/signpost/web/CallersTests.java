package org.signpost.web;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Whose address counts, with a proxy, without one and with a false one. */
class CallersTests {

	private final Callers callers = new Callers(List.of("10.0.0.0/8", "::1"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			192.0.2.7   | -                                | 192.0.2.7
			192.0.2.7   | 198.51.100.1                     | 192.0.2.7
			10.1.2.3    | -                                | 10.1.2.3
			10.1.2.3    | 198.51.100.1                     | 198.51.100.1
			10.1.2.3    | 203.0.113.9, 198.51.100.1        | 198.51.100.1
			10.1.2.3    | 203.0.113.9, 198.51.100.1, 10.9.9.9 | 198.51.100.1
			10.1.2.3    | nonsense                         | 10.1.2.3
			10.1.2.3    | evil.example.org                 | 10.1.2.3
			10.1.2.3    | 999.1.1.1                        | 10.1.2.3
			10.1.2.3    | [2001:db8::5]                    | 2001:db8:0:0:0:0:0:5
			10.1.2.3    | ::1/64                           | 10.1.2.3
			::ffff:10.1.2.3 | 198.51.100.1                 | 198.51.100.1
			0:0:0:0:0:0:0:1 | 2001:db8::5                  | 2001:db8:0:0:0:0:0:5
			fe80::1%eth0 | 2001:db8::5                     | fe80:0:0:0:0:0:0:1
			""")
	void findsTheVisitor(String peer, String forwarded, String visitor) {
		var request = new MockHttpServletRequest();
		request.setRemoteAddr(peer);
		if (forwarded != null) {
			request.addHeader("X-Forwarded-For", forwarded);
		}
		assertThat(this.callers.read(request).address().getHostAddress()).isEqualTo(visitor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.internal", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.1.2.3/8", "10.0.0", "",
			"10.0.0.0-10.0.0.9" })
	void saysWhichProxyMakesNoSense(String range) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Callers(List.of(range)))
			.withMessageStartingWith("signpost.web.trusted-proxies: \"" + range + "\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			192.0.2.7 | http  | localhost:8080
			10.1.2.3  | https | chat.example.org
			""")
	void believesTheNameAndSchemeOfListedProxiesOnly(String peer, String scheme, String host) {
		var request = new MockHttpServletRequest();
		request.setRemoteAddr(peer);
		request.addHeader("Host", "localhost:8080");
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Host", "chat.example.org");
		assertThat(this.callers.read(request)).extracting(Caller::scheme, Caller::host).containsExactly(scheme, host);
	}

}
