package org.signpost.web;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code web-widget/accessibility.md} against the tests that it names. */
class AccessibilityChecklistTests {

	private static final Path CHECKLIST = Path.of("web-widget", "accessibility.md");

	private static final Map<String, Class<?>> TESTS = Map.of("A", WidgetAccessibilityIT.class, "C",
			WidgetConversationIT.class, "E", WidgetEmbeddingIT.class, "F", WidgetFailuresIT.class, "R",
			WidgetReadingIT.class, "S", WidgetOnServerIT.class);

	/** Criteria of WCAG 2.2, levels A and AA. */
	private static final List<String> CRITERIA = List.of("1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3",
			"1.4.1", "1.4.2", "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
			"2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1", "3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2",
			"1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
			"2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8",
			"4.1.3");

	@Test
	void hasEveryCriterion() throws IOException {
		var rows = Files.readAllLines(CHECKLIST);
		for (var criterion : CRITERIA) {
			assertThat(rows).anyMatch((row) -> row.startsWith("| " + criterion + " "));
		}
	}

	@Test
	void namesTestsThatAreThere() throws IOException {
		var named = Pattern.compile("`([ACEFRS])\\.(\\w+)`").matcher(Files.readString(CHECKLIST)).results().toList();
		assertThat(named).hasSizeGreaterThan(40);
		for (var test : named) {
			assertThat(Arrays.stream(TESTS.getOrDefault(test.group(1), Object.class).getDeclaredMethods())
				.map(Method::getName)).contains(test.group(2));
		}
	}

}
