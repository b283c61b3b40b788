package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.signpost.decision.Supersession;
import org.signpost.review.PairsCommand.Pair;
import org.signpost.testing.Engines;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred pairs of statements of other careers, of which half are older and newer.
 */
class SameFactEvaluationTests {

	private static final Path PAIRS = Path.of("src/test/resources/evaluation/same-fact.jsonl");

	private final Supersession supersession = Engines.supersession();

	@Test
	void tellsTheOlderFromWhatOnlyLooksAlike() throws IOException {
		var pairs = Files.readAllLines(PAIRS)
			.stream()
			.map((line) -> Pair.of(JsonMapper.shared().readTree(line)))
			.toList();
		var found = pairs.stream().filter((pair) -> pair.older() != null).filter(this::toldRight).count();
		var wrong = pairs.stream().filter((pair) -> pair.older() == null).filter(this::toldOlder).count();
		var turned = pairs.stream()
			.filter((pair) -> pair.older() != null && toldOlder(pair) && !toldRight(pair))
			.count();
		System.out.printf("same fact: %d of 100 found, %d of 100 others taken for it, %d the wrong way round%n", found,
				wrong, turned);
		assertThat(pairs).hasSize(200);
		assertThat(found).isGreaterThanOrEqualTo(FOUND);
		assertThat(wrong).isLessThanOrEqualTo(WRONG);
		assertThat(turned).isZero();
	}

	private static final int FOUND = 78;

	private static final int WRONG = 18;

	private boolean toldRight(Pair pair) {
		var older = "a".equals(pair.older()) ? pair.a() : pair.b();
		var newer = "a".equals(pair.older()) ? pair.b() : pair.a();
		return this.supersession.overtakes(newer, older);
	}

	private boolean toldOlder(Pair pair) {
		return List.of(true, false)
			.stream()
			.anyMatch((first) -> first ? this.supersession.overtakes(pair.a(), pair.b())
					: this.supersession.overtakes(pair.b(), pair.a()));
	}

}
