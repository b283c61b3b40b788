package org.signpost.knowledge;

import java.util.Locale;
import java.util.regex.Pattern;

/** The four nations of the United Kingdom, whose rules and pay differ. */
public enum Nation {

	ENGLAND("England", "england|english"), WALES("Wales", "wales|welsh"), SCOTLAND("Scotland", "scot"),
	NORTHERN_IRELAND("Northern Ireland", "northern ir|n\\. ?ireland");

	private final String displayName;

	private final Pattern names;

	private final Pattern placed;

	Nation(String displayName, String names) {
		this.displayName = displayName;
		this.names = Pattern.compile(names);
		this.placed = Pattern.compile("\\b(?:(?:in|for|across|of) )?(?:" + Pattern.quote(displayName) + ")\\b",
				Pattern.CASE_INSENSITIVE);
	}

	/** The name as a reader writes it. */
	public String displayName() {
		return this.displayName;
	}

	/**
	 * Whether a text holds the nation's name or its adjective, so that neither need be
	 * added.
	 */
	public boolean isNamedIn(String text) {
		return this.names.matcher(text.toLowerCase(Locale.ROOT)).find();
	}

	/** A text without the names of nations and what places it there: "in Wales". */
	public static String without(String text) {
		var rest = text;
		for (var nation : values()) {
			rest = nation.placed.matcher(rest).replaceAll(" ");
		}
		return rest.replaceAll("\\s+(?=[?.,!])", "").replaceAll("\\s+", " ").strip();
	}

}
