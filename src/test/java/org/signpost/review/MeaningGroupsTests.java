package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.language.SentenceEmbedding;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class MeaningGroupsTests {

	@ParameterizedTest
	@ValueSource(doubles = { -1, 0.1, 0.2, 0.3, 0.5, 1.1 })
	void joinsWhatIsNearestFirstUntilNothingIsNearEnough(double alike) {
		for (var seed = 0; seed < 20; seed++) {
			var vectors = vectors(new Random(seed), 40);
			assertThat(sets(MeaningGroups.of(vectors, alike))).isEqualTo(sets(slowly(vectors, alike)));
		}
	}

	@Test
	void doesNotDependOnTheOrder() {
		var vectors = vectors(new Random(7), 60);
		var order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
		Collections.shuffle(order, new Random(8));
		var shuffled = MeaningGroups.of(order.stream().map(vectors::get).toList(), 0.2);
		assertThat(sets(shuffled.stream().map((group) -> group.stream().map(order::get).toList()).toList()))
			.isEqualTo(sets(MeaningGroups.of(vectors, 0.2)));
	}

	@Test
	void groupsNothingAndOne() {
		assertThat(MeaningGroups.of(List.of(), 0.5)).isEmpty();
		assertThat(MeaningGroups.of(List.of(new float[] { 1 }), 0.5)).containsExactly(List.of(0));
	}

	@Test
	void keepsApartWhatHasNoVector() {
		assertThat(MeaningGroups.of(List.of(new float[0], new float[0]), MeaningGroups.ALIKE)).hasSize(2);
	}

	/** Of the organisations whose utterances the encoder was not trained on. */
	@Test
	void joinsUtterancesOfOneIntentRatherThanOthers() throws IOException {
		var all = new Pairs();
		for (var name : List.of("airline", "garden-centre", "housing-association", "mobile-operator", "school-office",
				"streaming")) {
			all.add(utterances(Path.of("src/training/intents", name + ".txt")));
		}
		System.out.println("Grouping of utterances on six other subjects: " + all);
		assertThat(all.precision()).isGreaterThan(0.26);
		assertThat(all.recall()).isGreaterThan(0.08);
	}

	/** Every third editors' answer, by its examples. */
	@Test
	void joinsQuestionsOfOneAnswerRatherThanOthers() {
		var answers = Engines.shipped().answers();
		var labelled = new ArrayList<Labelled>();
		for (var i = 2; i < answers.size(); i += 3) {
			for (var example : answers.get(i).examples()) {
				labelled.add(new Labelled(example, i));
			}
		}
		var pairs = new Pairs();
		pairs.add(labelled);
		System.out.println("Grouping of the editors' examples: " + pairs);
		assertThat(pairs.precision()).isGreaterThan(0.72);
		assertThat(pairs.recall()).isGreaterThan(0.65);
	}

	private static List<Labelled> utterances(Path file) throws IOException {
		var utterances = new ArrayList<Labelled>();
		var label = 0;
		for (var line : Files.readAllLines(file)) {
			if (line.startsWith("#")) {
				label++;
			}
			else if (!line.isBlank()) {
				utterances.add(new Labelled(line, label));
			}
		}
		return utterances;
	}

	private static List<float[]> vectors(Random random, int count) {
		return IntStream.range(0, count).mapToObj((i) -> {
			var vector = new float[8];
			var length = 0.0;
			for (var k = 0; k < vector.length; k++) {
				vector[k] = (float) random.nextGaussian();
				length += vector[k] * vector[k];
			}
			for (var k = 0; k < vector.length; k++) {
				vector[k] /= (float) Math.sqrt(length);
			}
			return vector;
		}).toList();
	}

	/** The same by the definition. */
	private static List<List<Integer>> slowly(List<float[]> vectors, double alike) {
		var groups = IntStream.range(0, vectors.size())
			.mapToObj((i) -> new ArrayList<>(List.of(i)))
			.collect(Collectors.toCollection(ArrayList::new));
		while (true) {
			var best = alike;
			int[] pair = null;
			for (var i = 0; i < groups.size(); i++) {
				for (var j = 0; j < i; j++) {
					var like = like(vectors, groups.get(i), groups.get(j));
					if (like >= best) {
						best = like;
						pair = new int[] { i, j };
					}
				}
			}
			if (pair == null) {
				return List.copyOf(groups);
			}
			groups.get(pair[1]).addAll(groups.remove(pair[0]));
		}
	}

	private static double like(List<float[]> vectors, List<Integer> one, List<Integer> other) {
		return one.stream()
			.flatMap((i) -> other.stream().map((j) -> SentenceEmbedding.cosine(vectors.get(i), vectors.get(j))))
			.mapToDouble(Double::doubleValue)
			.average()
			.orElseThrow();
	}

	private static Set<Set<Integer>> sets(List<? extends List<Integer>> groups) {
		return groups.stream().map(HashSet::new).collect(Collectors.toSet());
	}

	private record Labelled(String text, int label) {
	}

	/** Counts pairs that are joined, that should be, and both. */
	private static final class Pairs {

		private double joined;

		private double meant;

		private double both;

		void add(List<Labelled> utterances) {
			var embedding = Engines.tools().embedding();
			var vectors = utterances.parallelStream().map((each) -> embedding.embed(each.text())).toList();
			for (var group : MeaningGroups.of(vectors, MeaningGroups.ALIKE)) {
				this.joined += pairs(group.size());
				this.both += within(group.stream().map(utterances::get).toList());
			}
			this.meant += within(utterances);
		}

		private static double within(List<Labelled> utterances) {
			return utterances.stream()
				.collect(Collectors.groupingBy(Labelled::label, Collectors.counting()))
				.values()
				.stream()
				.mapToDouble(Pairs::pairs)
				.sum();
		}

		private static double pairs(double count) {
			return count * (count - 1) / 2;
		}

		double precision() {
			return this.both / this.joined;
		}

		double recall() {
			return this.both / this.meant;
		}

		@Override
		public String toString() {
			return "%.1f %% of the pairs joined rightly, %.1f %% of those meant alike joined"
				.formatted(100 * precision(), 100 * recall());
		}

	}

}
