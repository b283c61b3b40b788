package org.signpost.web;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test method a tab of its own in the one Chromium of the test run. */
class BrowserExtension implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == BrowserTab.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		var browser = test.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(OpenBrowser.class, (key) -> OpenBrowser.start(), OpenBrowser.class);
		var tab = new BrowserTab(browser.chromium());
		test.getStore(NAMESPACE).put(tab, tab);
		return tab;
	}

	private record OpenBrowser(Playwright playwright, Browser chromium) implements AutoCloseable {

		static OpenBrowser start() {
			// the default of five seconds is a machine's with nothing else to do
			PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
			var executable = ChromiumFinder.find();
			var playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			var chromium = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
			return new OpenBrowser(playwright, chromium);
		}

		@Override
		public void close() {
			this.chromium.close();
			this.playwright.close();
		}

	}

}
