package org.signpost.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The lines between two {@code ---} at the top of a Markdown file.
 *
 * @param values what they say
 * @param body the text after them
 * @param bodyOffset how many lines of the file stand before the body
 */
record FrontMatter(YamlMap values, String body, int bodyOffset) {

	static FrontMatter read(String text, Problems problems) {
		var lines = text.split("\n", -1);
		if (lines.length == 0 || !lines[0].strip().equals("---")) {
			problems.error(1,
					"the file must begin with a line \"---\", then \"title: ...\", then another line \"---\"");
			return new FrontMatter(YamlMap.read("", 0, problems), text, 0);
		}
		for (int i = 1; i < lines.length; i++) {
			if (lines[i].strip().equals("---")) {
				var yaml = String.join("\n", java.util.Arrays.asList(lines).subList(1, i));
				var body = String.join("\n", java.util.Arrays.asList(lines).subList(i + 1, lines.length));
				return new FrontMatter(YamlMap.read(yaml, 1, problems), body, i + 1);
			}
		}
		problems.error(1, "the line \"---\" that ends the head of the file is missing");
		return new FrontMatter(YamlMap.read("", 0, problems), "", lines.length);
	}

	@Nullable PartialDate partialDate(String key) {
		var text = this.values.text(key);
		if (text == null) {
			return null;
		}
		var date = PartialDate.parse(text);
		if (date == null) {
			problem(key, "\"%s\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD".formatted(text));
		}
		return date;
	}

	@Nullable LocalDate date(String key) {
		var text = this.values.text(key);
		if (text == null) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			problem(key, "\"%s\" is no day; write YYYY-MM-DD".formatted(text));
			return null;
		}
	}

	/** The nations named, all four when none is. */
	Set<Nation> nations(String key) {
		return nations(this.values, key);
	}

	static Set<Nation> nations(YamlMap values, String key) {
		var nations = EnumSet.noneOf(Nation.class);
		for (var name : values.texts(key)) {
			var nation = nation(name.text());
			if (nation == null) {
				values.problems()
					.error(name.line(),
							"\"%s\" is no nation; write ENGLAND, WALES, SCOTLAND or NORTHERN_IRELAND, or leave the line out for all four"
								.formatted(name.text()));
			}
			else {
				nations.add(nation);
			}
		}
		return nations.isEmpty() ? EnumSet.allOf(Nation.class) : nations;
	}

	static @Nullable Nation nation(String name) {
		var constant = name.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
		for (var nation : Nation.values()) {
			if (nation.name().equals(constant)) {
				return nation;
			}
		}
		return null;
	}

	private void problem(String key, String message) {
		this.values.problems().error(this.values.line(key), message);
	}

}
