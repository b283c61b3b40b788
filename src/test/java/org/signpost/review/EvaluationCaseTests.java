package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.knowledge.Nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EvaluationCaseTests {

	@TempDir
	Path folder;

	@Test
	void readsAConversation() throws IOException {
		var cases = read(
				"""
						{"id": "a", "kind": "fact", "turns": [{"user": "pay?", "nation": "WALES",
						 "expect": {"outcome": ["ANSWERED"], "all": ["£24"], "any": ["a", "b"], "none": ["c"], "source": ["pay"]}},
						 {"user": "ta", "nation": null}]}
						"""
					.replace("\n ", " ")
					.stripTrailing() + "\n\n");
		assertThat(cases).singleElement().satisfies((each) -> {
			assertThat(each.id()).isEqualTo("a");
			assertThat(each.turns()).hasSize(2);
			assertThat(each.turns().getFirst().nation()).isEqualTo(Nation.WALES);
			assertThat(each.turns().getFirst().expect()).isNotNull();
			assertThat(each.turns().getLast().expect()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"turns\": [{\"user\": \"a\", \"nation\": \"CORNWALL\"}]}",
			"{\"turns\": [{\"user\": \"a\", \"expect\": {\"all\": [\"(\"]}}]}" })
	void namesTheLineThatCannotBeRead(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> read("{\"id\": \"a\", \"turns\": []}\n" + line + "\n"))
			.withMessageContaining("cases.jsonl:2: ");
	}

	private java.util.List<EvaluationCase> read(String text) throws IOException {
		return EvaluationCase.read(Files.writeString(this.folder.resolve("cases.jsonl"), text));
	}

}
