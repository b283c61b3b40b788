package org.signpost.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			It pays £2,679 to £5,285.               | MONEY 2679, MONEY 5285
			A grant of £1.5 million                 | MONEY 1500000
			about £30k a year                       | MONEY 30000
			2,500 pounds                            | MONEY 2500
			£12.50 an hour                          | MONEY 12.5
			20 per cent of the week                 | PERCENT 20
			28.6% of a full salary                  | PERCENT 28.6
			$30,000 or €1.5k                        | MONEY $ 30000, MONEY € 1500
			50p a mile, 45 pence after              | MONEY 0.45, MONEY 0.5
			half of the fee and two-thirds of the fare | NUMBER 1/2, NUMBER 2/3
			a month's pay                           | NUMBER 1
			20% of the week                         | PERCENT 20
			a grade of 85 % or more                 | PERCENT 85
			half-price, or a third price in May     | NUMBER 1/2, NUMBER 1/3
			Half for the young                      | NUMBER 1/2
			A visit costs £6, half for children.    | MONEY 6, NUMBER 1/2
			a visit is two-thirds for pupils         | NUMBER 2/3
			from 1 September 2025                   | DAY 2025-09-01
			on 1st September, 2025                  | DAY 2025-09-01
			on September 1, 2025                    | DAY 2025-09-01
			on 01/09/2025                           | DAY 2025-09-01
			on 2025-09-01                           | DAY 2025-09-01
			by 31 October                           | DAY_OF_MONTH 10-31
			in September 2025                       | MONTH 2025-09
			in Sept 2025                            | MONTH 2025-09
			in 2023/24                              | YEAR 2023, YEAR 2024
			in 2023-2024                            | YEAR 2023, YEAR 2024
			from 2023 to 2025                       | YEAR 2023, YEAR 2025
			in 1999/00                              | YEAR 1999, YEAR 2000
			in 2025                                 | YEAR 2025
			from 8:30am                             | TIME 08:30
			from 8.30 am to 5pm                     | TIME 08:30, TIME 17:00
			at 12am                                 | TIME 00:00
			at 12pm                                 | TIME 12:00
			at 17:00                                | TIME 17:00
			call 116 123                            | TELEPHONE 116123
			call 0800 123 4567                      | TELEPHONE 08001234567
			call 028 9601 0003                      | TELEPHONE 02896010003
			three years                             | NUMBER 3
			twenty-six weeks                        | NUMBER 26
			twenty six weeks                        | NUMBER 26
			five hundred hours                      | NUMBER 500
			two hundred and fifty places            | NUMBER 250
			three hundred and twenty-five places    | NUMBER 325
			about £25-30k a year                    | MONEY 25000, MONEY 30000
			£1.5 to £2 million                      | MONEY 1500000, MONEY 2000000
			a school of 30 may appoint one          | NUMBER 30
			on 30 May a school appoints             | DAY_OF_MONTH 05-30
			3 million people                        | NUMBER 3000000
			2,000 schools                           | NUMBER 2000
			1.5 days                                | NUMBER 1.5
			two or three terms                      | NUMBER 2, NUMBER 3
			the 3rd term                            | NUMBER 3
			SIXTY credits                           | NUMBER 60
			""")
	void readsTheFigures(String text, String figures) {
		assertThat(String.join(", ", Figures.in(text).stream().map(Figure::toString).toList())).isEqualTo(figures);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			You may apply
			half past, half term and the other half
			the second half for most schools
			a month or so
			one of the schools
			no one knows
			someone who has often been in tens of schools
			the H2 form
			a weight-lifter and a freight train
			""")
	void findsNoFigureWhereThereIsNone(String text) {
		assertThat(Figures.in(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			from 1 September 2025      | in 2025
			from 1 September 2025      | in September 2025
			from 1 September 2025      | on 1 September
			in September 2025          | in 2025
			in 2023/24                 | in 2024
			£2,679                     | 2679
			$2,679                     | 2679
			20 per cent                | 20
			one day a week             | 1 day
			a year                     | 1 year
			three                      | 3
			""")
	void aStatedFigureBacks(String evidence, String claim) {
		assertThat(Figures.backedBy(evidence)).containsAll(Figures.in(claim));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			in 2025                    | in September 2025
			in September 2025          | on 1 September 2025
			£2,679                     | £2,680
			£2,679                     | $2,679
			£2,679                     | £26,790
			2 years                    | 3 years
			20 hours                   | 20 per cent
			2679 pupils                | £2,679
			in 2023/24                 | in 2025
			at 5pm                     | at 5am
			116 123                    | 116 124
			""")
	void aStatedFigureDoesNotBack(String evidence, String claim) {
		assertThat(Figures.backedBy(evidence)).doesNotContainAnyElementsOf(Figures.in(claim));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			From 1 April 2026 the tool allowance is £345 a year. | the tool allowance is £345 a year.
			The allowance rose to £2,026 in 2025/26.             | The allowance rose to £2,026.
			Two keepers may start in May 2025, 12 later.         | Two keepers may start, 12 later.
			The pay is £400.                                     | The pay is £400.
			""")
	void datesCanBeTakenOut(String text, String undated) {
		assertThat(Figures.undated(text)).isEqualTo(undated);
	}

	@Test
	void readsTheSameFiguresHoweverTheyAreWritten() {
		assertThat(Figures.in("£2,679, 20%, 1 May 2025 and three"))
			.isEqualTo(Figures.in("£2679, 20 per cent, 1st May 2025 and 3"));
	}

}
