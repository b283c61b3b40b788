package org.signpost.importing;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The head of a page of a site generator, in YAML, or in TOML as far as its plain keys
 * go.
 *
 * @param values what it says
 * @param body the text after it
 * @param understood whether it could be read
 */
record FrontMatter(Map<String, Object> values, String body, boolean understood) {

	private static final Pattern HEAD = Pattern
		.compile("\\A\\s*(---|\\+\\+\\+)[ \t]*\n(?:(.*?)\n)?(?:\\1|\\.\\.\\.)[ \t]*(?:\n|\\z)", Pattern.DOTALL);

	private static final Pattern TOML = Pattern.compile("([\\w.-]+)\\s*=\\s*(.+?)\\s*");

	private static final int LONGEST = 60;

	static FrontMatter read(String text) {
		var head = HEAD.matcher(text);
		if (!head.find()) {
			return new FrontMatter(Map.of(), text, true);
		}
		var body = text.substring(head.end());
		var lines = (head.group(2) != null) ? head.group(2) : "";
		if (head.group(1).equals("+++")) {
			return new FrontMatter(toml(lines), body, true);
		}
		var options = new LoaderOptions();
		options.setWarnOnDuplicateKeys(false);
		try {
			var values = new LinkedHashMap<String, Object>();
			if (new Yaml(new SafeConstructor(options)).load(lines) instanceof Map<?, ?> map) {
				map.forEach((key, value) -> {
					if (value != null) {
						values.put(String.valueOf(key), value);
					}
				});
			}
			return new FrontMatter(values, body, true);
		}
		catch (YAMLException ex) {
			return new FrontMatter(Map.of(), body, false);
		}
	}

	private static Map<String, Object> toml(String lines) {
		var values = new LinkedHashMap<String, Object>();
		var table = "";
		for (var line : lines.split("\n", -1)) {
			var bare = line.strip();
			var pair = TOML.matcher(bare);
			if (bare.startsWith("[")) {
				table = bare.replaceAll("[\\[\\]]", "") + ".";
			}
			else if (pair.matches()) {
				values.put(table + pair.group(1), pair.group(2).replaceAll("^([\"'])(.*)\\1$", "$2"));
			}
		}
		return values;
	}

	/** The first of these that is given; a dot leads into what a key holds. */
	@Nullable String first(String... names) {
		for (var name : names) {
			var value = find(name);
			if (value instanceof String || value instanceof Number || value instanceof Date) {
				var text = (value instanceof Date date) ? date.toInstant().toString() : String.valueOf(value).strip();
				if (!text.isEmpty()) {
					return text;
				}
			}
		}
		return null;
	}

	private @Nullable Object find(String name) {
		if (this.values.containsKey(name)) {
			return this.values.get(name);
		}
		int dot = name.indexOf('.');
		return (dot > 0 && this.values.get(name.substring(0, dot)) instanceof Map<?, ?> inner)
				? inner.get(name.substring(dot + 1)) : null;
	}

	/**
	 * What else it says in words, which a generator may have shown to visitors: each key
	 * with how that begins.
	 * @param used keys that have been read
	 */
	List<String> unread(List<String> used) {
		var unread = new ArrayList<String>();
		this.values.forEach((key, value) -> {
			var words = used.contains(key) ? null : prose(value);
			if (words != null) {
				unread.add("%s (\"%s\")".formatted(key,
						(words.length() > LONGEST) ? words.substring(0, LONGEST) + "…" : words));
			}
		});
		return unread;
	}

	private static @Nullable String prose(@Nullable Object value) {
		return switch (value) {
			case String text when text.matches("(?s).*\\S\\s+\\S+\\s+\\S.*|.*[£$€]\\s?\\d.*") ->
				text.replaceAll("\\s+", " ").strip();
			case Map<?, ?> map ->
				map.values().stream().map(FrontMatter::prose).filter((each) -> each != null).findFirst().orElse(null);
			case List<?> list ->
				list.stream().map(FrontMatter::prose).filter((each) -> each != null).findFirst().orElse(null);
			case null, default -> null;
		};
	}

}
