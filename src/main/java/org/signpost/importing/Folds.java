package org.signpost.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Opens the tabs and accordions of a saved page, as WAI-ARIA describes them: what is
 * folded up when a page is saved is as much of its text as what is not, and the label of
 * a tab ("Wales") says what its content is of.
 */
final class Folds {

	private static final Pattern TOGGLE = Pattern
		.compile("(?i)\\W*(?:show|hide|open|close|expand|collapse)(?: (?:all|this|section|sections))*\\W*");

	private Folds() {
	}

	/** Makes each fold a details element, or leaves the heading that its button is in. */
	static void open(Document page) {
		page.select("h1 button, h2 button, h3 button, h4 button, h5 button, h6 button").forEach((button) -> {
			reveal(panel(page, button));
			var heading = button.closest("h1, h2, h3, h4, h5, h6");
			if (heading != null) {
				heading.text(label(heading));
			}
		});
		var controls = new ArrayList<>(page.select("[aria-controls], [role=tab], [data-toggle], [data-bs-toggle]"));
		page.select("ul:has(> li > a[href^=#]), ol:has(> li > a[href^=#])")
			.forEach((list) -> controls.addAll(tabs(page, list)));
		controls.forEach((control) -> {
			var panel = panel(page, control);
			if (panel != null) {
				fold(panel, control);
			}
		});
		page.select("[role=tabpanel][aria-labelledby]").forEach((panel) -> {
			var tab = page.getElementById(panel.attr("aria-labelledby"));
			if (tab != null && !panel.normalName().equals("details")) {
				fold(panel, tab);
			}
		});
		page.select("[role=tablist]").remove();
		page.select("summary").forEach((summary) -> summary.text(label(summary)));
	}

	/** What an element opens, if it is of the text and not of a menu. */
	private static @Nullable Element panel(Document page, Element control) {
		var target = List.of("aria-controls", "data-target", "data-bs-target", "href")
			.stream()
			.filter(control::hasAttr)
			.map(control::attr)
			.findFirst()
			.orElse("");
		var id = control.hasAttr("aria-controls") ? target : target.replaceFirst("^[^#]*#?", "");
		var panel = id.isBlank() ? null : page.getElementById(id);
		if (panel == null || panel.equals(control) || !panel.hasText()
				|| panel.selectStream("*").anyMatch(control::equals)
				|| panel.normalName().matches("body|main|article|form|nav|ul|li|details|h[1-6]|p|a|span|sup|table")
				|| control.closest("nav, header, footer, [role=navigation], [role=banner], form") != null) {
			return null;
		}
		return panel;
	}

	private static void fold(Element panel, Element control) {
		reveal(panel);
		var label = label(control);
		var first = panel.selectFirst("h1, h2, h3, h4, h5, h6");
		if (label.isEmpty() || (first != null && first.text().strip().equals(label))) {
			return;
		}
		if (control.closest("h1, h2, h3, h4, h5, h6, summary") == null) {
			panel.tagName("details");
			panel.prependElement("summary").text(label);
			control.remove();
		}
	}

	/** Links in a list to parts of the page that stand side by side are tabs. */
	private static List<Element> tabs(Document page, Element list) {
		var links = list.select("> li > a[href^=#]");
		var parents = new HashSet<@Nullable Element>();
		for (var link : links) {
			var part = panel(page, link);
			parents.add((part != null) ? part.parent() : null);
		}
		return (links.size() > 1 && parents.size() == 1 && !parents.contains(null)) ? links : List.of();
	}

	private static void reveal(@Nullable Element panel) {
		if (panel != null) {
			panel.removeAttr("hidden").removeAttr("aria-hidden");
		}
	}

	/** The words of a label without those that say what a press does. */
	private static String label(Element control) {
		var words = control.clone();
		words.select("[aria-hidden=true], svg").remove();
		words.select("*").forEach((each) -> {
			if (!each.equals(words) && TOGGLE.matcher(each.text()).matches()) {
				each.remove();
			}
		});
		return words.text().replaceFirst("[\\s,]+$", "").strip();
	}

}
