package org.signpost.conversation;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Masks what tells who somebody is, before it is stored: e-mail addresses, telephone
 * numbers, National Insurance numbers, payment cards, bank accounts (IBAN, ISO 13616),
 * postcodes with the house or the name before them, and names that are introduced as
 * such. Years, pay and pay points are left alone. Masking masked text changes nothing.
 * Safe for use by many threads.
 */
public final class PersonalData {

	private static final Pattern EMAIL = Pattern
		.compile("(?:[\\p{L}\\p{N}._%+'!#&*=?^`{|}~-]+|\"[^\"]{1,64}\")\\s?(?:@|＠|\\(at\\)|\\[at])\\s?"
				+ "(?:\\[[\\p{XDigit}.:]+]|[\\p{L}\\p{N}-]+(?:(?:\\.|\\s\\.\\s|\\s?\\(dot\\)\\s?|\\s?\\[dot]\\s?)[\\p{L}\\p{N}-]+)+)"
				+ "|[\\p{L}\\p{N}._%+-]+ at [\\p{L}\\p{N}-]+(?: dot [\\p{L}\\p{N}-]+)+");

	/** Between spaces an @ is as often "at": "meet @ 3.30pm". */
	private static final Pattern SPACED_AT = Pattern.compile("\\s[@＠]|[@＠]\\s");

	private static final Pattern LAST_LABEL = Pattern.compile("[\\p{L}\\p{N}-]+$");

	private static final Pattern BANK_ACCOUNT = Pattern.compile(
			"\\b(?:[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?|(?i:[A-Z]{2}\\d{2}[A-Z0-9]{11,30}))\\b");

	/** With any two letters: QQ, which nobody has, is what people type as an example. */
	private static final Pattern INSURANCE_NUMBER = Pattern
		.compile("(?i)\\b[A-Z]{2}(?:[\\s.-]?\\d{2}){3}[\\s.-]?[A-D]\\b");

	/** Without its last letter it could be anything, unless it is said what it is. */
	private static final Pattern NAMED_INSURANCE_NUMBER = Pattern
		.compile("(?i)(?<lead>\\b(?:NINO?|NI n(?:umber|o\\.?)|National Insurance(?: n(?:umber|o\\.?))?):?\\s(?:is\\s)?)"
				+ "[A-Z]{2}(?:[\\s.-]?\\d{2}){3}\\b");

	/** As cards are numbered and written: in fours, as 4-6-5, or in one. */
	private static final Pattern CARD = Pattern.compile(
			"(?<![\\d.,£])(?:\\d{12,19}|(?:\\d{4}[ .-]){3}\\d{1,4}(?:[ .-]\\d{1,3})?|\\d{4}[ .-]\\d{6}[ .-]\\d{5})(?!\\d)");

	/** The numbers that card issuers begin with. */
	private static final Pattern ISSUED = Pattern
		.compile("4(?:\\d{12}|\\d{15}|\\d{18})|5[1-5]\\d{14}|2(?:2[2-9]|[3-6]\\d|7[0-2])\\d{13}|3[47]\\d{13}"
				+ "|3(?:0[0-5]|[689]\\d)\\d{11,16}|(?:5[06-8]|6\\d)\\d{10,17}");

	/**
	 * 0 or +44 and nine or ten digits more, in whatever groups, and mobile numbers that
	 * have lost their 0 or written it as a letter or a slash into it.
	 */
	private static final Pattern UK_TELEPHONE = Pattern.compile(
			"(?<![\\d£€$.,/])(?<!\\d-)(?:(?:\\+|00)44[\\s.-]?(?:\\(0\\)[\\s.-]?)?|\\(?0)[\\s-]?\\d(?:[\\s().-]{0,2}\\d){7,9}(?!\\d)"
					+ "|(?<![\\p{L}\\d£€$.,/-])(?:44\\s?|0|[oO])?7\\d{3}[\\s/-]?\\d{3}[\\s-]?\\d{3}(?![\\d,.]\\d|\\d)");

