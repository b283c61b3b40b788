package org.signpost.web;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.testing.HeaderProxy;
import org.signpost.testing.Nginx;
import org.signpost.testing.ProxyExample;
import org.signpost.testing.UnlimitedServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example for nginx in {@code src/docs/server.md} with the settings beside it: by a
 * real one where it is to be had, and by a small proxy that sends the same.
 */
@BrowserTest
@UnlimitedServerTest
@TestPropertySource(
		properties = { "signpost.web.trusted-proxies=127.0.0.1", "signpost.web.host-names=" + ProxyExample.NAME })
class BehindAProxyIT {

	private static final String SENTENCE = "Answer 1: the allowance is £2,240 to £4,424";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answersOverAWebSocketAndWithoutOne(boolean real, BrowserTab tab) throws Exception {
		var example = ProxyExample.before(this.port);
		try (var proxy = start(real, example)) {
			assertThat(proxy).isNotNull();
			var address = "http://" + ProxyExample.NAME + ":" + example.port() + "/";
			tab.page().navigate(address);
			tab.open();
			tab.ask("how much is it?");
			assertThat(tab.text(SENTENCE)).isVisible();
			assertThat(tab.requests()).noneMatch((request) -> request.contains("/chat/"));
			tab.button("Clear").click();
			tab.button("Delete").click();
			assertThat(tab.text(SENTENCE)).hasCount(0);
			tab.context().routeWebSocket(Pattern.compile(".*/chat$"), (socket) -> socket.close());
			tab.page().reload();
			tab.ask("how much is it without?");
			assertThat(tab.text(SENTENCE)).isVisible();
			assertThat(tab.requests()).contains(address + "chat/events");
			assertThat(tab.complaints()).isEmpty();
		}
	}

	private static AutoCloseable start(boolean real, ProxyExample example) throws Exception {
		var nginx = real ? Nginx.find() : Optional.<Path>empty();
		return nginx.isPresent() ? Nginx.start(nginx.get(), example) : new HeaderProxy(example);
	}

}
