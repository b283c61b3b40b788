package org.signpost.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.signpost.testing.ScriptedServer;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The workbench on a server that lets nobody in without a token. */
@BrowserTest
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}",
				// the token "open-sesame"
				"signpost.adviser.tokens.jo=d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7" })
class AdviserTokenIT {

	@LocalServerPort
	private int port;

	@Test
	void asksForTheTokenOnceAndKeepsItOnThePageAlone(BrowserTab tab) {
		var page = tab.page();
		page.navigate("http://localhost:" + this.port + "/adviser#/sources");
		assertThat(tab.dialog()).hasCount(1);
		assertThat(page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true))).isFocused();
		assertThat(AccessibilityRules.violations(page)).isEmpty();
		give(tab, "");
		assertThat(tab.dialog()).containsText("Enter your token");
		give(tab, "not-this-one");
		assertThat(tab.dialog()).containsText("The server does not know this token.");
		give(tab, "open-sesame");
		assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
		for (var name : new String[] { "Conversations", "Audit", "Sources" }) {
			tab.link(name).first().click();
			assertThat(page.locator("main:not([aria-busy]) h1")).hasText(name);
			assertThat(tab.dialog()).hasCount(0);
		}
		assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
		assertThat(tab.context().cookies()).isEmpty();
		assertThat(tab.requests()).noneMatch((request) -> request.contains("sesame"));
		page.reload();
		assertThat(tab.dialog()).hasCount(1);
	}

	private static void give(BrowserTab tab, String token) {
		tab.page().getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill(token);
		tab.button("Continue").click();
	}

}
