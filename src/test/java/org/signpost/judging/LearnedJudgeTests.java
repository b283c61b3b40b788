package org.signpost.judging;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.language.LanguageTools;
import org.signpost.language.ModelFiles;
import org.signpost.retrieval.LuceneCandidates;
import org.signpost.testing.Engines;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;

import static org.assertj.core.api.Assertions.assertThat;

class LearnedJudgeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Are the lock visits free?                     | Lock visits are free.
			do I have to turn up on saturdays and sundays | Weekend work is usual in summer.
			how old must you be to start                  | at 18 through a seasonal post
			""")
	void whatAnswersIsTheLikeliest(String question, String answer) {
		assertThat(judge(question).best().orElseThrow().what().text()).contains(answer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			How long does an apprenticeship take?  | How many apprentices are there?
			Are the lock visits free?              | Who pays for the lock visits?
			What does a lock cottage cost?         | What does a diving suit cost?
			""")
	void whatIsStatedIsLikelierAnsweredThanItsNearMiss(String stated, String nearMiss) {
		assertThat(judge(stated).answered()).isGreaterThan(judge(nearMiss).answered());
	}

	@Test
	void theSameQuestionIsJudgedTheSame() {
		assertThat(judge("Are the lock visits free?")).isEqualTo(judge("Are the lock visits free?"));
	}

	@Test
	void theLikeliestComesFirst() {
		assertThat(judge("Are the lock visits free?").judged())
			.isSortedAccordingTo(Comparator.comparingDouble(Judged::probability).reversed());
	}

	@Test
	void withoutTheModelTheWordsSharedTell() {
		var tools = LanguageTools.load(false, null);
		var candidates = new LuceneCandidates(Engines.small(), tools);
		var query = query("Are the lock visits free?");
		var judgement = new LearnedJudge(tools, Calibration.of(ModelFiles.packed())).judge(query,
				candidates.find(query));
		assertThat(judgement.best().orElseThrow().what().text()).contains("Lock visits are free.");
		assertThat(judgement.answered()).isEqualTo(1);
	}

	@Test
	void nothingToJudgeIsNoAnswer() {
		var judgement = new LearnedJudge(Engines.tools(), Calibration.of(ModelFiles.packed()))
			.judge(query("Are the lock visits free?"), List.of());
		assertThat(judgement.answered()).isZero();
		assertThat(judgement.best()).isEmpty();
	}

	private static Judgement judge(String question) {
		return Engines.judge().apply(query(question));
	}

	private static Query query(String text) {
		return new Query(text, List.of(), null, NationOrigin.UNKNOWN, List.of(), List.of(), Set.of(), LocalDate.EPOCH,
				LocalDate.EPOCH, null, List.of());
	}

}