	private static final Pattern FOREIGN_TELEPHONE = Pattern
		.compile("(?<![\\d£€$.,/])(?:\\+|(?<!\\d[\\s().-])00)\\s?[1-9]\\d{0,2}(?:[\\s().-]{0,2}\\d){5,13}(?!\\d)");

	/** 01-09-2024 and 01.09.2024 begin like a telephone number. */
	private static final Pattern DATE = Pattern
		.compile("^(?:0?[1-9]|[12]\\d|3[01])[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:(?:19|20)\\d{2}|\\d{2})(?!\\d).*");

	private static final String AREAS = "A[BL]|B[ABDHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|"
			+ "H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|"
			+ "T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE";

	private static final String POSTCODE = "(?i:(?:" + AREAS
			+ ")\\d[A-Z\\d]?\\s?(?!1st|2nd|3rd|\\dth)\\d[ABD-HJLNP-UW-Z]{2})\\b";

	/** A postcode with the name, house, street and town written before it. */
	private static final Pattern ADDRESS = Pattern.compile("\\b(?:(?:\\p{Lu}[\\p{L}'’-]+\\s){1,3}(?:at|of|from)\\s|"
			+ "(?:(?:\\p{Lu}[\\p{L}'’-]+\\s?){2,3},\\s?)?)(?:(?i:flat|unit)\\s\\w+,?\\s)?"
			+ "(?:\\d{1,4}[A-Za-z]?\\s(?:\\p{Lu}[\\p{L}'’.-]*,?\\s){1,6}|(?:\\p{Lu}[\\p{L}'’.-]+,?\\s){2,8}"
			+ "|\\d{1,4}[a-z]?\\s(?:[\\p{L}'’.-]+\\s){1,3}(?i:street|st|road|rd|avenue|ave|lane|close|drive|way|crescent|"
			+ "terrace|court|gardens|place|grove|hill|park|row|square|mews|walk),?\\s(?:[\\p{L}'’.-]+,?\\s){0,3})?"
			+ POSTCODE);

	private static final Pattern NAME = Pattern.compile(
			"(?<lead>\\b(?i:my name is|my name's|my name’s|name:|i am called|i'm called|call me|(?:hi|hello|hey|morning|afternoon)[,.!]? this is|yours sincerely,|regards,)\\s+"
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
		var masked = EMAIL.matcher(text)
			.replaceAll((match) -> isEmailAddress(match) ? "[e-mail address]" : quote(match));
		masked = BANK_ACCOUNT.matcher(masked)
			.replaceAll((match) -> isBankAccount(match) ? "[bank account]" : quote(match));
		masked = INSURANCE_NUMBER.matcher(masked).replaceAll("[National Insurance number]");
		masked = NAMED_INSURANCE_NUMBER.matcher(masked).replaceAll("${lead}[National Insurance number]");
		masked = CARD.matcher(masked).replaceAll((match) -> isCard(match) ? "[card number]" : quote(match));
		// "+39 02 …" holds what would be a British number by itself
		for (var telephone : List.of(FOREIGN_TELEPHONE, UK_TELEPHONE)) {
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

	private static boolean isEmailAddress(MatchResult match) {
		if (!SPACED_AT.matcher(match.group()).find()) {
			return true;
		}
		var domain = LAST_LABEL.matcher(match.group());
		return domain.find() && DomainValidator.getInstance().isValidTld(domain.group());
	}

	/** By its country's form and its check digits. */
	private static boolean isBankAccount(MatchResult match) {
		return IBANValidator.getInstance().isValid(match.group().replaceAll("[ -]", "").toUpperCase(Locale.ROOT));
	}

	/** By who issues it and by the check digit that every payment card has. */
	private static boolean isCard(MatchResult match) {
		var digits = match.group().replaceAll("\\D", "");
		return ISSUED.matcher(digits).matches() && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
	}

	private static boolean isDate(MatchResult match) {
		return DATE.matcher(match.group()).matches();
	}

	private static String quote(MatchResult match) {
		return java.util.regex.Matcher.quoteReplacement(match.group());
	}

}
