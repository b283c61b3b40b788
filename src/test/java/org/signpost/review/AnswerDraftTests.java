package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Problem;
import org.signpost.language.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerDraftTests {

	private static final List<String> WORDINGS = List.of("What does a lock keeper earn?",
			"pay of a \"lock keeper\": how much # really", "C:\\pay\\lock keepers", "- wages", "yes: no", "[maybe]",
			"lock keeper wages");

	@TempDir
	private Path folder;

	@Test
	void isNamedAfterTheQuestion() {
		assertThat(file("What does a lock keeper earn?")).isEqualTo("answers/what-does-lock-keeper.md");
		assertThat(file("how do I?")).isEqualTo("answers/new-answer.md");
		assertThat(AnswerDraft.of("lock keepers", List.of(), Set.of("lock-keepers", "lock-keepers-2")).file())
			.isEqualTo("answers/lock-keepers-3.md");
	}

	@Test
	void isAMistakeUntilAnEditorHasWrittenTheAnswer() throws IOException {
		var draft = AnswerDraft.of("lock keeper wages", WORDINGS, Set.of());
		assertThat(read(draft.text())).extracting(Problem::message)
			.hasSize(3)
			.anySatisfy((message) -> assertThat(message).contains("title"))
			.anySatisfy((message) -> assertThat(message).contains("nothing is said under this heading"))
			.contains("until this is mended the file is left out");
		var written = draft.text().replaceFirst("title: +#.*", "title: lock keepers' pay")
				+ "Ask the guild of waterway trades.\n";
		assertThat(read(written)).isEmpty();
		var answer = new KnowledgeBaseReader(new Sentences()).read(this.folder).knowledgeBase().answers().getFirst();
		assertThat(answer.examples()).isEqualTo(WORDINGS);
	}

	@Test
	void hasAsManyExamplesAsTheFormatAsksFor() {
		var many = IntStream.range(0, 40).mapToObj((i) -> "wording " + i).toList();
		assertThat(AnswerDraft.of("wording", many, Set.of()).text()).contains("\"wording 14\"")
			.doesNotContain("\"wording 15\"");
	}

	private static String file(String typical) {
		return AnswerDraft.of(typical, WORDINGS, Set.of()).file();
	}

	private List<Problem> read(String text) throws IOException {
		Files.createDirectories(this.folder.resolve("answers"));
		Files.createDirectories(this.folder.resolve("guidance"));
		Files.writeString(this.folder.resolve("guidance/pay.md"), """
				---
				title: Pay
				---
				# Pay
				A lock keeper is paid by the month.
				""");
		Files.writeString(this.folder.resolve("answers/draft.md"), text);
		return new KnowledgeBaseReader(new Sentences()).read(this.folder).problems();
	}

}
