package org.signpost.answering;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class WelshAnswersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Beth yw ALNCo?                                         | ANSWERED
			Beth yw lwfans SEN yng Ngogledd Iwerddon?              | ANSWERED
			Pa gymwysterau sydd eu hangen i fod yn SENCO yn Lloegr? | ANSWERED
			Bore da                                                | SMALL_TALK
			Diolch                                                 | SMALL_TALK
			dwi eisiau marw                                        | HANDOFF
			Mae plentyn mewn perygl                                | HANDOFF
			Beth yw'r tywydd yng Nghaerdydd?                       | OUT_OF_SCOPE
			""")
	void sayInOneWelshSentenceThatTheGuidanceIsInEnglish(String question, Outcome outcome) {
		var answer = ask(question);
		assertThat(answer.outcome()).isEqualTo(outcome);
		assertThat(answer.blocks().getFirst().text()).contains("Saesneg");
		assertThat(answer.text().split("\\s+")).hasSizeLessThanOrEqualTo(120);
		assertThat(answer.blocks().stream().skip(1)).isNotEmpty()
			.noneMatch((block) -> block.text().contains("Saesneg"));
	}

	@Test
	void citeWhatWasFound() {
		var answer = ask("Beth yw ALNCo?");
		assertThat(answer.text()).contains("Wales");
		assertThat(answer.citations()).isNotEmpty();
	}

	@Test
	void leaveEnglishWithWelshNamesAlone() {
		assertThat(ask("What does an ALNCo do at an ysgol in Llandudno?").text()).doesNotContain("Saesneg");
	}

	private static ComposedAnswer ask(String question) {
		return Engines.engine(Engines.SHIPPED)
			.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of())
			.answer();
	}

}
