package org.signpost.web;

import java.util.List;
import java.util.Map;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe-core can tell of a page, the widget's shadow tree included. */
final class AccessibilityRules {

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private AccessibilityRules() {
	}

	/** Each violation with the elements it is about; contrast is held to level AAA. */
	static List<String> violations(Page page) {
		var tags = new AxeRunOnlyOptions();
		tags.setType("tag");
		tags.setValues(TAGS);
		var enhanced = new AxeRuleOptions();
		enhanced.setEnabled(true);
		var options = new AxeRunOptions();
		options.setRunOnly(tags);
		options.setRules(Map.of("color-contrast-enhanced", enhanced));
		options.setResultTypes(List.of("violations"));
		return new AxeBuilder(page).options(options)
			.analyze()
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + " " + rule.getNodes())
			.toList();
	}

}
