package org.signpost.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Nation;
import org.signpost.testing.Engines;
import org.signpost.understanding.IntentPrediction;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;

import static org.assertj.core.api.Assertions.assertThat;

class LuceneCandidatesTests {

	private static final LuceneCandidates candidates = new LuceneCandidates(Engines.small(), Engines.tools());

	@ParameterizedTest
	@EnumSource(Nation.class)
	void proposesNothingOfAnotherNation(Nation nation) {
		var found = candidates.find(query("What does a lock keeper earn?", nation));
		assertThat(found).isNotEmpty()
			.allMatch((candidate) -> candidate.nations().isEmpty() || candidate.nations().contains(nation));
	}

	@Test
	void proposesNotFewerForANationThanForAll() {
		// the nation filters before the nearest are taken, not after
		assertThat(candidates.find(query("What does a lock keeper earn?", Nation.SCOTLAND)))
			.hasSameSizeAs(candidates.find(query("What does a lock keeper earn?", null)));
	}

	@Test
	void proposesTheSectionThatWouldBeGiven() {
		assertThat(curated("What qualification does a lock keeper need?", Nation.SCOTLAND)).singleElement()
			.satisfies((section) -> assertThat(section.nations()).containsExactly(Nation.SCOTLAND));
		assertThat(curated("What qualification does a lock keeper need?", null)).singleElement()
			.satisfies((section) -> assertThat(section.nations()).isEmpty());
	}

	@Test
	void proposesNoEditorsAnswerThatStatesOtherNationsRulesAlone(@TempDir Path folder) throws IOException {
		Files.createDirectories(folder.resolve("guidance"));
		Files.createDirectories(folder.resolve("answers"));
		Files.writeString(folder.resolve("guidance/pay.md"),
				"---\ntitle: Pay by the river\nnations: [ENGLAND]\n---\nA lock keeper by the river earns £30,100{#river} a year.\n");
		Files.writeString(folder.resolve("answers/river-pay.md"), """
				---
				title: pay by the river
				examples: [river pay, pay by the river, river wages, what do river keepers earn, river keeper salary]
				---
				## Anywhere
				A lock keeper by the river earns {amount pay#river} a year. [pay]
				""");
		var reading = new KnowledgeBaseReader(Engines.tools().sentences()).read(folder);
		assertThat(reading.problems()).isEmpty();
		var river = new LuceneCandidates(reading.knowledgeBase(), Engines.tools());
		var question = "What does a lock keeper by the river earn?";
		assertThat(river.find(query(question, null))).hasSize(2);
		assertThat(river.find(query(question, Nation.ENGLAND))).hasSize(2);
		assertThat(river.find(query(question, Nation.SCOTLAND))).isEmpty();
	}

	@Test
	void proposesWhatTheIntentClassifierMeansHoweverFarItLies() {
		var question = "What hours does a lock keeper work at weekends?";
		var meant = new Query(question, List.of(), null, NationOrigin.UNKNOWN, List.of(),
				List.of(new IntentPrediction("winter-allowance", 0.9, 0.9)), Set.of(), LocalDate.EPOCH, LocalDate.EPOCH,
				null, List.of());
		assertThat(candidates.find(meant)).anyMatch((candidate) -> candidate instanceof CuratedCandidate curated
				&& curated.answer().intent().equals("winter-allowance"));
	}

	@Test
	void proposesWhatSharesAWordHoweverFarItLies() {
		assertThat(candidates.find(query("What of the towpath in all this?", null)))
			.anyMatch((candidate) -> candidate.text().contains("towpath"));
	}

	@Test
	void proposesForAFollowUpWhatTheMessagesBeforeItAreAbout() {
		var after = new Query("and at what age?", List.of("How do I become a lock keeper?"), null, NationOrigin.UNKNOWN,
				List.of(), List.of(), Set.of(), LocalDate.EPOCH, LocalDate.EPOCH, null, List.of());
		assertThat(candidates.find(after)).anyMatch((candidate) -> candidate.text().contains("at 18"));
	}

	private static List<CuratedCandidate> curated(String question, @Nullable Nation nation) {
		return candidates.find(query(question, nation))
			.stream()
			.filter(CuratedCandidate.class::isInstance)
			.map(CuratedCandidate.class::cast)
			.filter((candidate) -> candidate.answer().intent().equals("lock-qualification"))
			.toList();
	}

	private static Query query(String text, @Nullable Nation nation) {
		return new Query(text, List.of(), nation, (nation != null) ? NationOrigin.PAGE : NationOrigin.UNKNOWN,
				List.of(), List.of(), Set.of(), LocalDate.EPOCH, LocalDate.EPOCH, null, List.of());
	}

}
