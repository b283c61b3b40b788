package org.signpost.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signpost.knowledge.Statement;
import org.signpost.testing.Engines;

import static org.assertj.core.api.Assertions.assertThat;

/** What the judge reads of a column that only some rows have something in. */
class CandidateTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Grants in Wales, 2026/27   | Grant in Wales, 2026/27 | These have grant (craft): Thatching; Saddlery
					Grants in Wales, 2026/27   | Grant, 2026/27          | These have grant, 2026/27 (craft): Thatching; Saddlery
					Grants of 2025 and of 2026 | Grant of 2025           | These have grant of 2025 (craft): Thatching; Saddlery
					Grants in England or Wales | Grant in Wales          | These have grant in wales (craft): Thatching; Saddlery
					Grants                     | Grant in Wales          | These have grant in wales (craft): Thatching; Saddlery
					What a grant is for        | Tool grant              | These have tool grant (craft): Thatching; Saddlery
					Grants since 2026          | 2026                    | These have 2026 (craft): Thatching; Saddlery
					""")
	void aColumnIsOfWhatItsHeadSaysBeyondTheHeading(String heading, String head, String text, @TempDir Path folder)
			throws IOException {
		Files.createDirectories(folder.resolve("guidance"));
		Files.writeString(folder.resolve("guidance/grants.md"), """
				---
				title: Apprentices
				---
				# Apprentices
				## %s
				| Craft | %s |
				|---|---|
				| Thatching | £300 |
				| Coppicing | |
				| Saddlery | £150 |
				""".formatted(heading, head));
		var knowledgeBase = Engines.knowledgeBase(folder);
		var column = knowledgeBase.statements()
			.stream()
			.filter((each) -> each.kind() == Statement.Kind.COLUMN)
			.findFirst()
			.orElseThrow();
		assertThat(CandidateText.of(column, knowledgeBase.getSource(column)))
			.startsWith("Apprentices > " + heading + ": " + text);
	}

}
