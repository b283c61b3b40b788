package org.signpost.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/**
 * A tab in a browser profile of its own, seen as a visitor sees it: by role and name.
 * Remembers what went wrong in it.
 */
final class BrowserTab implements AutoCloseable {

	private final Browser browser;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	private final List<String> requests = new ArrayList<>();

	BrowserTab(Browser browser) {
		this(browser, new Browser.NewContextOptions().setViewportSize(1000, 800)
			.setPermissions(List.of("clipboard-read", "clipboard-write")));
	}

	private BrowserTab(Browser browser, Browser.NewContextOptions options) {
		this.browser = browser;
		this.context = browser.newContext(options);
		this.context.setDefaultTimeout(60_000);
		this.page = this.context.newPage();
		this.page.onPageError((error) -> this.complaints.add(error));
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onRequest((request) -> this.requests.add(request.url()));
	}

	/** A tab of another visitor, who has switched JavaScript off. */
	BrowserTab withoutScript() {
		return new BrowserTab(this.browser, new Browser.NewContextOptions().setJavaScriptEnabled(false));
	}

	/** A tab of another visitor, on a telephone with a touch screen. */
	BrowserTab onATelephone() {
		return new BrowserTab(this.browser,
				new Browser.NewContextOptions().setViewportSize(375, 667).setHasTouch(true).setIsMobile(true));
	}

	BrowserContext context() {
		return this.context;
	}

	Page page() {
		return this.page;
	}

	/**
	 * Script errors and refusals of the browser, violations of the page's policy among
	 * them.
	 */
	List<String> complaints() {
		return this.complaints;
	}

	/** Addresses asked for, in order. */
	List<String> requests() {
		return this.requests;
	}

	Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
	}

	Locator link(String name) {
		return this.page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
	}

	Locator heading(String name) {
		return this.page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
	}

	Locator dialog() {
		return this.page.getByRole(AriaRole.DIALOG);
	}

	/** What screen readers are told of answers. */
	Locator announcements() {
		return this.page.getByRole(AriaRole.LOG).locator("p");
	}

	Locator question() {
		return this.page.locator("signpost-chat").getByLabel("Your question");
	}

	Locator text(String text) {
		return this.page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Conversation")).getByText(text);
	}

	/** The newest question with its answer. */
	Locator answer() {
		return this.page.locator("signpost-chat").getByRole(AriaRole.ARTICLE).last();
	}

	/** What lists the sources of the newest answer. */
	Locator sources() {
		return this.page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^\\d+ sources?")))
			.last();
	}

	/** What offers to ask again for another nation than this one. */
	Locator nation(String name) {
		return button("For " + name + " · Change");
	}

	void open() {
		button("Ask a question").click();
	}

	void ask(String question) {
		question().fill(question);
		button("Send").click();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
