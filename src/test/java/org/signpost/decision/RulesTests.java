package org.signpost.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.conversation.Question;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Statement;
import org.signpost.retrieval.RankedStatements;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.testing.Engines;
import org.signpost.understanding.IntentPrediction;
import org.signpost.understanding.Interpretation;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;
import org.signpost.understanding.SpeechActReading;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule by rule, with signals set by hand: on either side of each threshold. */
class RulesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private static final SpeechActReading ASKS = new SpeechActReading(SpeechAct.QUESTION, 0.9, 0, 0, 0, null, 0.9);

	private static final Statement ALLOWANCE = statement("The winter allowance is £385 a year.");

	private static final Statement COTTAGE = statement("In Wales, a lock cottage costs £82 a week.");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.20        | 0.87    | 0.80   | true
			0.20        | 0.87    | 0.83   | false
			0.20        | 0.85    | 0.50   | false
			0.10        | 0.87    | 0.50   | false
			""")
	void takesTheExampleThatNoOtherComesNear(double probability, double nearest, double other, boolean taken) {
		var intents = List.of(new IntentPrediction("winter-allowance", probability, nearest, 0.5),
				new IntentPrediction("lock-qualification", 0.1, other, 0.5));
		assertThat(curated(intents, hit(ALLOWANCE, 0.5, 0.7, true), 0.1, 0.5)).isEqualTo(taken);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.45        | 0.85    | 0.95     | 0.85   | true  | false
			0.45        | 0.85    | 0.90     | 0.85   | true  | true
			0.45        | 0.85    | 0.95     | 0.80   | true  | true
			0.45        | 0.85    | 0.95     | 0.85   | false | true
			0.45        | 0.90    | 0.95     | 0.85   | true  | true
			0.70        | 0.85    | 0.95     | 0.85   | true  | true
			""")
	void aStatementThatSaysJustWhatIsAskedGoesBeforeAnAnswerThatMayBeMeant(double probability, double nearest,
			double coverage, double cosine, boolean fits, boolean curated) {
		var intents = List.of(new IntentPrediction("winter-allowance", probability, nearest, 0.5));
		assertThat(curated(intents, hit(COTTAGE, coverage, cosine, fits), 0.1, 0.5)).isEqualTo(curated);
	}

	@Test
	void aStatementThatTheAnswerRestsOnDoesNotGoBeforeIt() {
		var intents = List.of(new IntentPrediction("winter-allowance", 0.45, 0.85, 0.5));
		assertThat(curated(intents, hit(ALLOWANCE, 0.95, 0.85, true), 0.1, 0.5)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.40    | 0.50   | true
			0.50    | 0.50   | false
			0.50    | 0.65   | true
			""")
	void strangeWordsSpeakAgainstAnAnswerUnlessItIsLikely(double unknown, double likely, boolean curated) {
		var intents = List.of(new IntentPrediction("winter-allowance", 0.6, 0.85, 0.5));
		assertThat(curated(intents, hit(ALLOWANCE, 0.5, 0.7, true), unknown, likely)).isEqualTo(curated);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Where do otters sleep?              | OUT_OF_SCOPE | 0.60 | 0.70 | true
			Where do otters sleep?              | OUT_OF_SCOPE | 0.50 | 0.70 | false
			Where do otters sleep?              | QUESTION     | 0.60 | 0.70 | false
			Do otters sleep in a lock cottage?  | OUT_OF_SCOPE | 0.60 | 0.70 | false
			Do otters sleep in a lock cottage?  | QUESTION     | 0.50 | 0.40 | true
			Do otters sleep in a lock cottage?  | OUT_OF_SCOPE | 0.85 | 0.70 | true
			Do otters sleep in a lock cottage?  | OUT_OF_SCOPE | 0.85 | 0.80 | false
			""")
	void whereThereIsAVocabularyWhatNamesNothingOfItIsSoonerSomethingElse(String question, SpeechAct act,
			double outOfScope, double likely, boolean declined) {
		assertThat(outOfScope(Engines.small(), question, act, outOfScope, likely)).isEqualTo(declined);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.60 | 0.70 | false
			0.60 | 0.55 | true
			0.85 | 0.70 | true
			""")
	void whereThereIsNoneItIsSomethingElseOnlyIfNoAnswerIsLikely(double outOfScope, double likely, boolean declined) {
		assertThat(outOfScope(Engines.foundry(), "Where do otters sleep?", SpeechAct.OUT_OF_SCOPE, outOfScope, likely))
			.isEqualTo(declined);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			What is the best lock in the land?       | 0.50 | true
			What is the hardest thing about a lock?  | 0.95 | false
			What is the hardest thing about a lock?  | 0.50 | true
			What is a lock?                          | 0.50 | false
			""")
	void aRankingIsUnknowableUnlessEditorsPlainlyAnsweredIt(String question, double probability, boolean declined) {
		var intents = List.of(new IntentPrediction("lock-qualification", probability, 0.95, 0.5));
		assertThat(Rules
			.unknowable(situation(Engines.small(), question, ASKS, intents, hit(COTTAGE, 0.5, 0.6, true), 0.1, 0.5))
			.isPresent()).isEqualTo(declined);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.60 | 0.85 | false
			0.60 | 0.92 | true
			0.40 | 0.85 | true
			""")
	void whatGuidanceHardlyEverSaysIsAnsweredOnlyNearAnExample(double beyond, double nearest, boolean curated) {
		var act = new SpeechActReading(SpeechAct.BEYOND_GUIDANCE, 0.6, 0, beyond, 0, null, 0.9);
		var intents = List.of(new IntentPrediction("winter-allowance", 0.6, nearest, 0.5));
		assertThat(Rules
			.curated(situation(Engines.small(), "How much more is there in the cold months?", act, intents,
					hit(ALLOWANCE, 0.5, 0.7, true), 0.1, 0.5))
			.isPresent()).isEqualTo(curated);
	}

	private static boolean outOfScope(KnowledgeBase knowledgeBase, String question, SpeechAct act, double outOfScope,
			double likely) {
		var reading = new SpeechActReading(act, 0.6, 0, 0, outOfScope, null, 0.8);
		return Rules
			.outOfScope(
					situation(knowledgeBase, question, reading, List.of(), hit(COTTAGE, 0.5, 0.6, true), 0.1, likely))
			.isPresent();
	}

	private static boolean curated(List<IntentPrediction> intents, ScoredStatement best, double unknown,
			double likely) {
		return Rules
			.curated(situation(Engines.small(), "How much more is there in the cold months?", ASKS, intents, best,
					unknown, likely))
			.isPresent();
	}

	private static Situation situation(KnowledgeBase knowledgeBase, String text, SpeechActReading act,
			List<IntentPrediction> intents, ScoredStatement best, double unknown, double likely) {
		var question = new Question(text, null, false, TODAY);
		var read = Engines.interpreter().interpret(question, List.of());
		var query = read.queries().getFirst();
		var meant = new Query(text, query.subject(), null, query.origin(), query.shape(), query.concepts(), intents,
				query.quoted(), TODAY, query.excluded(), query.vector(), query.searchVector(), query.words());
		var interpretation = new Interpretation(question, text, act, List.of(meant), read.rewriting(), false);
		var found = new RankedStatements(List.of(best), List.of(), List.of(), 0.4, 0.5, 3, 0.5, 0.5, unknown);
		return new Situation(interpretation, meant, found, new Answerability(likely, Map.of()), knowledgeBase);
	}

	private static ScoredStatement hit(Statement statement, double coverage, double cosine, boolean fits) {
		return new ScoredStatement(statement, 1, 1, cosine, 0.7, coverage, coverage, fits, "kept");
	}

	private static Statement statement(String text) {
		return Engines.small()
			.statements()
			.stream()
			.filter((each) -> each.text().equals(text))
			.max(java.util.Comparator.comparing(Statement::source))
			.orElseThrow();
	}

}
