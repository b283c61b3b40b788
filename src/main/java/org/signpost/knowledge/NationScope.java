package org.signpost.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads off the nations that a statement or a heading is about. "In Wales" or a heading
 * "Wales" narrows it, a mere mention ("gained in Wales", "than in England") does not.
 */
final class NationScope {

	private static final String NATION = "(?:England|Wales|Scotland|Great Britain|Northern Ireland|N\\.? ?Ireland|NI)";

	private static final String NATIONS = NATION + "(?:(?:, and |, or |, | and | or |/| & )(?:in )?" + NATION + ")*";

	private static final Pattern NAME = Pattern.compile(NATION);

	/** At the start of an item, row or sentence: "Wales: ...", "In Wales, ...". */
	private static final Pattern LABEL = Pattern
		.compile("^\\W{0,3}(?:For |In )?(" + NATIONS + ")(?: only)?\\W{0,3}\\s*[:–—-]");

	private static final Pattern OPENING = Pattern.compile(
			"^\\W{0,3}(?:But |And |However, )?(?:Only )?(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ff]or|[Ww]ithin)(?: all of)? ("
					+ NATIONS + ")(?![-\\w])");

	/** A further clause for another nation: "In Wales it is X, and in Scotland Y". */
	private static final Pattern CLAUSE = Pattern
		.compile("[,;] (?:and |but |while |whereas )?(?:in|for) (" + NATIONS + ")(?![-\\w])");

	private static final Pattern PLACE = Pattern.compile(
			"\\b(?:in|across|throughout|within|covers|applies to|apply to|applies in|apply in)(?: all of| most of)? ("
					+ NATIONS + ")(?![-\\w])");

	private static final Pattern SUBJECT = Pattern.compile(
			"\\b(Welsh|Scottish|Northern Irish) (?:teachers?|schools?|nurses?|workers?|staff|employers?|trainees?|applicants?|students?|councils?|rates?|pay|scales?|law|rules?)\\b");

	/** What stands before "in Wales" when it only says where something comes from. */
	private static final Pattern MENTION = Pattern.compile(
			"(?:gained|obtained|earned|awarded|issued|taken|passed|completed|registered|qualified|trained|made|born|studied|studying|worked|recognised|recognized|accepted|valid|than|unlike|as|from|outside|not|like|moved to|move to|living|lives|based|begun|started|originally|held)\\s+(?:it |them |one |a \\w+ )?$",
			Pattern.CASE_INSENSITIVE);

	/** "Apprentices from Wales": the people, not the place. */
	private static final Pattern ORIGIN = Pattern.compile("\\bfrom (" + NATIONS + ")(?![-\\w])");

	/** "4. Scotland", "2.1 Wales". */
	private static final Pattern NUMBER = Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.)]?|[A-Z][.)])\\s+(?=\\p{Lu})");

	private static final Pattern ALL_FOUR = Pattern.compile(
			"\\b(?:in|across|throughout) (?:the (?:whole )?UK|the United Kingdom|all four nations|all parts of the UK)\\b");

	private NationScope() {
	}

	/**
	 * The nations a sentence, item or row narrows itself to, or none when it does not.
	 */
	static Set<Nation> ofStatement(String text) {
		var label = LABEL.matcher(text);
		if (label.find()) {
			return named(label.group(1));
		}
		var opening = OPENING.matcher(text);
		if (opening.find()) {
			var nations = named(opening.group(1));
			CLAUSE.matcher(text).results().forEach((clause) -> nations.addAll(named(clause.group(1))));
			return nations;
		}
		if (ALL_FOUR.matcher(text).find()) {
			return EnumSet.allOf(Nation.class);
		}
		var nations = EnumSet.noneOf(Nation.class);
		var places = PLACE.matcher(text);
		while (places.find()) {
			if (MENTION.matcher(text.substring(0, places.start())).find()) {
				// "gained in Wales is recognised in England" is about moving, so about
				// both ends
				return EnumSet.noneOf(Nation.class);
			}
			var origin = ORIGIN.matcher(text.substring(0, places.start()));
			if (origin.find() && !named(places.group(1)).containsAll(named(origin.group(1)))) {
				return EnumSet.noneOf(Nation.class);
			}
			nations.addAll(named(places.group(1)));
		}
		var subjects = SUBJECT.matcher(text);
		while (subjects.find()) {
			nations.addAll(adjective(subjects.group(1)));
		}
		return nations;
	}

	/**
	 * The nations that headings narrow to: the innermost heading that names any.
	 * @param headings outermost first
	 */
	static Set<Nation> ofHeadings(List<String> headings) {
		for (var heading : headings.reversed()) {
			var nations = ofHeading(heading);
			if (!nations.isEmpty()) {
				return nations;
			}
		}
		return EnumSet.noneOf(Nation.class);
	}

	static Set<Nation> ofHeading(String numbered) {
		var heading = NUMBER.matcher(numbered).replaceFirst("");
		var whole = ofLabel(heading);
		if (whole != null) {
			return whole;
		}
		var nations = ofStatement(heading);
		if (!nations.isEmpty()) {
			return nations;
		}
		// "Scotland: how to register", "Registration (Wales)"
		var bracket = Pattern.compile("[(–—:-]\\s*(" + NATIONS + ")\\s*\\)?$").matcher(heading);
		return bracket.find() ? named(bracket.group(1)) : EnumSet.noneOf(Nation.class);
	}

	/** The nations of a column head or first cell that is nothing but their names. */
	static @Nullable Set<Nation> ofLabel(String label) {
		var plain = label.strip().replaceAll("\\s*\\([^)]*\\)$", "");
		if (plain.matches("(?i)UK|United Kingdom|All four nations|All nations|UK-wide")) {
			return EnumSet.allOf(Nation.class);
		}
		return plain.matches("(?i)(?:In )?" + NATIONS + "(?: only)?") ? named(plain) : null;
	}

	private static Set<Nation> named(String text) {
		var nations = EnumSet.noneOf(Nation.class);
		var names = NAME.matcher(text);
		while (names.find()) {
			nations.addAll(switch (names.group()) {
				case "England" -> EnumSet.of(Nation.ENGLAND);
				case "Wales" -> EnumSet.of(Nation.WALES);
				case "Scotland" -> EnumSet.of(Nation.SCOTLAND);
				case "Great Britain" -> EnumSet.complementOf(EnumSet.of(Nation.NORTHERN_IRELAND));
				default -> EnumSet.of(Nation.NORTHERN_IRELAND);
			});
		}
		return nations;
	}

	private static Set<Nation> adjective(String text) {
		return switch (text) {
			case "Welsh" -> EnumSet.of(Nation.WALES);
			case "Scottish" -> EnumSet.of(Nation.SCOTLAND);
			default -> EnumSet.of(Nation.NORTHERN_IRELAND);
		};
	}

}
