package org.signpost.answering;

import java.util.List;
import java.util.Map;

/**
 * Why an answer came out as it did: what was understood, every candidate with the
 * probability that it answers, the rule that decided, and timings.
 *
 * @param stages the stages' own accounts in the order they ran, ready to be written as
 * JSON (strings, numbers, booleans, lists and maps only)
 */
public record AnswerTrace(Map<String, Object> stages) {

	/** The account as lines to read, the long tail of dropped statements left out. */
	public String describe() {
		var text = new StringBuilder();
		this.stages.forEach((stage, account) -> {
			if (!stage.equals("timings")) {
				text.append(stage).append('\n');
				describe(account, 1, text);
			}
		});
		return text.toString();
	}

	private static void describe(Object account, int depth, StringBuilder text) {
		if (account instanceof Map<?, ?> map) {
			if (map.containsKey("candidate")) {
				text.append("  ".repeat(depth))
					.append("%s %s | %s%n".formatted(map.get("probability"), map.get("candidate"), map.get("text")));
				return;
			}
			map.forEach((key, value) -> {
				if (value instanceof Map<?, ?> || (value instanceof List<?> list
						&& list.stream().anyMatch((item) -> item instanceof Map<?, ?>))) {
					text.append("  ".repeat(depth)).append(key).append('\n');
					describe(value, depth + 1, text);
				}
				else {
					text.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
				}
			});
		}
		else if (account instanceof List<?> list) {
			list.stream().limit(6).forEach((item) -> describe(item, depth, text));
		}
		else {
			text.append("  ".repeat(depth)).append(account).append('\n');
		}
	}

}
