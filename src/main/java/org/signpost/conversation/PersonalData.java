package org.signpost.conversation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks what tells who somebody is, before it is stored: e-mail addresses, telephone
 * numbers, National Insurance numbers, payment cards, postcodes with the house or the
 * name before them, and names that are introduced as such. Years, pay and pay points are
 * left alone. Masking masked text changes nothing. Safe for use by many threads.
 */
public final class PersonalData {

	private static final Pattern EMAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+'-]+\\s?(?:@|\\(at\\)|\\[at])\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

	private static final Pattern INSURANCE_NUMBER = Pattern
		.compile("(?i)\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][\\s-]?\\d{2}[\\s-]?\\d{2}[\\s-]?\\d{2}[\\s-]?[A-D]\\b");

	private static final Pattern CARD = Pattern.compile("(?<![\\d.,£])\\d(?:[ -]?\\d){12,18}(?![\\d])");

	/** 0 or +44 and nine or ten digits more, in whatever groups. */
	private static final Pattern UK_TELEPHONE = Pattern.compile(
			"(?<![\\d£€$.,/])(?:(?:\\+|00)44[\\s.-]?(?:\\(0\\)[\\s.-]?)?|\\(?0)[\\s-]?\\d(?:[\\s().-]{0,2}\\d){7,9}(?!\\d)");

	private static final Pattern FOREIGN_TELEPHONE = Pattern
		.compile("(?<![\\d£€$.,/])\\+[1-9]\\d{0,2}(?:[\\s().-]{0,2}\\d){6,12}(?!\\d)");

	/** 01-09-2024 and 01.09.2024 begin like a telephone number. */
	private static final Pattern DATE = Pattern.compile("^\\d{1,2}[-./ ]\\d{1,2}[-./ ](?:\\d{4}|\\d{2})(?!\\d).*");

	private static final String AREAS = "A[BL]|B[ABDHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|"
			+ "H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|"
			+ "T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE";

	private static final String POSTCODE = "(?i:(?:" + AREAS
			+ ")\\d[A-Z\\d]?\\s?(?!1st|2nd|3rd|\\dth)\\d[ABD-HJLNP-UW-Z]{2})\\b";

	/** A postcode with the name, house and street written before it. */
	private static final Pattern ADDRESS = Pattern.compile("\\b(?:(?:\\p{Lu}[\\p{L}'’-]+\\s){1,3}(?:at|of|from)\\s|"
			+ "(?:(?:\\p{Lu}[\\p{L}'’-]+\\s?){2,3},\\s?)?)"
			+ "(?:(?:(?i:flat|unit)\\s\\w+,?\\s)?\\d{1,4}[A-Za-z]?\\s(?:\\p{Lu}[\\p{L}'’.-]*,?\\s){1,6})?" + POSTCODE);

	private static final Pattern NAME = Pattern.compile(
			"(?<lead>\\b(?i:my name is|my name's|my name’s|name:|i am called|i'm called|call me|this is|yours sincerely,|regards,)\\s+"
					+ "|\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\.?\\s)"
					+ "(?<name>\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){0,2})");

	/** A name without an introduction, told by the postcode in the same text. */
	private static final Pattern NAME_NEAR_POSTCODE = Pattern
		.compile("(?<lead>\\b(?:I am|I'm|I’m|i am|i'm|from|for|Name|name)\\s+)"
				+ "(?<name>\\p{Lu}[\\p{Ll}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){1,2})");

	private static final Pattern ANY_POSTCODE = Pattern.compile("\\b" + POSTCODE);

	private PersonalData() {
	}

	/** The text with personal data replaced by what it was, in brackets. */
	public static String mask(String text) {
		var masked = EMAIL.matcher(text).replaceAll("[e-mail address]");
		masked = INSURANCE_NUMBER.matcher(masked).replaceAll("[National Insurance number]");
		masked = CARD.matcher(masked)
			.replaceAll((match) -> (isCard(match) && !isDate(match)) ? "[card number]" : quote(match));
		for (var telephone : List.of(UK_TELEPHONE, FOREIGN_TELEPHONE)) {
			masked = telephone.matcher(masked)
				.replaceAll((match) -> isDate(match) ? quote(match) : "[telephone number]");
		}
		masked = NAME.matcher(masked).replaceAll("${lead}[name]");
		if (ANY_POSTCODE.matcher(masked).find()) {
			masked = NAME_NEAR_POSTCODE.matcher(masked).replaceAll("${lead}[name]");
			masked = ADDRESS.matcher(masked).replaceAll("[address]");
		}
		return masked;
	}

	/** By the check digit that every payment card has. */
	private static boolean isCard(MatchResult match) {
		var digits = match.group().replaceAll("\\D", "");
		var sum = 0;
		for (var i = 0; i < digits.length(); i++) {
			var digit = digits.charAt(digits.length() - 1 - i) - '0';
			var doubled = (i % 2 == 1) ? digit * 2 : digit;
			sum += (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum % 10 == 0;
	}

	private static boolean isDate(MatchResult match) {
		return DATE.matcher(match.group()).matches();
	}

	private static String quote(MatchResult match) {
		return java.util.regex.Matcher.quoteReplacement(match.group());
	}

}
