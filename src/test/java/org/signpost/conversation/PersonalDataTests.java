package org.signpost.conversation;

import java.util.ArrayList;
import java.util.List;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is masked, and what must not be taken for personal data. */
class PersonalDataTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			mail jo.bloggs+teach@school.sch.uk please   | mail [e-mail address] please
			jo@example.org, thanks                      | [e-mail address], thanks
			o'neill_99@mail.example.co.uk               | [e-mail address]
			jo (at) example.org                         | [e-mail address]
			jo at example dot org                       | [e-mail address]
			jo(at)example(dot)org                       | [e-mail address]
			jo @ example . org                          | [e-mail address]
			jo!x#y@example.org                          | [e-mail address]
			"jo bloggs"@example.org                     | [e-mail address]
			<JO@EXAMPLE.CO.UK>                          | <[e-mail address]>
			josé@exámple.es                             | [e-mail address]
			jo@[192.168.0.1]                            | [e-mail address]
			jo＠example.org                             | [e-mail address]
			call 07700 900123                           | call [telephone number]
			call 07700900123 or 020 7946 0958           | call [telephone number] or [telephone number]
			ring (028) 9127 9279 today                  | ring [telephone number] today
			+44 7700 900123                             | [telephone number]
			+44 (0)7700 900 123                         | [telephone number]
			0044 20 7946 0018                           | [telephone number]
			tel 01632-960-123.                          | tel [telephone number].
			my number is 0 7 7 0 0 9 0 0 1 2 3          | my number is [telephone number]
			+353 86 123 4567                            | [telephone number]
			07700-900-123, 07700.900.123 (07700) 900123 | [telephone number], [telephone number] [telephone number]
			0770 090 0123 077 0090 0123                 | [telephone number] [telephone number]
			07700/900123                                | [telephone number]
			o7700 900123                                | [telephone number]
			0 77 00 90 01 23                            | [telephone number]
			07 700 900 123                              | [telephone number]
			phone number: 7700 900123                   | phone number: [telephone number]
			447700900123 or 44 7700 900123              | [telephone number] or [telephone number]
			+44(0)7700900123                            | [telephone number]
			0207 946 0958, 02079460958                  | [telephone number], [telephone number]
			tel:07700900123.                            | tel:[telephone number].
			NI number QQ 12 34 56 C                     | NI number [National Insurance number]
			AB-12-34-56-C or AB.12.34.56.C              | [National Insurance number] or [National Insurance number]
			AB 123456 C                                 | [National Insurance number]
			NINO AB123456                               | NINO [National Insurance number]
			National Insurance number is AB 12 34 56    | National Insurance number is [National Insurance number]
			NI number AB 12 34 56 C                     | NI number [National Insurance number]
			ab123456c                                   | [National Insurance number]
			my card is 4111 1111 1111 1111              | my card is [card number]
			4111-1111-1111-1111 exp 12/27               | [card number] exp 12/27
			5500005555555559                            | [card number]
			378282246310005                             | [card number]
			3782 822463 10005                           | [card number]
			4111.1111.1111.1111                         | [card number]
			card 6011111111111117 exp 01/29             | card [card number] exp 01/29
			GB29 NWBK 6016 1331 9268 19 is my account   | [bank account] is my account
			gb29nwbk60161331926819                      | [bank account]
			AT61 1904 3002 3457 3201                    | [bank account]
			call 00353 86 123 4567                      | call [telephone number]
			I live at 12 High Street, Leeds LS1 4AP     | I live at [address]
			Jane Doe, SW1A 1AA                          | [address]
			Jane Doe SW1A 1AA                           | [address]
			Jane Doe of 3 Acacia Avenue CF10 3AT        | [address]
			12 high street, leeds ls1 4ap               | [address]
			The Old Rectory, Church Lane, Norwich NR1 1AA | [address]
			Flat 2, 14 Mill Road, Cambridge CB1 2AZ     | [address]
			hello, this is Jane Doe                     | hello, this is [name]
			from Jane Doe at BT7 1NN                    | from [name] at [address]
			I'm Jane Doe and live in bt71nn             | I'm [name] and live in [address]
			my name is Siân Evans, can I teach?         | my name is [name], can I teach?
			My name's O’Brien and I want to teach       | My name's [name] and I want to teach
			ask Mrs Patel-Jones about it                | ask Mrs [name] about it
			jobs near CF10 3AT?                         | jobs near [address]?
			""")
	void masks(String text, String masked) {
		assertThat(PersonalData.mask(text)).isEqualTo(masked);
		assertThat(PersonalData.mask(masked)).isEqualTo(masked);
	}

	/** As told by a library that knows how telephones are numbered. */
	@Test
	void masksTheNumbersOfEveryCountry() {
		var numbers = PhoneNumberUtil.getInstance();
		var missed = new ArrayList<String>();
		for (var region : numbers.getSupportedRegions()) {
			for (var type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
				var number = numbers.getExampleNumberForType(region, type);
				// islands of some hundred people have numbers of four digits
				if (number == null || numbers.getNationalSignificantNumber(number).length() < 6) {
					continue;
				}
				var whole = numbers.format(number, PhoneNumberFormat.E164);
				for (var written : List.of(numbers.format(number, PhoneNumberFormat.INTERNATIONAL), whole,
						"00" + whole.substring(1))) {
					if (!PersonalData.mask("ring " + written + " please").equals("ring [telephone number] please")) {
						missed.add(region + " " + written);
					}
				}
			}
		}
		assertThat(missed).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pay in 2024-2025", "M6 is 43607", "£30,000 to £41,333", "from £30,000-£41,333 a year",
			"the 2024/25 scale", "between 2020 2021 and 2022", "on 01-09-2024 31-08-2025", "01.09.2024 to 31.08.2025",
			"starts 1 September 2024", "60 credits at level 7", "M6 to U3, L8-L18", "KS2 3rd year", "M1 2nd point",
			"point 6 = £43,607, U1 = £45,646", "call 116 123", "ring 999 or 111", "regulation 49 of SI 2014/1530",
			"section 66(3)", "NPQ, NASENCO, QTS, ALNCo", "ages 3 to 11 and 11 to 18", "£2,240 to £4,424",
			"I'm a Teaching Assistant in Leeds", "I am an NQT", "this is urgent", "Am I a SENCO?",
			"1.5 hours @ £30 an hour", "PGCE 2024 2025 2026 2027", "SEN allowance £2,679-£5,285 0.6 FTE",
			"ratio 1:30 or 30:1", "5 GCSEs A*-C (9-4)", "Dr or Mr?", "EHCP after 20 weeks", "100000 200000 300000",
			"2024–2025", "2023 2024 2025 2026", "30000 to 41333", "£30,000–£41,333", "31650 33483 35674 38034",
			"43607 45646 47338 49084", "M1 is 31650, M2 33483, M3 35674, M4 38034, M5 40439, M6 43607",
			"SEN1 2679 SEN2 5285", "£31 650 to £49 084", "31650-49084", "band 6 is £35,392 to £42,618",
			"0.2 0.4 0.6 0.8", "01/09/2024 31/08/2025", "2024-09-01 to 2025-08-31", "07/2024 08/2024 09/2024",
			"09:00-15:30", "0900 to 1530", "01 02 03 04 05 06 07 08", "3-4-5-6-7-8-9", "1265 hours over 195 days",
			"32.5 hours, 39 weeks", "ISBN 978-0-19-852663-6", "URN 123456", "DfE number 123/4567", "course code 2F4Q",
			"reg no 1234567", "1234567890", "12345678901234", "+£2,679", "+10% on top", "meet @ 3pm", "£30@hour",
			"jobs@ Leeds", "studying at open.ac.uk", "is it at gov.uk or at ucas.com?", "M25 5pm", "W1 2nd term",
			"M3 1st year", "this is Great", "This is Get Into Teaching", "I'm from South Wales",
			"from England to Wales", "contact the Education Workforce Council", "I'm Really Worried",
			"5 GCSEs at grade 4 (C) or above", "20 weeks or 15 school days", "ages 0 to 25", "Band 5 to Band 8a",
			"spine points 12-17", "meet @ 3.30pm", "£30 @ 1.5 hours", "GB29 NWBK 6016 1331 9268 18",
			"AB12CDEF34567890123" })
	void leavesAlone(String text) {
		assertThat(PersonalData.mask(text)).isEqualTo(text);
	}

}
