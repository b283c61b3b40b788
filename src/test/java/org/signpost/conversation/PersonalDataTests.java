package org.signpost.conversation;

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
			call 07700 900123                           | call [telephone number]
			call 07700900123 or 020 7946 0958           | call [telephone number] or [telephone number]
			ring (028) 9127 9279 today                  | ring [telephone number] today
			+44 7700 900123                             | [telephone number]
			+44 (0)7700 900 123                         | [telephone number]
			0044 20 7946 0018                           | [telephone number]
			tel 01632-960-123.                          | tel [telephone number].
			my number is 0 7 7 0 0 9 0 0 1 2 3          | my number is [telephone number]
			+353 86 123 4567                            | [telephone number]
			NI number QQ 12 34 56 C                     | NI number QQ 12 34 56 C
			NI number AB 12 34 56 C                     | NI number [National Insurance number]
			ab123456c                                   | [National Insurance number]
			my card is 4111 1111 1111 1111              | my card is [card number]
			4111-1111-1111-1111 exp 12/27               | [card number] exp 12/27
			5500005555555559                            | [card number]
			378282246310005                             | [card number]
			I live at 12 High Street, Leeds LS1 4AP     | I live at [address]
			Jane Doe, SW1A 1AA                          | [address]
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

	@ParameterizedTest
	@ValueSource(strings = { "pay in 2024-2025", "M6 is 43607", "£30,000 to £41,333", "from £30,000-£41,333 a year",
			"the 2024/25 scale", "between 2020 2021 and 2022", "on 01-09-2024 31-08-2025", "01.09.2024 to 31.08.2025",
			"starts 1 September 2024", "60 credits at level 7", "M6 to U3, L8-L18", "KS2 3rd year", "M1 2nd point",
			"point 6 = £43,607, U1 = £45,646", "call 116 123", "ring 999 or 111", "regulation 49 of SI 2014/1530",
			"section 66(3)", "NPQ, NASENCO, QTS, ALNCo", "ages 3 to 11 and 11 to 18", "£2,240 to £4,424",
			"I'm a Teaching Assistant in Leeds", "I am an NQT", "this is urgent", "Am I a SENCO?",
			"1.5 hours @ £30 an hour", "PGCE 2024 2025 2026 2027", "SEN allowance £2,679-£5,285 0.6 FTE",
			"ratio 1:30 or 30:1", "5 GCSEs A*-C (9-4)", "Dr or Mr?", "EHCP after 20 weeks", "100000 200000 300000" })
	void leavesAlone(String text) {
		assertThat(PersonalData.mask(text)).isEqualTo(text);
	}

}
