package org.signpost.web;

import java.io.IOException;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.signpost.testing.HeaderProxy;
import org.signpost.testing.Nginx;
import org.signpost.testing.ProxyExample;
import org.signpost.testing.UnlimitedServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The example for nginx in {@code src/docs/server.md} with the settings beside it: by a
 * real one, where it is to be had, and everywhere by a small proxy that sends the same.
 */
@BrowserTest
@UnlimitedServerTest
@TestPropertySource(
		properties = { "signpost.web.trusted-proxies=127.0.0.1", "signpost.web.host-names=" + ProxyExample.NAME })
class BehindAProxyIT {

	private static final String SENTENCE = "Answer 1: the allowance is £2,240 to £4,424";

	@LocalServerPort
	private int port;

	@Test
	void answersBehindNginx(BrowserTab tab) throws IOException {
		var nginx = Nginx.find();
		assumeTrue(nginx.isPresent(), "no nginx is installed, and apt-get has no package of it");
		try (var proxy = Nginx.start(nginx.get(), ProxyExample.before(this.port))) {
			answersOverAWebSocketAndWithoutOne(proxy.address(), tab);
		}
	}

	@Test
	void answersBehindAProxyThatSendsTheSameHeaders(BrowserTab tab) throws IOException {
		try (var proxy = new HeaderProxy(ProxyExample.before(this.port))) {
			answersOverAWebSocketAndWithoutOne(proxy.address(), tab);
		}
	}

	private static void answersOverAWebSocketAndWithoutOne(String address, BrowserTab tab) {
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
