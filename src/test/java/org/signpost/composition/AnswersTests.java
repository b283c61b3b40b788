package org.signpost.composition;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.decision.DecisionPolicy;
import org.signpost.decision.Thresholds;
import org.signpost.decision.Weighing;
import org.signpost.knowledge.Nation;
import org.signpost.language.ModelFiles;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor reads: whole answers from the small knowledge base. */
class AnswersTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final DecisionPolicy policy = new DecisionPolicy(Thresholds.of(ModelFiles.packed()),
			Weighing.of(ModelFiles.packed()), Engines.supersession(), Engines.judge());

	private static final AnswerComposer composer = new AnswerComposer(Engines.small(), Engines.supersession());

	@Test
	void aCuratedAnswerComesWithItsNoteAndItsCitations() {
		var answer = answer("how much is the winter allowance", null);
		assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(answer.blocks()).extracting(Block::kind).containsExactly(Block.Kind.P, Block.Kind.NOTE);
		assertThat(answer.text()).isEqualTo("""
				The winter allowance is £385 a year, from April 2025.
				An older figure, £310 a year, is from 2022.""");
		assertThat(answer.citations()).extracting(Citation::source).containsExactly("pay-2025", "pay-2022");
		assertThat(answer.citations().getFirst().evidence()).isEqualTo("The winter allowance is £385 a year.");
		assertThat(answer.suggestions()).contains("What hours does a lock keeper work?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ENGLAND          | £24,750
			WALES            | £24,300
			SCOTLAND         | £25,150
			NORTHERN_IRELAND | £23,900
			""")
	void aNationsFigureIsItsNewest(Nation nation, String amount) {
		var answer = answer("What is the pay of a lock keeper?", nation);
		assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
		assertThat(answer.blocks().getFirst().text()).contains(amount);
		assertThat(answer.nation()).isEqualTo(nation);
	}

	@Test
	void theOlderFigureIsNotedAsOlder() {
		var answer = answer("How much does a lock keeper earn in Scotland?", null);
		assertThat(answer.blocks()).anySatisfy((block) -> {
			assertThat(block.kind()).isEqualTo(Block.Kind.NOTE);
			assertThat(block.text()).startsWith("An older source (Guild of Waterway Trades, 2022)").contains("£21,900");
		});
	}

	@Test
	void nationsStandSideBySideWhenNoneIsKnown() {
		var answer = answer("What is the pay of a senior lock keeper?", null);
		assertThat(answer.text()).contains("£30,200", "£29,800", "£30,900", "£29,100");
		assertThat(answer.blocks()).extracting(Block::kind).contains(Block.Kind.LI);
	}

	@Test
	void whatIsToComeIsAnnouncedAfterWhatHolds() {
		var answer = answer("How much does the Lock Operations Diploma cost in England?", null);
		assertThat(answer.text().indexOf("£540")).isNotNegative();
		assertThat(answer.text()).doesNotMatch("(?s).*£600.*£540.*");
		assertThat(answer("How much does the Lock Operations Diploma cost in England?", null, LocalDate.of(2027, 6, 1))
			.text()).contains("£600");
	}

	@Test
	void anEventThatIsOverIsSaidToBeOver() {
		assertThat(answer("When is the lock visit at Foxbridge?", null).text()).contains("9 May 2026", "passed");
		assertThat(answer("When is the lock visit at Foxbridge?", null, LocalDate.of(2026, 5, 9)).text())
			.contains("9 May 2026")
			.doesNotContain("passed");
	}

	@Test
	void aListKeepsTheLineThatIntroducesIt() {
		var answer = answer("What are the duties of a lock keeper?", null);
		assertThat(answer.text()).contains("opening and closing the gates", "keeping the towpath safe");
	}

	@Test
	void anAnswerThatRestsOnASecondarySourceSaysSo() {
		assertThat(answer("When is the lock visit at Llanwern Basin?", null).text()).contains("secondary source");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ENGLAND          | the welfare officer
			SCOTLAND         | the named person for welfare
			NORTHERN_IRELAND | the designated person for welfare
			""")
	void aWorryAboutAChildGoesToTheLeadOfTheNation(Nation nation, String lead) {
		var answer = answer("A girl I teach told me her uncle hurts her", nation);
		assertThat(answer.outcome()).isEqualTo(Outcome.HANDOFF);
		assertThat(answer.text()).contains(lead);
	}

	@Test
	void aWorryAboutAChildNamesEveryLeadWhereTheNationIsNotKnown() {
		assertThat(answer("A girl I teach told me her uncle hurts her", null).text())
			.contains("the welfare officer in England", "the named person for welfare in Scotland");
	}

	@Test
	void aContactIsANameANumberWhatForAndWhen() {
		assertThat(answer("A girl I teach told me her uncle hurts her", Nation.ENGLAND).blocks()).contains(new Block(
				Block.Kind.CONTACT,
				"Young Listening Line: 0161 496 0001. The Young Listening Line is there for a child at risk. Weekdays 9am to 5pm.",
				List.of(), "tel:01614960001"));
	}

	@ParameterizedTest
	@EnumSource(Nation.class)
	void despairIsMetWithPeopleWhoListen(Nation nation) {
		var answer = answer("I want to kill myself", nation);
		assertThat(answer.outcome()).isEqualTo(Outcome.HANDOFF);
		assertThat(answer.blocks()).anySatisfy((block) -> {
			assertThat(block.kind()).isEqualTo(Block.Kind.CONTACT);
			assertThat(block.text()).contains("The Night Line", "0161 496 0000");
			assertThat(block.href()).isEqualTo("tel:01614960000");
		});
		assertThat(answer.suggestions()).isEmpty();
	}

	@Test
	void troubleAtWorkIsMetWithTheContactsOfTheNation() {
		var message = "I am being sacked unfairly and want to take my employer to a tribunal";
		assertThat(answer(message, Nation.NORTHERN_IRELAND).text()).contains("Labour Desk")
			.doesNotContain("Work Advice");
		assertThat(answer(message, Nation.WALES).text()).contains("Work Advice Desk").doesNotContain("Labour Desk");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "who are you?" })
	void smallTalkSaysWhatTheGuideIsFor(String message) {
		var answer = answer(message, null);
		assertThat(answer.outcome()).isEqualTo(Outcome.SMALL_TALK);
		assertThat(answer.text()).contains("careers on canals and locks");
		assertThat(answer.suggestions()).isNotEmpty();
	}

	@Test
	void whatIsNotCoveredIsNeverGuessedAndNamesAPersonToAsk() {
		var answer = answer("Do lock keepers get a company car and a laptop?", null);
		assertThat(answer.outcome()).isEqualTo(Outcome.NOT_COVERED);
		assertThat(answer.text()).contains("Canal Careers adviser");
	}

	@Test
	void anAmountThatTheVisitorQuotesIsHeldAgainstTheGuidance() {
		assertThat(answer("I read that the winter allowance is £999, is that right?", null).text())
			.contains("isn't in the guidance");
	}

	@Test
	void everyCitationOfABlockExists() {
		Stream
			.of("how much is the winter allowance", "How much does a lock keeper earn?", "What does a lock keeper do?")
			.map((question) -> answer(question, null))
			.forEach((answer) -> assertThat(answer.blocks()).flatExtracting(Block::citations)
				.allMatch((n) -> n >= 1 && n <= answer.citations().size()));
	}

	private static ComposedAnswer answer(String question, @Nullable Nation nation) {
		return answer(question, nation, TODAY);
	}

	private static ComposedAnswer answer(String question, @Nullable Nation nation, LocalDate date) {
		var interpretation = Engines.interpreter().interpret(new Question(question, nation, false, date), List.of());
		var judged = interpretation.queries().stream().map(Engines.judge()).toList();
		return composer.compose(policy.decide(interpretation, judged), interpretation);
	}

}
