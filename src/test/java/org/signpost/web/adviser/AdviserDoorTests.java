package org.signpost.web.adviser;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.RawHttp;
import org.signpost.testing.ServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The door while nothing is configured: open to this machine's own user, to nobody else.
 */
@ServerTest
class AdviserDoorTests {

	@LocalServerPort
	private int port;

	@Autowired
	private FilterRegistrationBean<AdviserDoor> door;

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST", "localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT", "[::1]" })
	void opensToLoopbackByItsOwnNames(String host) {
		assertThat(get(host, "")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "rebound.example:PORT",
			"localhost@evil.example", "127.0.0.2", "127.1", "0.0.0.0:PORT", "localhost.", "[::]:PORT",
			"[::ffff:127.0.0.1]:PORT" })
	void staysShutToOtherNames(String host) {
		assertThat(get(host, "")).isIn(401, 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: 127.0.0.1", "Forwarded: for=203.0.113.9",
			"X-Real-IP: 203.0.113.9", "X-Forwarded-Prefix: /x", "X-Client-IP: 203.0.113.9",
			"X-Original-Host: localhost", "CF-Connecting-IP: 203.0.113.9", "X-Envoy-External-Address: 203.0.113.9",
			"Fastly-Client-IP: 203.0.113.9", "Via: 1.1 proxy", "X-Forwarded-Host: localhost",
			"Origin: https://evil.example", "Origin: null", "Origin: http://localhost:1", "Sec-Fetch-Site: cross-site",
			"Sec-Fetch-Site: same-site", "Authorization: Bearer anything\r\nX-Forwarded-For: 127.0.0.1",
			"Authorization: Basic YTpi\r\nVia: 1.0 x" })
	void staysShutToProxiesAndOtherSites(String header) {
		assertThat(get("localhost:PORT", header + "\r\n")).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/sources", "/api/sources/", "//api/sources", "/api//sources", "/./api/sources",
			"/api/../api/sources", "/api;x=1/sources", "/;x/api/sources", "/%61pi/sources", "/api%2fsources",
			"/API/sources", "/api/sources?x=/static", "/api/conversations/x", "/actuator/metrics",
			"/actuator/metrics/jvm.memory.used", "/actuator/;x/metrics", "/actuator/env", "/actuator" })
	void hasNoOtherWayIn(String path) {
		var head = RawHttp.send(this.port,
				"GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
		assertThat(RawHttp.status(head)).as(head).isIn(400, 401, 404);
	}

	@Test
	void opensToNobodyFromElsewhere() throws Exception {
		var request = new MockHttpServletRequest("GET", "/api/sources");
		request.setRemoteAddr("192.168.0.7");
		request.addHeader("Host", "localhost");
		var response = new MockHttpServletResponse();
		var chain = new MockFilterChain();
		Objects.requireNonNull(this.door.getFilter()).doFilter(request, response, chain);
		assertThat(response.getStatus()).isEqualTo(401);
		assertThat(response.getContentType()).startsWith("application/problem+json");
		assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
		assertThat((HttpServletRequest) chain.getRequest()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "jo,abc", "jo,''", "jo,zz1bd0b4cbaf6e1d6d7ea6e0f0c5d4a0a8d0ee6d93e5a63e4f7a8d2aeb3a2c11" })
	void refusesHashesThatAreNone(String name, String hash) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AdviserProperties(Map.of(name, hash)))
			.withMessageContaining("signpost.adviser.tokens.jo");
	}

	@Test
	void namesItsPaths() {
		assertThat(this.door.getUrlPatterns()).containsAll(List.of("/api/*"));
	}

	private int get(String host, String headers) {
		var name = host.replace("PORT", String.valueOf(this.port));
		return RawHttp.status(RawHttp.send(this.port,
				"GET /api/sources HTTP/1.1\r\nHost: " + name + "\r\n" + headers + "Connection: close\r\n\r\n"));
	}

}
