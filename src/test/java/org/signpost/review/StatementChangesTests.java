package org.signpost.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.Sentences;
import org.signpost.review.StatementChanges.Changed;
import org.signpost.review.StatementChanges.Stated;

import static org.assertj.core.api.Assertions.assertThat;

class StatementChangesTests {

	private static final String BEFORE = """
			The winter allowance is £385 a year.
			Lock keepers work 39 hours a week.
			Lock visits are free.
			""";

	@TempDir
	Path folder;

	@Test
	void findsAFigureThatWasChanged() throws Exception {
		assertThat(between(BEFORE, BEFORE.replace("385", "410")))
			.isEqualTo(new StatementChanges(List.of(), List.of(), List.of(new Changed("pay#1", "pay#1",
					"The winter allowance is £385 a year.", "The winter allowance is £410 a year."))));
	}

	@Test
	void knowsWhatStandsElsewhereAgain() throws Exception {
		var changes = between(BEFORE, "Boats are moored on the left.\n" + BEFORE);
		assertThat(changes.added()).containsExactly(new Stated("pay#1", "Boats are moored on the left."));
		assertThat(changes.changed()).isEmpty();
		assertThat(changes.removed()).isEmpty();
	}

	@Test
	void tellsWhatWasTakenOutFromWhatWasChanged() throws Exception {
		var changes = between(BEFORE,
				"Lock keepers work 41 hours a week.\nLock visits are free.\nA key costs a deposit.\n");
		assertThat(changes.removed()).containsExactly(new Stated("pay#1", "The winter allowance is £385 a year."));
		assertThat(changes.added()).containsExactly(new Stated("pay#3", "A key costs a deposit."));
		assertThat(changes.changed()).containsExactly(new Changed("pay#1", "pay#2",
				"Lock keepers work 39 hours a week.", "Lock keepers work 41 hours a week."));
	}

	@Test
	void saysWhatSameWordsAreReadWith() throws Exception {
		var changes = between("# Pay\nIt is paid in May.\n", "# Pay in Wales\nIt is paid in May.\n");
		assertThat(changes.changed()).singleElement().satisfies((changed) -> {
			assertThat(changed.before())
				.isEqualTo("It is paid in May. (Pay; ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND; no date)");
			assertThat(changed.after()).isEqualTo("It is paid in May. (Pay in Wales; WALES; no date)");
		});
	}

	@Test
	void findsNothingWhereNothingDiffers() throws Exception {
		assertThat(between(BEFORE, BEFORE)).isEqualTo(new StatementChanges(List.of(), List.of(), List.of()));
	}

	private StatementChanges between(String before, String after) throws Exception {
		return StatementChanges.between(read("before", before), read("after", after));
	}

	private KnowledgeBase read(String name, String text) throws Exception {
		var guidance = Files.createDirectories(this.folder.resolve(name).resolve("guidance"));
		Files.writeString(guidance.resolve("pay.md"), "---\ntitle: Work\n---\n" + text);
		return new KnowledgeBaseReader(new Sentences()).read(this.folder.resolve(name)).knowledgeBase();
	}

}
