package org.signpost.composition;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;

/** The lines of editors' answers as they are said. */
final class EditorsLines {

	private static final Pattern VERDICT = Pattern.compile("^(?:(?:Yes|No)(?:,? (?:not )?in (?<nation>"
			+ Arrays.stream(Nation.values()).map(Nation::displayName).collect(Collectors.joining("|"))
			+ "))?[:,] |Not\\b[^:.]*: )");

	private EditorsLines() {
	}

	/**
	 * "Yes in England: a SENCO may" said to "must I?" would say the wrong thing, so the
	 * yes is left out where the question may be put the other way round.
	 */
	static String withoutVerdict(String text) {
		var verdict = VERDICT.matcher(text);
		if (!verdict.find()) {
			return text;
		}
		var rest = text.substring(verdict.end());
		var nation = verdict.group("nation");
		if (nation != null && !rest.contains(nation)) {
			return "In " + nation + ", " + rest;
		}
		return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
	}

	/**
	 * Editors may write down what is not known; then the first sentence rests on nothing,
	 * nor does most that follows.
	 */
	static boolean cover(CuratedAnswer.Section section) {
		var said = section.lines().stream().filter((line) -> line.kind() != CuratedAnswer.Kind.NOTE).toList();
		var backed = said.stream().filter((line) -> !line.evidence().isEmpty()).count();
		return !said.getFirst().evidence().isEmpty() || backed >= 2
				|| (backed == 1 && said.size() == 2 && said.getFirst().text().endsWith(":"));
	}

	static Block.Kind kind(CuratedAnswer.Kind kind) {
		return switch (kind) {
			case SENTENCE -> Block.Kind.P;
			case ITEM -> Block.Kind.LI;
			case NOTE -> Block.Kind.NOTE;
		};
	}

}
