package org.signpost.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.UnmetQuestion;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** What is made of questions asked in vain, with the model that ships. */
class GapsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T00:30:00Z");

	private static final UUID CONVERSATION = UUID.randomUUID();

	@Test
	void groupsByMeaningAndNotBySpelling() {
		var gaps = find(asked("how do I become a funeral director", 0), asked("becoming an undertaker", 1),
				asked("what does a train driver earn", 2));
		assertThat(gaps).extracting(Gap::count).containsExactly(2, 1);
	}

	@Test
	void countsHowOftenAndHowLately() {
		var gaps = find(asked("what does a train driver earn", 65), asked("What does a train driver earn?", 66),
				asked("what does a TRAIN driver earn", 67), asked("how do I become an undertaker", 1));
		assertThat(gaps).extracting(Gap::count).containsExactly(1, 3);
		assertThat(gaps.getFirst().weight()).isBetween(0.97, 0.98);
		assertThat(gaps.getLast().weight()).isBetween(0.64, 0.67);
		assertThat(gaps.getLast().conversations()).isEqualTo(1);
		assertThat(gaps.getLast().first()).isEqualTo(NOW.minus(Duration.ofDays(67)));
		assertThat(gaps.getLast().last()).isEqualTo(NOW.minus(Duration.ofDays(65)));
	}

	@Test
	void aPageGoesOnAfterAGapThatHasRisenSince() {
		var undertaker = "how do I become an undertaker";
		var yesterday = NOW.minus(Duration.ofDays(1));
		var before = find(asked("what does a train driver earn", 1),
				question(2, undertaker, undertaker, yesterday, null), asked("can I keep bees on a roof", 2),
				asked("where is the lighthouse", 3));
		assertThat(before).hasSize(4);
		assertThat(before.get(0).rank()).isEqualTo(before.get(1).rank());
		assertThat(before.get(0).position().rest(before)).isEqualTo(before.subList(1, 4));
		assertThat(before.get(1).position().rest(before)).isEqualTo(before.subList(2, 4));
		assertThat(Gap.Position.parse(before.get(1).position().text())).contains(before.get(1).position());
		var risen = find(asked("can I keep bees on a roof", 0), asked("what does a train driver earn", 1),
				question(2, undertaker, undertaker, yesterday, null), asked("can I keep bees on a roof", 2),
				asked("where is the lighthouse", 3));
		assertThat(risen.getFirst().question()).isEqualTo("can I keep bees on a roof");
		assertThat(before.get(2).position().rest(risen)).extracting(Gap::question)
			.containsExactly("where is the lighthouse");
	}

	/** At half past midnight in summer it is still yesterday in UTC. */
	@Test
	void countsByTheDayInLondon() {
		var gap = find(new UnmetQuestion(CONVERSATION, 1, "one", "one", Instant.parse("2026-07-01T23:30:00Z"),
				Outcome.ANSWERED, 1), asked("one", 0))
			.getFirst();
		assertThat(gap.days()).isEqualTo(Map.of(LocalDate.parse("2026-07-02"), 1, LocalDate.parse("2026-11-21"), 1));
		assertThat(gap.outcomes()).isEqualTo(Map.of(Outcome.ANSWERED, 1, Outcome.NOT_COVERED, 1));
	}

	@Test
	void readsAFollowUpWithWhatWasSaidBefore() {
		var gaps = find(followUp("do they get a pension?", "how much do judges earn | do they get a pension?"),
				followUp("how long does it take?", "how do I become a gas engineer | how long does it take?"),
				asked("do judges get a pension", 2));
		assertThat(gaps).extracting(Gap::count).containsExactly(2, 1);
		assertThat(gaps.getFirst().question()).isEqualTo("do judges get a pension");
		assertThat(gaps.getLast().question()).isEqualTo("how do I become a gas engineer … how long does it take?");
		assertThat(gaps.getLast().draft().text()).doesNotContain("how long");
	}

	@Test
	void readsAFirstMessageWhole() {
		var gaps = find(
				new UnmetQuestion(CONVERSATION, 1, "train driver salary, please write to me",
						"train driver salary | please write to me", NOW, Outcome.NOT_COVERED, null),
				asked("what is a train driver's salary", 0));
		assertThat(gaps).hasSize(1);
	}

	@Test
	void putsNothingThatWasMaskedIntoADraft() {
		var gap = find(asked("what does a train driver earn", 0),
				asked("what does a train driver earn, tell [e-mail address]", 1))
			.getFirst();
		assertThat(gap.count()).isEqualTo(2);
		assertThat(gap.draft().text()).contains("train driver earn\"").doesNotContain("[e-mail");
	}

	@Test
	void namesTheMostTypicalWording() {
		var gap = find(asked("tell me if you can what one might expect to earn when driving trains", 0),
				asked("what does a train driver earn", 1), asked("what do train drivers earn", 2),
				asked("train driver pay", 3))
			.getFirst();
		assertThat(gap.question()).isIn("what does a train driver earn", "what do train drivers earn");
	}

	private static List<Gap> find(UnmetQuestion... questions) {
		return Gaps.of(List.of(questions), Set.of(), NOW, (text) -> Engines.tools().embedding().embed(text));
	}

	private static UnmetQuestion asked(String question, int daysAgo) {
		return question(1, question, question, NOW.minus(Duration.ofDays(daysAgo)), null);
	}

	private static UnmetQuestion followUp(String question, String resolved) {
		return question(2, question, resolved, NOW, null);
	}

	private static UnmetQuestion question(int turn, String question, String resolved, Instant asked,
			@Nullable Integer stars) {
		return new UnmetQuestion(CONVERSATION, turn, question, resolved, asked, Outcome.NOT_COVERED, stars);
	}

}
