package org.signpost.web;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which pages are let in, and nearly the same ones that are not. */
class OriginsTests {

	private final Origins origins = new Origins(List.of("https://www.example.org", "http://intranet:8081"),
			List.of("chat.example.org"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://www.example.org             | localhost:8080        | http
			https://www.example.org:443         | localhost:8080        | http
			HTTPS://WWW.Example.ORG             | localhost:8080        | http
			http://intranet:8081                | localhost:8080        | http
			http://localhost:8080               | localhost:8080        | http
			http://127.0.0.1:8080               | 127.0.0.1:8080        | http
			http://[::1]:8080                   | [::1]:8080            | http
			http://localhost                    | localhost             | http
			http://localhost                    | localhost:80          | http
			https://chat.example.org            | chat.example.org      | https
			https://chat.example.org            | Chat.Example.org:443  | https
			""")
	void letsIn(String origin, String host, String scheme) throws Exception {
		assertThat(this.origins.allows(origin, caller(host, scheme))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "missing", textBlock = """
			missing                             | localhost:8080        | http
			null                                | localhost:8080        | http
			''                                  | localhost:8080        | http
			https://evil.example                | localhost:8080        | http
			http://www.example.org              | localhost:8080        | http
			https://www.example.org:8443        | localhost:8080        | http
			https://www.example.org.evil.com    | localhost:8080        | http
			https://evilwww.example.org         | localhost:8080        | http
			https://www.example.org@evil.com    | localhost:8080        | http
			https://evil.com/www.example.org    | localhost:8080        | http
			https://www.example.org/            | localhost:8080        | http
			https://www.example.org#x           | localhost:8080        | http
			https://www.example.org.            | localhost:8080        | http
			https://example.org                 | localhost:8080        | http
			https://sub.www.example.org         | localhost:8080        | http
			http://intranet                     | localhost:8080        | http
			https://*.example.org               | localhost:8080        | http
			file://                             | localhost:8080        | http
			http://localhost:8081               | localhost:8080        | http
			https://localhost:8080              | localhost:8080        | http
			http://localhost:8080               | 127.0.0.1:8080        | http
			http://rebound.evil.com:8080        | rebound.evil.com:8080 | http
			http://localhost.evil.com:8080      | localhost.evil.com:8080 | http
			http://chat.example.org             | chat.example.org      | https
			http://192.168.0.1:8080             | 192.168.0.1:8080      | http
			""")
	void keepsOut(String origin, String host, String scheme) throws Exception {
		assertThat(this.origins.allows(origin, caller(host, scheme))).isFalse();
	}

	@Test
	void refusesSettingsThatAreNoOrigins() {
		for (var wrong : List.of("www.example.org", "https://www.example.org/page", "*", "https://")) {
			assertThatIllegalArgumentException().isThrownBy(() -> new Origins(List.of(wrong), List.of()))
				.withMessageContaining("signpost.widget.allowed-origins");
		}
	}

	private static Caller caller(String host, String scheme) throws Exception {
		var address = InetAddress.getLoopbackAddress();
		return new Caller(address, address, scheme, host);
	}

}
