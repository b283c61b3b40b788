package org.signpost.understanding;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class NationRecognizerTests {

	private static final NationRecognizer nations = new NationRecognizer(Gazetteer.load(),
			Engines.small().vocabulary());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			What is the pay in Wales?                          | WALES
			pay scotland                                       | SCOTLAND
			what do they get in NI                             | NORTHERN_IRELAND
			the pay in n. ireland                              | NORTHERN_IRELAND
			I live in Cardiff, what is the pay?                | WALES
			pay in Glasgow                                     | SCOTLAND
			pay in Derry                                       | NORTHERN_IRELAND
			pay in Leeds                                       | ENGLAND
			do I need a degree in Wales                        | WALES
			I have a degree in Wales, what is the pay in Leeds | ENGLAND
			pay in England and Scotland                        | ENGLAND, SCOTLAND
			I trained in Wales, can I work in England?         | ENGLAND
			Is the pay in Scotland higher than in England?     | SCOTLAND
			I'm from Cardiff                                   | WALES
			my friend in Swansea says hello, pay in Leeds?     | ENGLAND
			Scottish lock keeper pay                           | SCOTLAND
			Are there locks in Bath?                           | ENGLAND
			Which boats go to Barry these days?                | WALES
			Can I use my Scottish licence in Wales?            | WALES
			Will a Welsh boat certificate do in Scotland?      | SCOTLAND
			I hold a Northern Irish ticket, what is the pay in Leeds? | ENGLAND
			a Scottish lock in Wales                           | SCOTLAND, WALES
			Does a Scottish school in Wales count?             | SCOTLAND, WALES
			Does a Scottish licence cost much?                 | SCOTLAND
			""")
	void reads(String question, String expected) {
		assertThat(nations.read(question).said().stream().map(Nation::name).collect(Collectors.joining(", ")))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What is the pay?", "Can I work in New South Wales?", "Do I need GCSE English?",
			"I want to teach Welsh", "schools in New England", "I need a bath", "What is a lock keeper?",
			"Does a lock cottage come with a bath in it?", "in bath or shower", "Is there reading in March?",
			"a house in Stone Street", "March is cold" })
	void leavesAlone(String question) {
		assertThat(nations.read(question).said()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					lock keeper pay in Scotland and the winter allowance in Wales | lock keeper pay in Scotland | the winter allowance in Wales
					diploma fees in Leeds, plus cottage rent in Cardiff           | diploma fees in Leeds       | cottage rent in Cardiff
					""")
	void twoThingsForTwoNationsAreTakenApart(String message, String first, String second) {
		assertThat(nations.apart(message)).containsExactly(first, second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lock keeper pay in Scotland and Wales", "Is pay in Scotland like the allowance in Wales?",
			"pay and holidays in Wales", "lock keeper pay in Leeds and rent in York" })
	void whatIsOneQuestionStaysWhole(String message) {
		assertThat(nations.apart(message)).containsExactly(message);
	}

	@Test
	void aPlaceOfSeveralNationsLeavesItOpen() {
		var reading = nations.read("schools in Bangor");
		assertThat(reading.said()).isEmpty();
	}

	@Test
	void aBodyOfOneNationTellsWhichIsMeant() {
		assertThat(nations.read("Does the Bann Navigation Trust hire?").strong())
			.containsExactly(Nation.NORTHERN_IRELAND);
		assertThat(nations.read("Does the diploma cost much?").strong()).isEmpty();
	}

}
