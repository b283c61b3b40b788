package org.signpost.conflicts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.signpost.knowledge.Statement;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conflicts planted in invented guidance, among pairs that only look like some; and those
 * of the guidance that ships, which a person has read.
 */
class ConflictFinderTests {

	private static final Path FOLDER = Path.of("src/test/resources/conflicts");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

	private final ConflictFinder finder = ConflictFinder.of(Engines.tools().embedding());

	/** Of the 43; the others say it in other words, or of another time of day or year. */
	private static final int FOUND = 38;

	@Test
	void findsWhatIsPlantedAndSaysWhichIsGiven() throws IOException {
		var conflicts = find(FOLDER);
		var planted = lines(FOLDER.resolve("planted.tsv")).map(Planted::of).toList();
		var missed = planted.stream().filter((each) -> conflicts.stream().noneMatch(each::isFound)).toList();
		var wrong = planted.stream()
			.filter((each) -> conflicts.stream().anyMatch((found) -> each.isFound(found) && !each.isDecidedAs(found)))
			.toList();
		var others = conflicts.stream()
			.filter((found) -> planted.stream().noneMatch((each) -> each.isFound(found)))
			.map(ConflictFinderTests::words)
			.toList();
		System.out.printf("conflicts: %d of %d found, %d others%n", planted.size() - missed.size(), planted.size(),
				others.size());
		missed.forEach((each) -> System.out.println("missed: " + each));
		wrong.forEach((each) -> System.out.println("decided otherwise: " + each));
		others.forEach((each) -> System.out.println("other: " + each));
		assertThat(planted.size() - missed.size()).isGreaterThanOrEqualTo(FOUND);
		assertThat(wrong).isEmpty();
		assertThat(others).isEmpty();
	}

	@Test
	void whatOnlyLooksLikeOneIsThere() throws IOException {
		var statements = Engines.knowledgeBase(FOLDER).statements();
		var pairs = lines(FOLDER.resolve("distractors.tsv")).map(Planted::of).toList();
		assertThat(pairs).hasSizeGreaterThanOrEqualTo(60);
		assertThat(pairs).allSatisfy((pair) -> {
			assertThat(statements).anyMatch((each) -> each.text().contains(pair.first()));
			assertThat(statements).anyMatch((each) -> each.text().contains(pair.second()));
		});
		var conflicts = find(FOLDER);
		assertThat(pairs).noneMatch((pair) -> conflicts.stream().anyMatch(pair::isFound));
	}

	@Test
	void whatTheShippedGuidanceHasIsWhatAPersonHasRead() throws IOException {
		var read = lines(FOLDER.resolve("shipped.tsv")).toList();
		assertThat(find(Engines.SHIPPED).stream().map(ConflictFinderTests::words)).containsExactlyElementsOf(read);
	}

	@Test
	void thoseToBeMendedComeFirst() {
		assertThat(find(FOLDER).stream().map(Conflict::resolved)).isSorted();
	}

	private List<Conflict> find(Path folder) {
		return this.finder.find(Engines.knowledgeBase(folder), DAY, () -> {
		});
	}

	private static String words(Conflict conflict) {
		return String.join("\t", conflict.resolved() ? "decided" : "to be mended", conflict.reason().name(),
				words(conflict.first()), words(conflict.second()));
	}

	private static String words(Statement statement) {
		return statement.source() + ": " + statement.text();
	}

	private static Stream<String> lines(Path file) throws IOException {
		return new ArrayList<>(Files.readAllLines(file)).stream().filter((line) -> !line.startsWith("#"));
	}

	/**
	 * Two statements by a piece of each.
	 *
	 * @param first a piece of the one
	 * @param second a piece of the other
	 * @param given which is given: first, second or none
	 */
	private record Planted(String first, String second, String given) {

		static Planted of(String line) {
			var cells = line.split("\t", -1);
			return new Planted(cells[0], cells[1], (cells.length > 2) ? cells[2] : "none");
		}

		boolean isFound(Conflict conflict) {
			return isOf(conflict.first(), conflict.second()) || isOf(conflict.second(), conflict.first());
		}

		private boolean isOf(Statement a, Statement b) {
			return a.text().contains(this.first) && b.text().contains(this.second);
		}

		boolean isDecidedAs(Conflict conflict) {
			return switch (this.given) {
				case "first" -> conflict.resolved() && conflict.first().text().contains(this.first);
				case "second" -> conflict.resolved() && conflict.first().text().contains(this.second);
				default -> !conflict.resolved();
			};
		}

	}

}
